import { describe, expect, it } from 'vitest';
import { flat } from '../../../scripts/flat-templates.mjs';

describe('flat', () => {
  it.each([
    [
      'html`\n  <p\n    class="a"\n  >\n    Good <b>day</b> ${name}\n  </p>\n`',
      'html` <p class="a"> Good <b>day</b> ${name} </p> `',
    ],
    [
      'html`<b>a</b>\n  ${items.map((one) => html`\n    <i>${one}</i>\n  `)}`',
      'html`<b>a</b> ${items.map((one) => html` <i>${one}</i> `)}`',
    ],
    ['svg`<g>\n  <path d="M1 2" />\n</g>`', 'svg`<g><path d="M1 2"/></g>`'],
    [
      'css`\n  /* why */\n  a > b,\n  c {\n    margin: 0 auto;\n    inset: calc(1px + 2px);\n  }\n`',
      'css` a > b,c{margin:0 auto;inset:calc(1px + 2px)}`',
    ],
    ['css`:host(:hover) ::slotted(*) { color: ${ink}; }`', 'css`:host(:hover) ::slotted(*){color:${ink}}`'],
  ])('takes out of %j what means nothing', (code, expected) => {
    expect(flat(code, 'one.ts')).toBe(expected);
  });

  it.each(['text`\n  a\n`', '`\n  a\n`', "'> <'", 'html`<b>a</b> <b>b</b> ${c} d`'])('leaves %j alone', (code) => {
    expect(flat(code, 'one.ts')).toBe(code);
  });
});
