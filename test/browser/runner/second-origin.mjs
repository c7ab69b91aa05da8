import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { root } from '../../../scripts/root.mjs';
import { headersOf } from './test-headers.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the finished site from an origin of its own, without rooms, and the pages in test/browser/pages below
 * `/pages/`. Query parameters named `header` become headers of the answer.
 *
 * @returns {Promise<{ url: string }>}
 */
export function startSecondOrigin() {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked = normalize(decodeURIComponent(url.pathname)).replace(/\/$/, '/index.html');
    const path = asked.startsWith('/pages/') ? join(root, 'test/browser', asked) : join(root, 'dist/site', asked);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[/** @type {keyof typeof types} */ (extname(path))] ?? 'application/octet-stream';
    response.writeHead(200, {
      'content-type': type,
      'access-control-allow-origin': '*',
      ...headersOf(url.searchParams),
    });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, () => {
      // The test run ends when its tests do, whether or not this still listens.
      server.unref();
      const address = server.address();
      resolve({ url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}` });
    });
  });
}
