import { describe, expect, it } from 'vitest';
import { announcementsOf, announcementText } from '../../../src/components/p2p-status/announcements.js';
import { CallError, errorCodes } from '../../../src/core/call-error.js';
import { type CallState, initialState } from '../../../src/core/state/call-state.js';
import type { Fact } from '../../../src/core/fact.js';
import { reduce } from '../../../src/core/state/reduce.js';
import { de } from '../../../src/locales/de.js';
import { en } from '../../../src/locales/en.js';
import { aMessage, aQuietPresence, presenceOf, written } from '../../fakes/builders.js';
import { joinedFacts, member, prejoinFacts } from '../../fakes/fake-call-view.js';

function after(state: CallState, ...facts: readonly Fact[]): CallState {
  return facts.reduce(reduce, state);
}

const prejoin = after(initialState, ...prejoinFacts());
const alone = after(initialState, ...joinedFacts());
const withGrace = after(initialState, ...joinedFacts(['Grace']));

function seen(...ids: readonly string[]): Fact[] {
  return ids.map((id, index) => ({ type: 'member-seen', member: member(id, { joinedAt: index + 10 }) }));
}

const quiet = aQuietPresence();

/** Grace writes, one text after the other. */
function wrote(...texts: readonly string[]): ReturnType<typeof written> {
  return written(...texts.map((text, index) => aMessage({ seq: index + 1, from: 'Grace', text })));
}

function texts(previous: CallState, next: CallState): string[] {
  return announcementsOf(previous, next).map((announcement) => announcementText(announcement, en));
}

describe('announcementsOf', () => {
  it('says nothing where nothing changed', () => {
    expect(announcementsOf(withGrace, withGrace)).toEqual([]);
  });

  it('counts the others on joining, and does not name each as newly arrived', () => {
    expect(announcementsOf(prejoin, withGrace)).toEqual([{ type: 'joined', others: 1 }]);
    expect(announcementsOf(prejoin, alone)).toEqual([{ type: 'joined', others: 0 }]);
  });

  it('tells of a mute by the host, of becoming host and of a copied link, once each', () => {
    const next = after(
      withGrace,
      { type: 'source-changed', source: 'microphone', state: 'off', by: 'host' },
      { type: 'member-seen', member: member('self', { name: 'Ada', role: 'host' }) },
      { type: 'invite-changed', invite: 'copied' },
    );
    expect(texts(withGrace, next)).toEqual([
      'The host muted you. You can unmute whenever you want to speak.',
      'You are the host now.',
      'Link copied',
    ]);
    expect(texts(next, after(next, { type: 'invite-changed', invite: undefined }))).toEqual([]);
  });

  it('names who comes and who goes', () => {
    const next = after(withGrace, { type: 'member-left', id: 'Grace', reason: 'left' }, ...seen('Katherine'));
    expect(announcementsOf(withGrace, next)).toEqual([
      { type: 'arrived', names: ['Katherine'], more: 0 },
      { type: 'departed', names: ['Grace'], more: 0 },
    ]);
  });

  it('counts most of a crowd, and never counts a single one', () => {
    expect(announcementsOf(alone, after(alone, ...seen('a', 'b', 'c', 'd')))).toEqual([
      { type: 'arrived', names: ['a', 'b', 'c', 'd'], more: 0 },
    ]);
    expect(announcementsOf(alone, after(alone, ...seen('a', 'b', 'c', 'd', 'e')))).toEqual([
      { type: 'arrived', names: ['a', 'b', 'c'], more: 2 },
    ]);
  });

  it('says nothing of who came and went in between', () => {
    const next = after(alone, ...seen('Grace'), { type: 'member-left', id: 'Grace', reason: 'left' });
    expect(announcementsOf(alone, next)).toEqual([]);
  });

  it('tells a lost line and its return', () => {
    const disconnected = after(withGrace, { type: 'line-changed', alive: false });
    expect(announcementsOf(withGrace, disconnected)).toEqual([{ type: 'reconnecting' }]);
    expect(announcementsOf(disconnected, after(disconnected, { type: 'line-changed', alive: true }))).toEqual([
      { type: 'reconnected' },
    ]);
  });

  it('tells once that someone cannot be reached', () => {
    const failed = after(withGrace, { type: 'link-changed', id: 'Grace', link: 'failed', path: undefined });
    expect(announcementsOf(withGrace, failed)).toEqual([{ type: 'unreachable', names: ['Grace'], more: 0 }]);
    expect(announcementsOf(failed, after(failed, ...seen('Ji')))).toEqual([
      { type: 'arrived', names: ['Ji'], more: 0 },
    ]);
  });

  it('is silent about muting, cameras and connections that come about', () => {
    const next = after(
      withGrace,
      presenceOf('Grace', aQuietPresence()),
      { type: 'source-changed', source: 'microphone', state: 'off', by: 'user' },
      { type: 'link-changed', id: 'Grace', link: 'reconnecting', path: undefined },
    );
    expect(announcementsOf(withGrace, next)).toEqual([]);
  });

  it('tells raised hands, and not that they go down', () => {
    const up = after(withGrace, { type: 'presence-changed', id: 'Grace', presence: { ...quiet, handAt: 5 } });
    expect(announcementsOf(withGrace, up)).toEqual([{ type: 'raised', names: ['Grace'], more: 0 }]);
    expect(announcementsOf(up, withGrace)).toEqual([]);
  });

  it('reads what others write, the beginning of it, and counts what is too much', () => {
    expect(announcementsOf(withGrace, after(withGrace, wrote('Hello')))).toEqual([
      { type: 'wrote', name: 'Grace', text: 'Hello', isPrivate: false },
    ]);
    const long = announcementsOf(withGrace, after(withGrace, wrote('x'.repeat(4_000))));
    expect(long[0]?.type === 'wrote' && long[0].text).toBe(`${'x'.repeat(160)}…`);
    expect(announcementsOf(withGrace, after(withGrace, wrote('a', 'b', 'c')))).toEqual([
      { type: 'many-wrote', count: 3 },
    ]);
  });

  it('reads neither the own messages nor the chat as it was before', () => {
    for (const changes of [{ from: 'self' }, { past: true }]) {
      const { messages } = wrote('Hello');
      const received: Fact = { type: 'messages-received', messages: messages.map((one) => ({ ...one, ...changes })) };
      expect(announcementsOf(withGrace, after(withGrace, received))).toEqual([]);
    }
  });

  it('tells why a call ended, unless one left it', () => {
    expect(announcementsOf(alone, after(alone, { type: 'left', reason: 'left' }))).toEqual([]);
    expect(announcementsOf(alone, after(alone, { type: 'left', reason: 'removed' }))).toEqual([
      { type: 'over', reason: 'removed' },
    ]);
  });

  it('tells problems of people once, and none of the page or of a single tile', () => {
    const wrong = errorCodes.map((code): Fact => ({ type: 'went-wrong', error: new CallError(code, '') }));
    const announced = announcementsOf(alone, after(alone, ...wrong)).flatMap((one) =>
      one.type === 'problem' ? [one.code] : [],
    );
    const untold = ['bad-value', 'not-joined', 'not-host', 'aborted', 'peer-unreachable'];
    expect(announced).toEqual(errorCodes.filter((code) => !untold.includes(code)));
    expect(announcementsOf(after(alone, ...wrong), after(alone, ...wrong, ...seen('Ji')))).not.toContainEqual(
      expect.objectContaining({ type: 'problem', code: 'aborted' }),
    );
  });
});

