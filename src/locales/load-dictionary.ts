import { type Dictionary, en } from './en.js';

/** Every language but English is a file of its own, loaded when a page asks for it. */
const loaders: Readonly<Record<string, () => Promise<Dictionary>>> = {
  de: async () => (await import('./de.js')).de,
};

/** The languages there are, as BCP 47 tags. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)];

/**
 * The best language we have for a BCP 47 tag, by lookup (RFC 4647 section 3.4): `de-AT` finds `de`. English where nothing
 * fits or the tag is no tag.
 */
export function matchLanguage(tag: string, available: readonly string[] = languages): string {
  const parts = tag.trim().toLowerCase().split(/[-_]/u);
  for (; parts.length > 0; parts.pop()) {
    const found = available.find((language) => language.toLowerCase() === parts.join('-'));
    if (found) return found;
  }
  return 'en';
}

/** The words for a language that `matchLanguage` gave: at once where they are here, else when they have come. */
export function loadDictionary(language: string): Dictionary | Promise<Dictionary> {
  return loaders[language]?.() ?? en;
}
