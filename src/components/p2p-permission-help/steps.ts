import type { Dictionary } from '../../locales/en.js';

export type Step = Exclude<keyof Dictionary['help'], 'title'>;

/** What `navigator.userAgent` tells of a browser and its system: enough to say where its permissions are. */
export function helpFor(userAgent: string, touchPoints: number): readonly Step[] {
  // An iPad says that it is a Macintosh; no Macintosh has a touch screen. On both every browser is Safari inside.
  const isApplePhone = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  if (isApplePhone) return ['safariPhone', 'ios'];
  const browser = /Firefox\//.test(userAgent) ? 'firefox' : /Chrom(e|ium)\//.test(userAgent) ? 'chromium' : 'safari';
  // There the sign is the same in all browsers.
  if (/Android/.test(userAgent)) return ['chromium', 'android'];
  if (/Macintosh/.test(userAgent)) return [browser, 'mac'];
  if (/Windows/.test(userAgent)) return [browser, 'windows'];
  return [browser];
}
