import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

/** Builds the page with all contestants and serves it, built, as a site would be. */
export async function servePages(): Promise<{ url: string; close(): Promise<void> }> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    logLevel: 'warn',
    build: { write: false, target: 'es2022', modulePreload: false },
  });
  if (!('output' in result)) throw new Error('The page was not built once.');
  return serveFiles(
    new Map(result.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source])),
  );
}

/** Serves files by their paths, `/index.html` also as `/`. */
export async function serveFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const file = files.get(path);
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': types[path.split('.').at(-1) ?? ''] ?? '' });
    response.end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
