import { type Dictionary, en } from './en.js';

/** Every language but English is a file of its own, which is loaded when a page needs it. */
const loaders: Readonly<Record<string, () => Promise<Dictionary>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  hi: async () => (await import('./hi.js')).hi,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  ko: async () => (await import('./ko.js')).ko,
  pl: async () => (await import('./pl.js')).pl,
  pt: async () => (await import('./pt.js')).pt,
  ru: async () => (await import('./ru.js')).ru,
  tr: async () => (await import('./tr.js')).tr,
  uk: async () => (await import('./uk.js')).uk,
  zh: async () => (await import('./zh.js')).zh,
};

/** Any part of the words of a dictionary. */
export type Words<T = Dictionary> = {
  readonly [K in keyof T]?: T[K] extends (...values: never[]) => string
    ? T[K]
    : T[K] extends string
      ? string
      : Words<T[K]>;
};

/** The words that the page has registered, by language. */
const pageWords = new Map<string, Words>();
/** Dictionaries merged with the page's words; the same object until the page registers others. */
const merged = new Map<string, Dictionary>();
const followers = new Set<() => void>();

/** The languages that come with the package, as BCP 47 tags. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)];

/** Words that a page registers. */
export interface PageWords extends Words {
  /** @deprecated Half of the words used to be grouped in here. They are beside the others now, but are still read from here. */
  readonly more?: Words;
}

/**
 * Registers words of the page for a language (a BCP 47 tag). They replace those of the package; a language that the package does
 * not know is English apart from them. Every call on the page in that language changes at once. A word that the dictionary does
 * not have, or has with another type, is ignored. An empty object removes the page's words. Throws a RangeError for an invalid tag.
 */
export function registerWords(language: string, { more, ...others }: PageWords): void {
  const words = { ...more, ...others };
  const tag = new Intl.Locale(language).baseName.toLowerCase();
  if (Object.keys(words).length > 0) pageWords.set(tag, words);
  else pageWords.delete(tag);
  merged.clear();
  for (const follower of [...followers]) follower();
}

/** Calls `changed` whenever the page registers words, until the returned function is called. */
export function followWords(changed: () => void): () => void {
  followers.add(changed);
  return () => followers.delete(changed);
}

/**
 * The best available language for a BCP 47 tag, by lookup (RFC 4647 section 3.4): `de-AT` finds `de`. English if none matches or
 * the tag is invalid.
 */
export function matchLanguage(tag: string, available: readonly string[] = [...pageWords.keys(), ...languages]): string {
  const parts = canonical(tag).toLowerCase().split('-');
  for (; parts.length > 0; parts.pop()) {
    const found = available.find((language) => language.toLowerCase() === parts.join('-'));
    if (found) return found;
  }
  return 'en';
}

/** The words for a language that `matchLanguage` gave: a dictionary if it is loaded already, else a promise. */
export function loadDictionary(language: string): Dictionary | Promise<Dictionary> {
  const own = pageWords.get(language);
  const known = merged.get(language);
  if (known) return known;
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  if (!own) return load?.() ?? en;
  const withOwn = (words: Dictionary): Dictionary => {
    const whole = { ...merge(words, own), lang: language };
    // The page may have registered other words while the file was loading.
    if (pageWords.get(language) === own) merged.set(language, whole);
    return whole;
  };
  return load ? load().then(withOwn) : withOwn(en);
}

/** The canonical form of a tag, in which outdated tags are replaced (`iw` by `he`); empty if the tag is invalid. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}

/** Takes only words with the same place and type as in the dictionary, so that a mistake of the page cannot break the call. */
function merge<T extends object>(words: T, own: object): T {
  const whole = { ...words } as Record<string, unknown>;
  for (const [key, word] of Object.entries(own) as [string, unknown][]) {
    const known = Object.hasOwn(whole, key) ? whole[key] : undefined;
    if (typeof word !== typeof known || word === null) continue;
    whole[key] = typeof known === 'object' && known !== null ? merge(known, word as object) : word;
  }
  return whole as T;
}
