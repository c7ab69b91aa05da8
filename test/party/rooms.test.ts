import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanRoom } from '../../src/protocol/text.js';
import { RoomClient } from './support/room-client.js';
import { startRoomServer } from './support/room-server.js';
import type { RoomServer } from './support/room-server.js';

let server: RoomServer;
beforeAll(async () => {
  server = await startRoomServer();
});
afterAll(() => server.stop());

const names = [
  'standup',
  'Standup',
  'a b',
  'a/b',
  'a\\b',
  '.',
  '..',
  '../x',
  '%',
  '%2e%2e',
  '%41',
  'A',
  '?_pk=1',
  '#top',
  "o'hara (1)*!~",
  '"<script>&',
  'Besprechung: Größe',
  'غرفة الاجتماع',
  'חדר',
  '会议室',
  '👩‍👩‍👧‍👦 family',
  '__proto__',
  'constructor',
  '\u0000',
  'x'.repeat(128),
  '界'.repeat(128),
  '🎈'.repeat(128),
];

describe('a room’s name', () => {
  it.each(names)('%j brings two together and passes their signals', async (name) => {
    const [ann, bo] = [await RoomClient.to(server, name), await RoomClient.to(server, name)];
    const { id } = await ann.join('ann');
    const { members } = await bo.join('bo');
    expect(members.map((member) => member.name)).toEqual(['ann', 'bo']);
    const signal = ann.next('signal');
    bo.send({ type: 'signal', to: id, envelope: {} });
    await signal;
  });

  it('gives each another room', async () => {
    const all = await Promise.all(names.map((name) => RoomClient.to(server, name)));
    const seen = await Promise.all(all.map((client) => client.watch('same')));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(names.length);
    expect(seen.every(({ members }) => members.length === 2)).toBe(true);
  });

  it('meets where two spellings look the same', async () => {
    const [ann, bo] = [await RoomClient.to(server, 'cafe\u0301'), await RoomClient.to(server, ' café ')];
    await ann.join('ann');
    expect((await bo.watch('bo')).members).toHaveLength(1);
  });

  it.each([
    ['a second spelling', 'st%61ndup'],
    ['lower-case hexadecimal', '%e4%bc%9a'],
    ['broken encoding', '%zz'],
    ['half a character', '%e4%bc'],
    ['nothing but spaces', '%20%20'],
    ['outer spaces', 'a%20'],
    ['129 characters', 'x'.repeat(129)],
    ['10,000 characters', 'x'.repeat(10_000)],
  ])('is refused for good: %s (4404)', async (_, segment) => {
    expect(cleanRoom('x'.repeat(129))).toBeUndefined();
    const client = await RoomClient.toPath(server, segment);
    expect(await client.closed).toEqual({ code: 4404, reason: 'bad-room' });
  });
});
