import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Lies beside every file that holds code of others. */
export const licencesFile = 'LICENSES.txt';

/**
 * Vite writes down the licences of the packages in a bundle. This adds our own, and that of the icons, whose drawings are
 * copied into `icons.ts`. The first line of each file that holds code of others names them all.
 *
 * @returns {import('vite').Plugin}
 */
export function licences() {
  return {
    name: 'licences',
    config: () => ({ build: { license: { fileName: licencesFile } } }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const file = bundle[licencesFile];
        if (file?.type !== 'asset') throw new Error(`Vite wrote no ${licencesFile}.`);
        const of = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8').trim();
        const text = `${String(file.source).trim()}\n\n## Lucide icons (ISC)\n\n${of('node_modules/lucide-static/LICENSE')}\n`;
        file.source = `# p2p-call (MIT)\n\n${of('LICENSE')}\n\n${text}`;

        const names = [...text.matchAll(/^## (.+?)(?: - \S+)? \((.+)\)$/gm)].map(
          ([, name, licence]) => `${name} (${licence})`,
        );
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.moduleIds.some((path) => /node_modules|icons\.ts$/.test(path))) continue;
          chunk.code = `/*! p2p-call (MIT), with ${names.join(', ')}: ./${licencesFile} */\n${chunk.code}`;
        }
      },
    },
  };
}
