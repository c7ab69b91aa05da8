import type { Dictionary } from '../../locales/en.js';

export type Step = Exclude<keyof Dictionary['help'], 'title'>;

/** The steps for a browser and its system, as `navigator.userAgent` and `navigator.maxTouchPoints` describe them. */
export function helpFor(userAgent: string, touchPoints: number): readonly Step[] {
  // An iPad calls itself a Macintosh, but no Macintosh has a touch screen. On iPhone and iPad every browser is Safari inside.
  const isApplePhone = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  if (isApplePhone) return ['safariPhone', 'ios'];
  const browser = /Firefox\//.test(userAgent) ? 'firefox' : /Chrom(e|ium)\//.test(userAgent) ? 'chromium' : 'safari';
  // On Android, all browsers show the same icon.
  if (/Android/.test(userAgent)) return ['chromium', 'android'];
  if (/Macintosh/.test(userAgent)) return [browser, 'mac'];
  if (/Windows/.test(userAgent)) return [browser, 'windows'];
  return [browser];
}
