import { describe, expect, it } from 'vitest';
import { selectParticipants } from '../../../src/core/participant.js';
import { aMember } from '../../fakes/builders.js';
import { after, inCall } from './support.js';

describe('selectParticipants', () => {
  it('gives nobody a quality, as nothing measures one, whatever the connection does', () => {
    const state = inCall(aMember({ id: 'bo' }), aMember({ id: 'cy', lost: true }));
    const cutOff = after([{ type: 'line-changed', alive: false }], state);
    expect(selectParticipants(cutOff).map(({ connection }) => connection)).toEqual([
      'reconnecting',
      'new',
      'reconnecting',
    ]);
    for (const { quality } of [...selectParticipants(state), ...selectParticipants(cutOff)]) {
      expect(quality).toBeUndefined();
    }
  });
});
