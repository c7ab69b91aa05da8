import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/protocol/limits.js';
import { cleanMessage, cleanName, cleanRoom, roomFromPath, roomToPath, utf8Bytes } from '../../../src/protocol/text.js';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('cleanName', () => {
  const cases: [string, string][] = [
    ['  Ada \n Lovelace\t', 'Ada Lovelace'],
    ['\u202eevil\u2066', 'evil'],
    ['a\u0000b\u200bc\ufeff', 'abc'],
    ['Ada \u0000 Lovelace', 'Ada Lovelace'],
    ['Ada\nLovelace', 'Ada Lovelace'],
    ['Rene\u200b\u0301', 'Ren\u00e9'],
    ['<b>x</b>', '<b>x</b>'],
    [`Z${'\u0301'.repeat(50)}`, `Ź${'\u0301'.repeat(4)}`],
    ['नमस्ते', 'नमस्ते'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['\ud800', ''],
  ];
  for (const [text, clean] of cases) {
    it(`makes ${JSON.stringify(clean)} of ${JSON.stringify(text.slice(0, 30))}`, () =>
      expect(cleanName(text)).toBe(clean));
  }

  it('never gives more than 64 characters, nor anything that a second cleaning would change', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanName(text);
        expect([...clean].length).toBeLessThanOrEqual(limits.nameLength);
        expect(cleanName(clean)).toBe(clean);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('cleanMessage', () => {
  const cases: [string, string][] = [
    ['  two\r\nlines \n', 'two\nlines'],
    ['a\u2028b\rc', 'a\nb\nc'],
    ['far\n\n\n\n\napart', 'far\n\napart'],
    ['if (x) {\n\ty();\n}', 'if (x) {\n  y();\n}'],
    ['\u202eevil\u2066', 'evil'],
    ['a\u0000b\u200b', 'ab'],
    ['\u202e \n', ''],
    [`Z${'\u0301'.repeat(50)}`, `Ź${'\u0301'.repeat(4)}`],
    ['👩‍👩‍👧 <b>', '👩‍👩‍👧 <b>'],
  ];
  for (const [text, clean] of cases) {
    it(`makes ${JSON.stringify(clean)} of ${JSON.stringify(text.slice(0, 30))}`, () =>
      expect(cleanMessage(text)).toBe(clean));
  }

  it('never gives more than 4,000 characters, nor anything that a second cleaning would change', () => {
    expect(cleanMessage('😀'.repeat(10_000))).toBe('😀'.repeat(limits.messageLength));
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanMessage(text);
        expect(cleanMessage(clean)).toBe(clean);
      }),
    );
  });
});

describe('cleanRoom', () => {
  it('takes 1 to 128 characters after trimming', () => {
    expect(cleanRoom(' standup ')).toBe('standup');
    expect(cleanRoom('')).toBeUndefined();
    expect(cleanRoom(' \n ')).toBeUndefined();
    expect(cleanRoom('😀'.repeat(128))).toBe('😀'.repeat(128));
    expect(cleanRoom('x'.repeat(129))).toBeUndefined();
    expect(cleanRoom('x'.repeat(1_000_000))).toBeUndefined();
  });

  it('lets equal looks meet', () => {
    expect(cleanRoom('Cafe\u0301')).toBe(cleanRoom('Café'));
  });
});

describe('roomToPath', () => {
  it('gives one segment that leads back to the room', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const room = cleanRoom(text);
        if (room === undefined || /^\.{1,2}$/u.test(room)) return;
        const path = roomToPath(room);
        expect(path).toMatch(/^[^/?#]+$/u);
        expect(roomFromPath(path)).toBe(room);
        expect(new URL(`http://host/parties/main/${path}`).pathname).toBe(`/parties/main/${path}`);
      }),
    );
  });

  it('keeps "." and ".." from being steps', () => {
    for (const room of ['.', '..']) {
      expect(new URL(`http://host/parties/main/${roomToPath(room)}`).pathname.split('/').length).toBe(4);
    }
  });
});

describe('roomFromPath', () => {
  it('refuses what is no encoded text', () => expect(roomFromPath('%E0%A4%A')).toBeUndefined());
});

describe('utf8Bytes', () => {
  it('counts as an encoder does', () => {
    const bytes = new TextEncoder();
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => utf8Bytes(text) === bytes.encode(text).length));
  });
});
