import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from '../../scripts/root.mjs';

/** What a page loads. */
export interface Size {
  readonly name: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

const bundle = 'dist/bundle';

const files = [
  { name: 'p2p-call: all that joining needs', path: `${bundle}/p2p-call.js` },
  { name: 'p2p-call: toolbar and status, in every call', path: chunk('around') },
  { name: 'PeerJS: connections, no interface', path: 'node_modules/peerjs/dist/peerjs.min.js' },
  { name: 'simple-peer: connections, no signalling, no interface', path: 'node_modules/simple-peer/simplepeer.min.js' },
];

/** A file that comes on demand, by its name without the id of the build. */
function chunk(name: string): string {
  const file = readdirSync(join(root, bundle)).find((one) => one.startsWith(`p2p-call-${name}-`));
  if (!file) throw new Error(`There is no file ${name} in ${bundle}.`);
  return `${bundle}/${file}`;
}

/** The finished files, compressed as a server would (levels 9 and 11). */
export function measureSizes(): readonly Size[] {
  return files.map(({ name, path }) => {
    const content = readFileSync(join(root, path));
    return {
      name,
      minifiedBytes: content.length,
      gzipBytes: gzipSync(content, { level: 9 }).length,
      brotliBytes: brotliCompressSync(content).length,
    };
  });
}