describe('announcementText', () => {
  it('makes sentences of numbers and names', () => {
    expect(texts(prejoin, alone)).toEqual(['You are in the call. Nobody else is here yet.']);
    expect(texts(prejoin, withGrace)).toEqual(['You are in the call with 1 other.']);
    expect(texts(alone, after(alone, ...seen('a', 'b', 'c', 'd', 'e')))).toEqual(['a, b, c, and 2 others joined']);
  });

  it('says who wrote, and that it is for oneself alone', () => {
    expect(texts(withGrace, after(withGrace, wrote('Hello')))).toEqual(['Grace: Hello']);
    const [message] = wrote('Hello').messages;
    const received: Fact = { type: 'messages-received', messages: [{ ...message!, to: 'self' }] };
    expect(texts(withGrace, after(withGrace, received))).toEqual(['Grace, only to you: Hello']);
    expect(texts(withGrace, after(withGrace, wrote('a', 'b', 'c')))).toEqual(['3 new messages']);
  });

  it('has a word for people without a name', () => {
    const nameless = after(alone, { type: 'member-seen', member: member('x', { name: '' }) });
    expect(texts(alone, nameless)).toEqual(['Guest joined']);
  });

  it('bends verbs in German', () => {
    const one = announcementsOf(alone, after(alone, ...seen('Grace')))[0];
    const two = announcementsOf(alone, after(alone, ...seen('Grace', 'Ji')))[0];
    expect(one && announcementText(one, de)).toBe('Grace ist beigetreten');
    expect(two && announcementText(two, de)).toBe('Grace und Ji sind beigetreten');
  });
});
