import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { controls } from '../../../src/components/shared/controls.js';
import { replaceableIcons } from '../../../src/components/shared/icon-slots.js';
import { buttonParts, controlsParts } from '../../../src/components/shared/parts.js';

const pathOf = (tag: string): string =>
  fileURLToPath(new URL(`../../../src/components/${tag}/${tag}.ts`, import.meta.url));

describe('the records of the controls', () => {
  it.each([
    ['name', controls.map(({ name }) => name)],
    ['tag', controls.map(({ tag }) => tag)],
    ['key', controls.flatMap(({ key }) => key ?? [])],
    ['icon', replaceableIcons()],
  ])('give each %s once', (_, all) => {
    expect(new Set<string>(all).size).toBe(all.length);
  });

  it('leave the key that lists all keys alone', () => {
    expect(controls.map(({ key }) => key)).not.toContain('?');
  });

  it.each(controls)(
    '$name has an element that says so, with its part and its slots for icons',
    ({ name, tag, icons }) => {
      expect(existsSync(pathOf(tag))).toBe(true);
      const code = readFileSync(pathOf(tag), 'utf8');
      expect(code).toContain(`readonly control = '${name}';`);
      expect(code).toContain(`@csspart button-${name} - `);
      for (const icon of icons) expect(code).toContain(`@slot icon-${icon} - `);
    },
  );

  it.each(controls)('$name can be styled through the toolbar', ({ name }) => {
    expect(buttonParts).toContain(`button-${name}`);
    expect(controlsParts).toContain(`button-${name}`);
  });

  it.each(controls)('$name asks for something, opens a panel or offers a choice', (control) => {
    expect([control.request, control.panel, control.opensChoice].filter((one) => one !== undefined)).toHaveLength(1);
  });
});
