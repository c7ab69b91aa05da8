import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../src/core/call-error.js';
import { de } from '../../../src/locales/de.js';
import { type Dictionary, en } from '../../../src/locales/en.js';
import {
  followWords,
  languages,
  loadDictionary,
  matchLanguage,
  registerWords,
} from '../../../src/locales/load-dictionary.js';

/** Every word of a dictionary by its path, functions called with sample names and numbers. */
function wordsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [1, 2].map((count) => {
      const arrives = /arrived|departed|unreachable|raised|present/.test(path);
      const argument = arrives ? [['Ada', 'Ji'], count] : path.includes('joined') ? [count] : ['Ada', 'Ji', true];
      return [`${path}(${argument})`, String(value(...argument))];
    });
  }
  return Object.entries(value as object).flatMap(([key, inner]) => wordsOf(inner, `${path}.${key}`));
}

const others = await Promise.all(
  languages
    .filter((language) => language !== 'en')
    .map(async (language) => [language, await loadDictionary(language)] as const),
);
const dictionaries = Object.fromEntries<Dictionary>([['en', en], ...others]);

describe('every dictionary', () => {
  it('that is promised is there', () => {
    expect([...languages].toSorted()).toEqual('ar de en es fr he hi it ja ko pl pt ru tr uk zh'.split(' '));
  });

  for (const [language, words] of Object.entries(dictionaries)) {
    it(`(${language}) says what it is, and its direction`, () => {
      expect(new Intl.Locale(words.lang).language).toBe(language);
      expect(words.dir).toBe(['ar', 'he'].includes(language) ? 'rtl' : 'ltr');
    });

    it(`(${language}) has words for every code of an error and every end of a call`, () => {
      expect(Object.keys(words.errors).toSorted()).toEqual([...errorCodes].toSorted());
      for (const { title, text } of [...Object.values(words.errors), ...Object.values(words.left)]) {
        expect(title.length).toBeGreaterThan(0);
        expect(text.length).toBeGreaterThan(0);
      }
    });

    it(`(${language}) leaves no word empty that English has`, () => {
      const spoken = new Map(wordsOf(en));
      const empty = wordsOf(words).filter(([path, word]) => !word && spoken.get(path));
      expect(empty).toEqual([]);
    });

    it(`(${language}) puts names and numbers into its sentences`, () => {
      expect(words.announce.arrived(['Ada', 'Ji'], 3)).toMatch(/Ada.*Ji.*3/);
      expect(words.announce.arrived(['Ada'], 1)).not.toBe(words.announce.arrived(['Ada'], 2));
      const plurals = new Intl.PluralRules(language);
      if (plurals.select(1) !== plurals.select(2)) {
        expect(words.announce.joined(1)).not.toBe(words.announce.joined(2).replace('2', '1'));
      }
      expect(words.self('Ada')).toContain('Ada');
    });
  }

  it('of another language is no copy of the English one', () => {
    const spoken = new Map(wordsOf(en));
    for (const [language, words] of others) {
      const same = wordsOf(words).filter(([path, word]) => word.includes(' ') && spoken.get(path) === word);
      expect(same, language).toEqual([]);
    }
  });
});

describe('matchLanguage', () => {
  const tags: [string, string][] = [
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['de-Latn-DE-1996', 'de'],
    ['en-GB', 'en'],
    ['tlh', 'en'],
    ['', 'en'],
    ['x', 'en'],
    ['toString', 'en'],
  ];
  for (const [tag, language] of tags) {
    it(`finds ${language} for "${tag}"`, () => expect(matchLanguage(tag)).toBe(language));
  }
});

describe('registerWords', () => {
  it('replaces single words of a language that is there, and tells those who show it', async () => {
    let notifications = 0;
    const unfollow = followWords(() => (notifications += 1));
    registerWords('de', { leave: 'Auflegen', announce: { reconnected: 'Wieder da.' } });
    unfollow();
    const words = await loadDictionary('de');
    expect(words.leave).toBe('Auflegen');
    expect(words.announce.reconnected).toBe('Wieder da.');
    expect(words.announce.joined(2)).toBe(de.announce.joined(2));
    expect(await loadDictionary('de')).toBe(words);
    expect(notifications).toBe(1);
    registerWords('de', {});
    expect((await loadDictionary('de')).leave).toBe(de.leave);
  });

  it('forgets words that were taken back while their file was on its way', async () => {
    registerWords('fr', { leave: 'Adieu' });
    const pending = loadDictionary('fr');
    registerWords('fr', {});
    await pending;
    expect((await loadDictionary('fr')).leave).not.toBe('Adieu');
    registerWords('fr', { leave: 'Ciao' });
    expect((await loadDictionary('fr')).leave).toBe('Ciao');
    registerWords('fr', {});
  });

  it('brings a language of its own, English where it says nothing', async () => {
    registerWords('nds-DE', { dir: 'ltr', leave: 'Opleggen' });
    const language = matchLanguage('nds-de');
    const words = await loadDictionary(language);
    expect([words.lang, words.leave, words.micOff]).toEqual([language, 'Opleggen', en.micOff]);
  });

  it('reads words from where half of them were grouped once', async () => {
    registerWords('en', { more: { tile: { pin: 'Hold' } }, leave: 'Hang up' });
    const words = await loadDictionary('en');
    registerWords('en', {});
    expect(words).toEqual({ ...en, leave: 'Hang up', tile: { ...en.tile, pin: 'Hold' } });
  });

  it('leaves out what is no word, and refuses what is no language', async () => {
    registerWords('sv', { leave: 5, announce: 'x', nothing: 'y', __proto__: { cancel: 'z' } } as never);
    const words = await loadDictionary(matchLanguage('sv'));
    expect({ ...words, lang: 'en' }).toEqual(en);
    expect(() => registerWords('no tag', {})).toThrow(RangeError);
  });
});

describe('loadDictionary', () => {
  it('has English at once and others soon', async () => {
    expect(loadDictionary('en')).toBe(en);
    expect(await loadDictionary('de')).toBe(de);
  });
});
