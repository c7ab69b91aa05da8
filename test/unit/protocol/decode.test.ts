import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChannelMessage } from '../../../src/protocol/channel-message.js';
import { decodeClientMessage } from '../../../src/protocol/client-message.js';
import { closeCodes, closeReasonOf } from '../../../src/protocol/close-codes.js';
import { limits } from '../../../src/protocol/limits.js';
import { decodeServerMessage } from '../../../src/protocol/server-message.js';
import { decodeEnvelope } from '../../../src/protocol/signal.js';

const party = fileURLToPath(new URL('../../../party', import.meta.url));
const secret = 'A'.repeat(43);
const clean = { id: 'bo', name: 'Bo', metadata: {}, role: 'guest', joinedAt: 1, lost: false };

const decoders = {
  decodeClientMessage,
  decodeServerMessage,
  decodeChannelMessage,
  decodeEnvelope: (text: unknown) => decodeEnvelope(text),
};

describe('decoders (W1)', () => {
  for (const [name, decode] of Object.entries(decoders)) {
    it(`${name} takes anything without throwing`, () => {
      fc.assert(fc.property(fc.anything(), (value) => void decode(value)));
      fc.assert(fc.property(fc.json(), (text) => void decode(text)));
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void decode(text)));
    });
  }

  it('refuse what is nested too deep to be honest, without a word', () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    for (const decode of Object.values(decoders)) expect(decode(deep)).toBeUndefined();
  });

  it('leave no trace of __proto__', () => {
    const text = `{"type":"join","version":1,"secret":"${secret}","name":"x","metadata":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}`;
    const message = decodeClientMessage(text);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(message && 'polluted' in message).toBe(false);
  });
});

describe('decodeClientMessage', () => {
  const good: Record<string, object> = {
    watch: { type: 'watch', version: 1, secret },
    join: { type: 'join', version: 1, secret, name: 'Ada', metadata: { seat: 1 } },
    signal: { type: 'signal', to: 'bo', envelope: { anything: [1] } },
    update: { type: 'update', name: 'Ada' },
    leave: { type: 'leave' },
    mute: { type: 'mute', id: 'bo' },
    remove: { type: 'remove', id: 'bo' },
    host: { type: 'host', id: 'bo' },
    end: { type: 'end' },
    ping: { type: 'ping' },
  };
  for (const [type, message] of Object.entries(good)) {
    it(`knows ${type}, and drops what it does not know of it (W2)`, () => {
      expect(decodeClientMessage(JSON.stringify({ ...message, extra: 1 }))).toEqual(message);
    });
  }

  const bad: Record<string, unknown> = {
    'another type': { type: 'shout' },
    'no type': { version: 1 },
    'a short secret': { ...good['watch'], secret: 'A'.repeat(limits.secretMinLength - 1) },
    'a long secret': { ...good['watch'], secret: 'A'.repeat(limits.secretMaxLength + 1) },
    'a secret of other letters': { ...good['watch'], secret: `${secret}/` },
    'a long token': { ...good['watch'], token: 'x'.repeat(limits.tokenLength + 1) },
    'no name': { ...good['join'], name: undefined },
    'metadata that is a list': { ...good['join'], metadata: [] },
    'metadata of more than 1,024 bytes': { ...good['join'], metadata: { text: 'é'.repeat(520) } },
    'a bad id': { ...good['remove'], id: '../x' },
    'nobody to mute': { type: 'mute' },
    'a bad receiver': { ...good['signal'], to: '../x' },
    'a list': [],
  };
  for (const [what, message] of Object.entries(bad)) {
    it(`refuses ${what} (W3)`, () => {
      expect(decodeClientMessage(JSON.stringify(message))).toBeUndefined();
    });
  }

  it('refuses a frame that is too long or no text', () => {
    const long = JSON.stringify({ ...good['signal'], envelope: { text: 'x'.repeat(limits.frameLength) } });
    expect(decodeClientMessage(long)).toBeUndefined();
    expect(decodeClientMessage(new ArrayBuffer(8))).toBeUndefined();
  });

  it('cleans and cuts names', () => {
    const name = `\u202e  A\u0000da\n${'x'.repeat(100)}`;
    expect(decodeClientMessage(JSON.stringify({ ...good['join'], name }))).toMatchObject({
      name: `Ada ${'x'.repeat(60)}`,
    });
  });
});

