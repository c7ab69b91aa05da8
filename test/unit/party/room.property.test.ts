import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxVisitors, nextReconcileAt, waits } from '../../../party/room.js';
import type { Member } from '../../../src/protocol/member.js';
import type { ServerMessage } from '../../../src/protocol/server-message.js';
import { idOf, Stage } from './stage.js';

const keys = ['a', 'a2', 'a3', 'b', 'b2', 'c', 'c2', 'd', 'e', 'f'];
const ids = [...new Set(keys.map(idOf))];
const key = fc.constantFrom(...keys);
const id = fc.constantFrom(...ids, 'z', '__proto__');
const name = fc.constantFrom('', 'x', '__proto__');
const metadata = fc.constantFrom({}, { n: 1 }, JSON.parse('{"__proto__":{"lost":true}}'));

type Move = (stage: Stage) => Stage;
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.room.sockets.has(key) ? stage : stage.open(key),
  ),
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.watch(key),
  ),
  fc.record({ key, name, metadata }).map(
    ({ key, ...profile }) =>
      (stage: Stage) =>
        stage.join(key, profile),
  ),
  fc.record({ key, other: id }).map(
    ({ key, other }) =>
      (stage: Stage) =>
        stage.watch(key, other),
  ),
  fc.record({ key, to: id }).map(
    ({ key, to }) =>
      (stage: Stage) =>
        stage.send(key, { type: 'signal', to, envelope: {} }),
  ),
  fc.record({ key, change: fc.record({ name, metadata }, { requiredKeys: [] }) }).map(
    ({ key, change }) =>
      (stage: Stage) =>
        stage.send(key, { type: 'update', ...change }),
  ),
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.send(key, { type: 'leave' }),
  ),
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.send(key, { type: 'ping' }),
  ),
  fc.record({ key, id: fc.constantFrom('a', 'b', 'c') }).map(
    ({ key, id }) =>
      (stage: Stage) =>
        stage.send(key, { type: 'doubt', id }),
  ),
  fc.record({ key, type: fc.constantFrom('mute', 'remove', 'host'), id }).map(
    ({ key, ...act }) =>
      (stage: Stage) =>
        stage.send(key, act),
  ),
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.send(key, { type: 'end' }),
  ),
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.close(key),
  ),
  fc.record({ key }).map(
    ({ key }) =>
      (stage: Stage) =>
        stage.expel(key),
  ),
  fc
    .constantFrom(1, waits.answerMs, 4_000, waits.helloMs, 20_000, waits.seatMs, waits.silenceMs)
    .map((ms) => (stage: Stage) => stage.wait(ms)),
  fc.constant((stage: Stage) => stage.crash()),
);

/** The roster that a client has after these messages, built as a browser would. */
class Replay {
  members: Map<string, Member> | undefined;

  receive(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'welcome') this.members = new Map(message.members.map((member) => [member.id, member]));
      if (message.type === 'member') this.members?.set(message.member.id, message.member);
      if (message.type === 'left') this.members?.delete(message.id);
    }
  }
}

const byId = (members: readonly Member[]): Member[] => [...members].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('any sequence of messages, closes, waits and crashes', () => {
  it.each([true, false])(
    'keeps the room whole (host passes on: %j)',
    (hostPassesOn) => {
      fc.assert(
        fc.property(
          fc.array(move, { maxLength: 60, size: 'max' }),
          fc.integer({ min: 1, max: 5 }),
          (moves, capacity) => {
            const stage = new Stage({ capacity, hostPassesOn });
            const replays = new Map<string, Replay>();
            for (const make of moves) {
              const before = new Set(stage.room.sockets.keys());
              make(stage);
              for (const [to, messages] of Object.entries(stage.takeAll())) {
                const replay = before.has(to) ? (replays.get(to) ?? new Replay()) : new Replay();
                replays.set(to, replay);
                replay.receive(messages);
              }
              const { seats, sockets } = stage.room;
              expect(stage.stray).toEqual([]);
              expect(seats.size).toBeLessThanOrEqual(capacity);
              if (hostPassesOn) expect(stage.hosts()).toHaveLength(Math.min(1, seats.size));
              const joined = [...sockets].filter(([, socket]) => socket.phase === 'joined');
              expect(sockets.size - joined.length).toBeLessThanOrEqual(maxVisitors);
              // Nobody is there twice, and whoever has a joined socket has a seat.
              const joinedIds = joined.map(([, socket]) => socket.phase === 'joined' && socket.id);
              expect(new Set(joinedIds).size).toBe(joinedIds.length);
              for (const joinedId of joinedIds) {
                expect(joinedId && seats.get(joinedId)).toMatchObject({ role: expect.any(String) });
                expect(joinedId && seats.get(joinedId)?.lost).toBeFalsy();
              }
              // Something is always going to look after those without a socket.
              if (seats.size > 0) expect(nextReconcileAt(stage.room)).toBeDefined();
              const roster = [...seats].map(([id, { name, metadata, role, joinedAt, lost }]): Member => ({
                id,
                name,
                metadata,
                role,
                joinedAt,
                lost: lost ?? false,
              }));
              for (const [key] of joined) {
                expect(byId([...(replays.get(key)?.members?.values() ?? [])])).toEqual(byId(roster));
              }
            }
          },
        ),
        { numRuns: 500 },
      );
    },
    120_000,
  );
});
