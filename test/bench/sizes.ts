import { readFileSync } from 'node:fs';
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

const files = [
  { name: 'p2p-call: call, interface, styles, English words', path: 'dist/bundle/p2p-call.js' },
  { name: 'PeerJS: connections, no interface', path: 'node_modules/peerjs/dist/peerjs.min.js' },
  { name: 'simple-peer: connections, no signalling, no interface', path: 'node_modules/simple-peer/simplepeer.min.js' },
];

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
