import { CallError } from '../core/call-error.js';
import { roomToPath } from '../protocol/text.js';

/**
 * The address of a room's socket. `server` is a host (`calls.example.com`, `localhost:1999`) or a URL, whose path is kept, so
 * that a room server can live below one. Throws `server-unreachable` where it is none, or none for a secure page.
 */
export function roomUrl(server: string, room: string, pageIsSecure: boolean): string {
  const url = parse(server);
  // Browsers open no plain socket from a secure page, but for this machine's own (W3C Mixed Content section 4.1).
  const mixed = url && pageIsSecure && !isSecure(url) && schemeFor(url.host) === 'https';
  if (!url || mixed)
    throw new CallError('server-unreachable', `"${server.slice(0, 200)}" is not a room server's address.`, {
      fatal: true,
    });
  const path = url.pathname.replace(/\/+$/u, '');
  return `${isSecure(url) ? 'wss' : 'ws'}://${url.host}${path}/parties/main/${roomToPath(room)}`;
}

function parse(server: string): URL | undefined {
  const text = server.trim();
  try {
    const url = new URL(text.includes('://') ? text : `${schemeFor(text)}://${text}`);
    // A host with an escaped character is not valid.
    return /^(?:https?|wss?):$/u.test(url.protocol) && !url.host.includes('%') ? url : undefined;
  } catch {
    return undefined;
  }
}

function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'wss:';
}

// A bare host means a secure one, except on this machine, where nobody has a certificate.
function schemeFor(host: string): 'http' | 'https' {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|[^/:]+\.localhost)(?::\d+)?(?:\/|$)/u.test(host) ? 'http' : 'https';
}
