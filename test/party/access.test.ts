import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/protocol/version.js';
import { RoomClient, secretOf } from './support/room-client.js';
import { freshRoom } from './support/room-names.js';
import { startRoomServer } from './support/room-server.js';
import type { RoomServer } from './support/room-server.js';

const tokenSecret = 'a=secret=of=the=site, long enough for HS256';
const unauthorized = { code: 4401, reason: 'unauthorized' };

const sign = (claims: Record<string, unknown>, key = tokenSecret) =>
  new SignJWT({ sub: 'someone', exp: Math.floor(Date.now() / 1_000) + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(key));

describe('a room server with a token secret, an origin list and a relay', () => {
  let server: RoomServer;
  const origin = 'https://calls.example.com';
  beforeAll(async () => {
    server = await startRoomServer({
      env: {
        P2P_TOKEN_SECRET: tokenSecret,
        P2P_ALLOWED_ORIGINS: `${origin},https://other.example`,
        P2P_TURN_URLS: 'turn:turn.example:3478',
        P2P_TURN_SECRET: 'north',
      },
    });
  });
  afterAll(() => server.stop());

  it('takes name and role from the token, and ICE servers go to those it lets in', async () => {
    const room = freshRoom();
    const client = await RoomClient.to(server, room, { origin });
    const token = await sign({ room, name: 'Ann', role: 'host' });
    const { id, iceServers } = await client.watch('ann', { token });
    expect(iceServers[1]).toMatchObject({
      urls: ['turn:turn.example:3478'],
      username: expect.stringMatching(`^\\d+:${id}$`),
    });
    const { members } = await client.join('ann', { token, name: 'Mallory' });
    expect(members).toMatchObject([{ name: 'Ann', role: 'host' }]);
  });

  it('makes nobody host by chance (J7)', async () => {
    const room = freshRoom();
    const client = await RoomClient.to(server, room, { origin });
    const { members } = await client.join('ann', { token: await sign({ room }) });
    expect(members).toMatchObject([{ name: 'ann', role: 'guest' }]);
  });

  it.each(['watch', 'join'])('refuses a %s without a good token (4401)', async (type) => {
    const room = freshRoom();
    const tokens = [
      undefined,
      '',
      'x.y.z',
      await sign({ room: `${room}!` }),
      await sign({ room }, `${tokenSecret}!`),
      await sign({ room, exp: 1 }),
      await sign({ room, nbf: 4_000_000_000 }),
      await sign({ room, lobby: true }),
    ];
    for (const token of tokens) {
      const client = await RoomClient.to(server, room, { origin });
      client.send({ type, version: PROTOCOL_VERSION, secret: secretOf('ann'), name: '', metadata: {}, token });
      expect(await client.closed).toEqual(unauthorized);
      expect(client.received).toEqual([]);
    }
  });

  it('binds a token to the room as people read it', async () => {
    const client = await RoomClient.to(server, '会议 室', { origin });
    await client.join('ann', { token: await sign({ room: '会议 室' }) });
  });

  it.each([undefined, 'null', 'https://evil.example', `${origin}.evil.example`, 'http://calls.example.com'])(
    'refuses origin %j for good (4403)',
    async (foreign) => {
      const client = await RoomClient.to(server, 'standup', foreign === undefined ? {} : { origin: foreign });
      expect(await client.closed).toEqual({ code: 4403, reason: 'forbidden-origin' });
    },
  );
});

describe('a room server for two', () => {
  let server: RoomServer;
  beforeAll(async () => {
    server = await startRoomServer({
      env: { P2P_MAX_PARTICIPANTS: '2', P2P_STUN_URLS: 'stun:a.example,stun:b.example' },
    });
  });
  afterAll(() => server.stop());

  it('refuses a third (4453), but not one that returns', async () => {
    const room = freshRoom();
    const [ann, bo, cy] = [
      await RoomClient.to(server, room),
      await RoomClient.to(server, room),
      await RoomClient.to(server, room),
    ];
    await ann.join('ann');
    const { id, iceServers } = await bo.join('bo');
    expect(iceServers).toEqual([{ urls: ['stun:a.example', 'stun:b.example'] }]);
    const lost = ann.nextMember(id, (member) => member.lost);
    bo.die();
    await lost;
    cy.send({ type: 'join', version: PROTOCOL_VERSION, secret: secretOf('cy'), name: 'cy', metadata: {} });
    expect(await cy.closed).toEqual({ code: 4453, reason: 'full' });
    const again = await RoomClient.to(server, room);
    expect((await again.join('bo')).members).toHaveLength(2);
  });

  it.each([PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])('refuses version %i for good (4426, W4)', async (version) => {
    for (const type of ['watch', 'join']) {
      const client = await RoomClient.to(server, freshRoom());
      client.send({ type, version, secret: secretOf('ann'), name: '', metadata: {} });
      expect(await client.closed).toEqual({ code: 4426, reason: 'version-mismatch' });
    }
  });
});
