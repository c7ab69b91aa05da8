import { describe, expect, it } from 'vitest';
import { roomUrl } from '../../../src/session/server-url.js';

describe('roomUrl', () => {
  it.each([
    ['calls.example.com', true, 'wss://calls.example.com/parties/main/standup'],
    ['calls.example.com', false, 'wss://calls.example.com/parties/main/standup'],
    ['localhost:1999', true, 'ws://localhost:1999/parties/main/standup'],
    ['http://127.0.0.1:1999', false, 'ws://127.0.0.1:1999/parties/main/standup'],
    ['https://example.com/calls/', true, 'wss://example.com/calls/parties/main/standup'],
  ])('of %j, on a secure page: %j', (server, pageIsSecure, url) => {
    expect(roomUrl(server, 'standup', pageIsSecure)).toBe(url);
  });

  it('names the room in one segment of the path (W6)', () => {
    expect(roomUrl('example.com', 'a/b ?#', true)).toBe('wss://example.com/parties/main/a%2Fb%20%3F%23');
  });

  it('holds nothing else that the page wrote beside the address, as it could be a secret (W6)', () => {
    expect(roomUrl('https://ada:pass@example.com/?token=t#secret', 'standup', true)).toBe(
      'wss://example.com/parties/main/standup',
    );
  });

  it.each(['', 'ftp://example.com', 'http://', 'exa mple.com', 'http://example.com'])(
    'refuses what no secure page can open: %j',
    (server) => {
      expect(() => roomUrl(server, 'standup', true)).toThrow(expect.objectContaining({ code: 'server-unreachable' }));
    },
  );
});
