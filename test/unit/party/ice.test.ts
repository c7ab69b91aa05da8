import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIceSource, retryMs } from '../../../party/ice.js';
import { readSettings } from '../../../party/settings.js';
import { decodeServerMessage } from '../../../src/protocol/server-message.js';

const now = Date.UTC(2026, 0, 1);
const id = 'ann';
const stun = { urls: ['stun:stun.cloudflare.com:3478'] };
const cloudflare = { CLOUDFLARE_TURN_KEY_ID: 'key/1', CLOUDFLARE_TURN_API_TOKEN: 'very-secret' };

type Answer = () => Promise<Response> | Response;

function sourceOf(env: Record<string, string>, answer: Answer = () => Promise.reject(new Error('no network'))) {
  const requests: { url: string; init: RequestInit }[] = [];
  const warnings: string[] = [];
  const source = createIceSource(readSettings(env).ice, {
    fetch: async (url, init) => {
      requests.push({ url, init });
      return answer();
    },
    warn: (text) => warnings.push(text),
  });
  const grantOf = () => source(id, now);
  return { grantOf, serversOf: async () => (await grantOf()).iceServers, requests, warnings };
}

const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status });

describe('createIceSource', () => {
  it('gives STUN alone where nothing is set, and asks nobody', async () => {
    const { serversOf, requests } = sourceOf({});
    expect(await serversOf()).toEqual([stun]);
    expect(requests).toEqual([]);
  });

  it('says how long credentials are good, and nothing where there are none (J5)', async () => {
    const coturn = { P2P_TURN_URLS: 'turn:t', P2P_TURN_SECRET: 'north' };
    expect(await sourceOf({}).grantOf()).not.toHaveProperty('iceValidMs');
    const stunAlone = () => json({ iceServers: { urls: 'stun:a' } });
    expect(await sourceOf(cloudflare, stunAlone).grantOf()).not.toHaveProperty('iceValidMs');
    expect(await sourceOf(coturn).grantOf()).toMatchObject({ iceValidMs: 3_600_000 });
    const answer = () => json({ iceServers: { urls: 'turn:a', username: 'u', credential: 'c' } });
    expect(await sourceOf(cloudflare, answer).grantOf()).toMatchObject({ iceValidMs: 3_600_000 });
  });

  it('has those ask again soon who got no relay because one was away (J5)', async () => {
    const { grantOf } = sourceOf({ ...cloudflare, P2P_TURN_URLS: 'turn:t', P2P_TURN_SECRET: 'north' });
    const { iceServers, iceValidMs } = await grantOf();
    expect(iceServers).toHaveLength(2);
    expect(iceValidMs).toBe(retryMs);
  });

  it('gives nothing where STUN is set to nothing', async () => {
    expect(await sourceOf({ P2P_STUN_URLS: '' }).serversOf()).toEqual([]);
  });

  it('signs coturn credentials for an hour, for this participant', async () => {
    const { serversOf } = sourceOf({
      P2P_TURN_URLS: 'turn:t.example,turns:t.example:443?transport=tcp',
      P2P_TURN_SECRET: 'north',
    });
    const username = `${now / 1_000 + 3_600}:ann`;
    expect(await serversOf()).toEqual([
      stun,
      {
        urls: ['turn:t.example', 'turns:t.example:443?transport=tcp'],
        username,
        credential: createHmac('sha1', 'north').update(username).digest('base64'),
      },
    ]);
  });

  it('asks Cloudflare for an hour and drops what browsers refuse', async () => {
    const { serversOf, requests } = sourceOf(cloudflare, () =>
      json({
        iceServers: [
          { urls: ['stun:stun.cloudflare.com:3478', 'stun:stun.cloudflare.com:53'] },
          {
            urls: ['turn:turn.cloudflare.com:3478?transport=udp', 'turn:turn.cloudflare.com:53?transport=udp'],
            username: 'u',
            credential: 'c',
          },
        ],
      }),
    );
    expect(await serversOf()).toEqual([
      stun,
      stun,
      { urls: ['turn:turn.cloudflare.com:3478?transport=udp'], username: 'u', credential: 'c' },
    ]);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe(
      'https://rtc.live.cloudflare.com/v1/turn/keys/key%2F1/credentials/generate-ice-servers',
    );
    expect(requests[0]?.init).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer very-secret' },
      body: '{"ttl":3600}',
    });
    expect(requests[0]?.init.signal).toBeInstanceOf(AbortSignal);
  });

  it('takes one server that is not in a list', async () => {
    const { serversOf } = sourceOf(cloudflare, () =>
      json({ iceServers: { urls: 'turn:a', username: 'u', credential: 'c' } }),
    );
    expect(await serversOf()).toEqual([stun, { urls: ['turn:a'], username: 'u', credential: 'c' }]);
  });

  it.each<[string, Answer]>([
    ['refuses', () => json({ error: 'very-secret' }, 401)],
    ['is away', () => Promise.reject(new TypeError('fetch failed: key/1 very-secret'))],
    ['takes too long', () => Promise.reject(new DOMException('very-secret', 'TimeoutError'))],
    ['answers no JSON', () => new Response('<html>', { status: 200 })],
  ])('goes on with STUN when Cloudflare %s, and says so once without a secret', async (_, answer) => {
    const { serversOf, warnings } = sourceOf(cloudflare, answer);
    expect(await serversOf()).toEqual([stun]);
    expect(await serversOf()).toEqual([stun]);
    expect(warnings).toHaveLength(1);
    expect(warnings.join()).not.toMatch(/very-secret|key.1/u);
  });

  it.each([null, 5, [], {}, { iceServers: null }, { iceServers: [null, 7, 'x', { urls: 5 }, { urls: [5] }] }])(
    'gives no more than STUN when Cloudflare answers %j',
    async (body) => {
      expect(await sourceOf(cloudflare, () => json(body)).serversOf()).toEqual([stun]);
    },
  );

  it('gives only what a client takes (W3)', async () => {
    const { serversOf } = sourceOf({
      P2P_STUN_URLS: [
        'http://x',
        'stun:',
        `stun:${'x'.repeat(600)}`,
        ...Array.from({ length: 40 }, (_, n) => `stun:${n}`),
      ].join(),
      P2P_TURN_URLS: 'turn:t',
      P2P_TURN_SECRET: 'north',
    });
    const iceServers = await serversOf();
    expect(iceServers[0]?.urls).toHaveLength(16);
    expect(decodeServerMessage(JSON.stringify({ type: 'ready', id, members: [], iceServers }))).toMatchObject({
      iceServers,
    });
  });
});
