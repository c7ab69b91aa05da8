import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { grantOf, isOriginAllowed, refusalAtDoor } from '../../../party/access.js';

const secret = 'a secret of the site, long enough for HS256';
const now = Date.UTC(2026, 0, 1);
const seconds = now / 1_000;

function sign(claims: JWTPayload, { key = secret, alg = 'HS256' } = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
}

/** A token that lets Ann in, but for what a test says; undefined takes a claim away. */
const claims = (changed: JWTPayload = {}): JWTPayload =>
  Object.fromEntries(
    Object.entries({
      room: 'standup',
      sub: 'ann@example.com',
      name: 'Ann',
      role: 'host',
      exp: seconds + 60,
      ...changed,
    }).filter(([, value]) => value !== undefined),
  );

const grant = async (token: string | undefined, { room = 'standup', present = false, key = secret } = {}) =>
  grantOf({ token, room, present }, key, now);

describe('grantOf', () => {
  it('gives the name and role of a good token', async () => {
    expect(await grant(await sign(claims()))).toEqual({ role: 'host', name: 'Ann' });
  });

  it('lets `*` into every room', async () => {
    expect(await grant(await sign(claims({ room: '*' })), { room: '会议室' })).toEqual({ role: 'host', name: 'Ann' });
  });

  it.each<[string, JWTPayload]>([
    ['another room’s', { room: 'Standup' }],
    ['one for no room', { room: undefined }],
    ['one with a list of rooms', { room: ['standup'] }],
    ['an expired one', { exp: seconds - 1 }],
    ['one that never expires', { exp: undefined }],
    ['one that is not valid yet', { nbf: seconds + 60 }],
    ['one for nobody', { sub: undefined }],
    ['one for an empty name of a person', { sub: '' }],
    ['one that must be admitted first', { lobby: true }],
    ['one that says something unknown about the lobby', { lobby: 'yes' }],
  ])('refuses %s', async (_, changed) => {
    expect(await grant(await sign(claims(changed)))).toBeUndefined();
  });

  it.each<[string, JWTPayload, object]>([
    ['no role', { role: undefined }, { role: 'guest', name: 'Ann' }],
    ['an unknown role', { role: 'admin' }, { role: 'guest', name: 'Ann' }],
    ['no name', { name: undefined }, { role: 'host' }],
    ['a name of nothing', { name: ' \u202e ' }, { role: 'host' }],
    ['a name with controls', { name: 'A\u202en\nn' }, { role: 'host', name: 'An n' }],
    ['`lobby: false`', { lobby: false }, { role: 'host', name: 'Ann' }],
    ['an nbf in the past', { nbf: seconds - 60 }, { role: 'host', name: 'Ann' }],
  ])('reads %s', async (_, changed, expected) => {
    expect(await grant(await sign(claims(changed)))).toEqual(expected);
  });

  it('refuses a missing, empty, or torn token', async () => {
    const token = await sign(claims());
    for (const bad of [undefined, '', 'x', '..', token.slice(0, -2), `${token}x`, token.replace('.', '')]) {
      expect(await grant(bad), bad).toBeUndefined();
    }
  });

  it('refuses another key’s signature', async () => {
    expect(await grant(await sign(claims(), { key: `${secret}!` }))).toBeUndefined();
  });

  it('refuses every other algorithm, however well signed', async () => {
    const payload = claims();
    const none = new UnsecuredJWT(payload).encode();
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const rs256 = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    const embedded = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    const hs512 = await sign(payload, { alg: 'HS512', key: secret.repeat(2) });
    for (const token of [none, rs256, embedded]) expect(await grant(token)).toBeUndefined();
    expect(await grant(hs512, { key: secret.repeat(2) })).toBeUndefined();
  });

  it('refuses everything where the secret is set to nothing', async () => {
    expect(await grant(await sign(claims()), { key: '' })).toBeUndefined();
  });

  it('lets a member return to its seat with a token that has expired since', async () => {
    const token = await sign(claims({ exp: seconds - 1 }));
    expect(await grant(token, { present: true })).toEqual({ role: 'host', name: 'Ann' });
    expect(await grant(token, { present: true, room: 'other' })).toBeUndefined();
    expect(
      await grant(await sign(claims({ exp: seconds - 1 }), { key: `${secret}!` }), { present: true }),
    ).toBeUndefined();
    expect(await grant(await sign(claims({ nbf: seconds + 9, exp: seconds - 1 })), { present: true })).toBeUndefined();
  });
});

describe('isOriginAllowed', () => {
  const allowed = ['https://a.example', 'http://localhost:8080'];

  it.each([
    ['https://a.example', true],
    ['http://localhost:8080', true],
    ['https://a.example.evil.example', false],
    ['https://evil.example/https://a.example', false],
    ['http://a.example', false],
    ['https://a.example:8443', false],
    ['HTTPS://A.EXAMPLE', false],
    ['null', false],
    ['', false],
    [null, false],
  ])('says of %j: %j', (origin, expected) => {
    expect(isOriginAllowed(origin, allowed)).toBe(expected);
  });

  it('allows all where no list is set, and none where it is empty', () => {
    expect(isOriginAllowed(null, undefined)).toBe(true);
    expect(isOriginAllowed('https://x.example', undefined)).toBe(true);
    expect(isOriginAllowed('https://x.example', [])).toBe(false);
  });
});

describe('refusalAtDoor', () => {
  const allowed = ['https://a.example'];

  it.each([
    ['standup', 'https://a.example', undefined],
    ['standup', 'https://b.example', 'forbidden-origin'],
    ['st%61ndup', 'https://b.example', 'forbidden-origin'],
    ['st%61ndup', 'https://a.example', 'bad-room'],
    ['%20', 'https://a.example', 'bad-room'],
    ['a%20b', 'https://a.example', undefined],
  ])('of %j from %j is %j', (segment, origin, refused) => {
    expect(refusalAtDoor(segment, origin, allowed)).toBe(refused);
  });
});
