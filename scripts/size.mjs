// Prints what each file of the finished bundle weighs, and checks the main one against the limit in package.json.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ensurePackages } from './ensure-packages.mjs';
import { root } from './root.mjs';
import { runNode, runTool } from './run-tool.mjs';

await ensurePackages();
process.exitCode = (await runNode(['scripts/build.mjs'])) || (await runTool('size-limit', []));
printSizes(join(root, 'dist/bundle'));

/** @param {string} folder */
function printSizes(folder) {
  console.log('  kB: minified    gzip  brotli');
  // The main file first, then the chunks that come when they are wanted.
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const names = files.sort((a, b) => Number(a !== 'p2p-call.js') - Number(b !== 'p2p-call.js'));
  for (const name of names) {
    const content = readFileSync(join(folder, name));
    const sizes = [content, gzipSync(content, { level: 9 }), brotliCompressSync(content)];
    const cells = sizes.map(({ length }, index) => (length / 1000).toFixed(2).padStart(index === 0 ? 14 : 8));
    console.log(`${cells.join('')}  ${name}`);
  }
}
