// Says whether the pictures of the documents show today's interface:
//
//   node tools/gallery/sources.mjs   prints a line where they do not; never fails, as pictures are not taken at every commit
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from '../../scripts/fingerprint.mjs';
import { root } from '../../scripts/root.mjs';

/** Holds the fingerprint of what the pictures were taken of. */
export const sourcesPath = join(root, 'docs/images/sources.txt');

/** What the pictures show: the elements with their words, and the people. */
export function sourcesOfPictures() {
  return fingerprint(['src/components', 'src/locales/en.ts', 'tools/gallery']);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const taken = existsSync(sourcesPath) ? readFileSync(sourcesPath, 'utf8').trim() : '';
  const isFresh = taken === sourcesOfPictures();
  console.log(
    isFresh
      ? 'The pictures in docs/images are up to date.'
      : 'The interface has changed since the pictures in docs/images were taken: npm run screenshot takes them anew.',
  );
}
