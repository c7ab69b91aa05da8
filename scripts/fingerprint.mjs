import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Another text whenever the content of one of the files differs, or a file comes or goes.
 *
 * @param {readonly string[]} paths files, and folders with all that is in them; from the top of the project
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  const full = join(root, path);
  return statSync(full).isFile()
    ? [path]
    : readdirSync(full)
        .sort()
        .flatMap((name) => filesIn(join(path, name)));
}
