import { describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../../src/protocol/client-message.js';
import { closeCodes, type CloseReason, closeReasonOf } from '../../../src/protocol/close-codes.js';
import { decodeServerMessage, type ServerMessage } from '../../../src/protocol/server-message.js';
import type { Ports } from '../../../src/session/ports.js';
import { Line } from '../../../src/session/line.js';
import { FakeClock } from '../../fakes/fake-clock.js';
import { FakeSocket } from '../../fakes/fake-socket.js';

function start() {
  const clock = new FakeClock();
  let socket: FakeSocket | undefined;
  const events: unknown[] = [];
  const ports = { clock, openSocket: (_url, events) => (socket = new FakeSocket(events)) } as Partial<Ports> as Ports;
  const ending = new AbortController();
  const line = new Line<ServerMessage, ClientMessage, CloseReason>({
    ports,
    url: 'ws://rooms.example/parties/main/standup',
    signal: ending.signal,
    decode: decodeServerMessage,
    reasonOf: closeReasonOf,
    events: {
      opened: () => events.push('opened'),
      received: (message) => events.push(message),
      changed: (server) => events.push(server),
      refused: (reason) => events.push(`refused: ${reason}`),
    },
  });
  if (!socket) throw new Error('No socket was opened.');
  return { clock, socket, line, ending, events };
}

describe('Line', () => {
  it('tells of the line and passes on what it understands, and nothing else (W1)', () => {
    const { socket, events } = start();
    socket.open();
    socket.say('{"type":"nonsense"}');
    socket.say('[');
    socket.say({ type: 'pong' });
    socket.say({ type: 'left', id: 'bo', reason: 'left' });
    expect(events).toEqual(['open', 'opened', { type: 'left', id: 'bo', reason: 'left' }]);
  });

  it('sends nothing while the line is down, and queues nothing (S2)', () => {
    const { socket, line } = start();
    expect(line.send({ type: 'leave' })).toBe(false);
    socket.open();
    expect(socket.take()).toEqual([]);
    expect(line.send({ type: 'leave' })).toBe(true);
  });

  it('asks for a sign of life when it is calm, rarely enough that the room can sleep', () => {
    const { clock, socket } = start();
    socket.open();
    clock.pass(12_000);
    expect(socket.take()).toEqual([]);
    clock.pass(1_000);
    expect(socket.take()).toEqual([{ type: 'ping' }]);
    socket.say({ type: 'pong' });
    clock.pass(13_000);
    expect(socket.take()).toEqual([{ type: 'ping' }]);
  });

  it('lets the room server hear from it also while that one talks all the time', () => {
    const { clock, socket } = start();
    socket.open();
    for (let second = 0; second < 30; second += 1) {
      clock.pass(1_000);
      socket.say({ type: 'left', id: 'bo', reason: 'left' });
    }
    expect(socket.take().length).toBeGreaterThan(0);
  });

  it('leaves a socket that does not answer within 3 s, as a browser never would', () => {
    const { clock, socket, events } = start();
    socket.open();
    clock.pass(13_000 + 2_999);
    expect(socket.reconnects).toBe(0);
    clock.pass(1);
    expect(socket.reconnects).toBe(1);
    expect(events.at(-1)).toBe('disconnected');
  });

  it('probes at once when someone doubts, and is not put off by the next doubt', () => {
    const { clock, socket, line } = start();
    socket.open();
    line.probe();
    expect(socket.take()).toEqual([{ type: 'ping' }]);
    clock.pass(2_000);
    line.probe();
    expect(socket.take()).toEqual([]);
    clock.pass(1_000);
    expect(socket.reconnects).toBe(1);
  });

  it('answers when it is asked itself (I7)', () => {
    const { socket } = start();
    socket.open();
    socket.say({ type: 'ping' });
    expect(socket.take()).toEqual([{ type: 'pong' }]);
  });

  it('tries at once when the device wakes up', () => {
    const { socket, line } = start();
    socket.open();
    socket.end(1006);
    expect(socket.triesAgain).toBe(true);
    line.wake();
    expect(socket.reconnects).toBe(1);
  });

  it('comes back after any end but a 44xx (W5)', () => {
    for (const code of [1000, 1001, 1006, 1011, 4000, 4001]) {
      const { socket, events } = start();
      socket.open();
      socket.end(code);
      expect(socket.triesAgain, String(code)).toBe(true);
      expect(events.at(-1)).toBe('disconnected');
    }
    for (const [reason, code] of Object.entries(closeCodes)) {
      const { socket, events, clock } = start();
      socket.open();
      socket.end(code);
      expect(socket.triesAgain, reason).toBe(false);
      expect(events.slice(-2)).toEqual(['closed', `refused: ${reason}`]);
      expect(clock.waiting).toBe(0);
    }
  });

  it('is silent and waits for nothing once closed', () => {
    const { clock, socket, line, events, ending } = start();
    socket.open();
    ending.abort();
    const before = events.length;
    socket.say({ type: 'left', id: 'bo', reason: 'left' });
    line.probe();
    line.wake();
    expect(line.send({ type: 'leave' })).toBe(false);
    expect(events.length).toBe(before);
    expect(socket.isClosed).toBe(true);
    expect(clock.waiting).toBe(0);
  });
});
