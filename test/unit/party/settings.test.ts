import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../party/settings.js';

describe('readSettings', () => {
  it('is open to all, for eight, with one STUN server when nothing is set', () => {
    expect(readSettings({})).toEqual({
      tokenSecret: undefined,
      origins: undefined,
      capacity: 8,
      ice: { stunUrls: ['stun:stun.cloudflare.com:3478'], turn: undefined, cloudflare: undefined },
    });
  });

  it('reads lists with spaces and empty entries', () => {
    const settings = readSettings({
      P2P_ALLOWED_ORIGINS: ' https://a.example , ,https://b.example',
      P2P_STUN_URLS: 'stun:a,stun:b',
    });
    expect(settings.origins).toEqual(['https://a.example', 'https://b.example']);
    expect(settings.ice.stunUrls).toEqual(['stun:a', 'stun:b']);
  });

  it('takes a variable that is set to nothing at its word, so that a lost secret locks and does not open', () => {
    const settings = readSettings({ P2P_TOKEN_SECRET: '', P2P_ALLOWED_ORIGINS: '', P2P_STUN_URLS: '' });
    expect(settings.tokenSecret).toBe('');
    expect(settings.origins).toEqual([]);
    expect(settings.ice.stunUrls).toEqual([]);
  });

  it.each([
    ['3', 3],
    [4, 4],
    ['100000', 256],
    ['0', 8],
    ['-1', 8],
    ['2.5', 8],
    ['many', 8],
    ['', 8],
    [null, 8],
  ])('reads a capacity of %j as %i', (value, capacity) => {
    expect(readSettings({ P2P_MAX_PARTICIPANTS: value }).capacity).toBe(capacity);
  });

  it('has a relay only where both halves of it are set', () => {
    expect(readSettings({ P2P_TURN_URLS: 'turn:a' }).ice.turn).toBeUndefined();
    expect(readSettings({ P2P_TURN_SECRET: 's' }).ice.turn).toBeUndefined();
    expect(readSettings({ P2P_TURN_URLS: 'turn:a', P2P_TURN_SECRET: 's' }).ice.turn).toEqual({
      urls: ['turn:a'],
      secret: 's',
    });
    expect(readSettings({ CLOUDFLARE_TURN_KEY_ID: 'k' }).ice.cloudflare).toBeUndefined();
    expect(readSettings({ CLOUDFLARE_TURN_KEY_ID: 'k', CLOUDFLARE_TURN_API_TOKEN: 't' }).ice.cloudflare).toEqual({
      keyId: 'k',
      apiToken: 't',
    });
  });
});
