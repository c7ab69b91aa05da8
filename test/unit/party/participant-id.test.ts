import { describe, expect, it } from 'vitest';
import { participantId } from '../../../party/participant-id.js';

const secret = 'abcdefghijklmnopqrstuv';

describe('participantId', () => {
  it('is the same for the same room and secret, whoever computes it (I1)', async () => {
    // From: printf '%s\n%s' "$secret" standup | openssl dgst -sha256 -binary | base64
    expect(await participantId('standup', secret)).toBe('IEFMPCHy4EwtB7dZbeIcco');
  });

  it('differs between rooms, so that nobody is followed from one to the other', async () => {
    expect(await participantId('standup', secret)).not.toBe(await participantId('Standup', secret));
  });

  it('differs between secrets, and does not contain them', async () => {
    const id = await participantId('standup', secret);
    expect(await participantId('standup', `${secret}w`)).not.toBe(id);
    expect(id).not.toContain(secret.slice(0, 8));
  });

  it.each(['a', 'é', '🎈', '..', 'a\nb', 'x'.repeat(128)])('is an id of the protocol in room %j', async (room) => {
    expect(await participantId(room, secret)).toMatch(/^[\w-]{22}$/u);
  });
});