describe('decodeServerMessage', () => {
  it('knows a welcome of a large room', () => {
    const members = Array.from({ length: 64 }, (_, index) => ({
      ...clean,
      id: `m${index}`,
      metadata: { text: 'x'.repeat(900) },
    }));
    const message = {
      type: 'welcome',
      id: 'm0',
      members,
      iceServers: [{ urls: ['turn:relay.example'], username: 'u', credential: 'c' }],
    };
    expect(decodeServerMessage(JSON.stringify(message))).toEqual(message);
  });

  it('refuses addresses of ICE servers that are none', () => {
    for (const url of ['https://x.example', 'javascript:alert(1)', `stun:${'x'.repeat(600)}`]) {
      expect(
        decodeServerMessage(JSON.stringify({ type: 'ready', id: 'a', members: [], iceServers: [{ urls: [url] }] })),
      ).toBeUndefined();
    }
  });
});

describe('decodeEnvelope', () => {
  const description = { kind: 'description', description: { type: 'offer', sdp: 'v=0' } };
  const good = { epoch: 1, seq: 1, ack: 0, body: description };

  it('knows a signal and a bare acknowledgement', () => {
    expect(decodeEnvelope(good)).toEqual(good);
    expect(decodeEnvelope({ epoch: 3, seq: 0, ack: 7, sync: true })).toEqual({ epoch: 3, seq: 0, ack: 7, sync: true });
  });

  for (const wrong of [
    { epoch: 0 },
    { epoch: 1.5 },
    { seq: -1 },
    { ack: 2 ** 40 },
    { epoch: '1' },
    { body: { kind: 'other' } },
  ]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => expect(decodeEnvelope({ ...good, ...wrong })).toBeUndefined());
  }

  it('refuses a description or a batch of candidates that is too large', () => {
    const sdp = 'x'.repeat(limits.sdpLength + 1);
    expect(
      decodeEnvelope({ ...good, body: { kind: 'description', description: { type: 'offer', sdp } } }),
    ).toBeUndefined();
    const candidates = Array.from({ length: limits.candidates + 1 }, () => ({
      candidate: 'c',
      sdpMid: '0',
      sdpMLineIndex: 0,
    }));
    expect(decodeEnvelope({ ...good, body: { kind: 'candidates', candidates } })).toBeUndefined();
  });
});

describe('decodeChannelMessage', () => {
  it('knows any JSON value of a page', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({ type: 'data', value });
        expect(decodeChannelMessage(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses states that it does not know', () => {
    expect(decodeChannelMessage('{"type":"presence","presence":{"microphone":"loud","camera":"on"}}')).toBeUndefined();
  });
});

describe('decodeChannelMessage, what people say', () => {
  const item = { seq: 1, order: 1, text: 'Hello', sentAt: 1_000 };
  function chat(overrides: object = {}): unknown {
    return decodeChannelMessage(JSON.stringify({ type: 'chat', items: [{ ...item, ...overrides }] }));
  }

  it('knows messages of the chat, and cleans what is in them', () => {
    expect(chat()).toEqual({ type: 'chat', items: [item] });
    expect(chat({ text: '\u202eHello\n', from: 'bo', name: ' Bo\u202e ' })).toMatchObject({
      items: [{ text: 'Hello', from: 'bo', name: 'Bo' }],
    });
  });

  for (const wrong of [
    { seq: 0 },
    { order: 1.5 },
    { order: 2 ** 40 },
    { text: 7 },
    { sentAt: 1e300 },
    { sentAt: -1 },
    { sentAt: 'now' },
    { from: 'a b' },
    { only: 'yes' },
  ]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => expect(chat(wrong)).toBeUndefined());
  }

  it('refuses more messages at once than anybody keeps', () => {
    const items = Array.from({ length: limits.messages + 1 }, () => item);
    expect(decodeChannelMessage(JSON.stringify({ type: 'chat', items }))).toBeUndefined();
  });

  it('knows reactions of one emoji', () => {
    expect(decodeChannelMessage('{"type":"reaction","emoji":"👍"}')).toEqual({ type: 'reaction', emoji: '👍' });
    expect(decodeChannelMessage('{"type":"reaction","emoji":"<img>"}')).toBeUndefined();
  });

  it('refuses hands raised outside of time', () => {
    const presence = { microphone: 'on', camera: 'on', screen: 'off', handAt: 1e300 };
    expect(decodeChannelMessage(JSON.stringify({ type: 'presence', presence }))).toBeUndefined();
  });
});

describe('closeCodes (W5)', () => {
  it('are all 44xx, each its own', () => {
    const codes = Object.values(closeCodes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(Math.floor(code / 100)).toBe(44);
  });

  it('are each sent by the room server', () => {
    const texts = new Set(readdirSync(party).flatMap((name) => readFileSync(join(party, name), 'utf8').split("'")));
    expect(Object.keys(closeCodes).filter((reason) => !texts.has(reason))).toEqual([]);
  });

  it('give their reason back, and others none', () => {
    expect(closeReasonOf(4453)).toBe('full');
    for (const code of [1000, 1006, 4000, 4499]) expect(closeReasonOf(code)).toBeUndefined();
  });
});
