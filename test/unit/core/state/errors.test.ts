import { describe, expect, it } from 'vitest';
import { CallError, type OccurringErrorCode } from '../../../../src/core/call-error.js';
import { eventsOf } from '../../../../src/core/call-event.js';
import type { Fact } from '../../../../src/core/fact.js';
import type { CallState } from '../../../../src/core/state/call-state.js';
import { orderErrors } from '../../../../src/core/state/errors.js';
import { reduce } from '../../../../src/core/state/reduce.js';
import { aMember } from '../../../fakes/builders.js';
import { after, inCall, me, opened } from '../support.js';

const wrong = (code: OccurringErrorCode, subject?: string): CallError =>
  new CallError(code, 'No.', subject === undefined ? {} : { subject });

/** The codes of the errors that the page is notified of, fact by fact. */
function errorsAfter(state: CallState, facts: readonly Fact[]): (readonly string[])[] {
  let before = state;
  return facts.map((fact) => {
    const next = reduce(before, fact);
    const events = eventsOf(before, fact, next);
    before = next;
    return events.flatMap((event) => (event.type === 'p2p-error' ? [event.detail.error.code] : []));
  });
}

describe('errors', () => {
  const blocked = (problem: CallError): Fact => ({
    type: 'source-changed',
    source: 'microphone',
    state: 'blocked',
    by: 'user',
    problem,
  });
  const mic = (state: 'on' | 'off'): Fact => ({ type: 'source-changed', source: 'microphone', state, by: 'user' });
  const link = (state: 'connecting' | 'connected' | 'failed', failure?: CallError): Fact => ({
    type: 'link-changed',
    id: 'bo',
    link: state,
    path: undefined,
    ...(failure && { failure }),
  });
  const wish = { id: '1', label: 'Desk' };
  const refused: Fact = { type: 'device-refused', kind: 'speaker', error: wrong('device-missing', 'speaker') };
  const unreachable: Fact = { type: 'server-unreachable', error: wrong('server-unreachable') };
  const lack: Fact = { type: 'relay-judged', error: wrong('no-relay') };
  const missing: Fact = { type: 'file-missing', subject: 'chat', error: wrong('file-missing', 'chat') };
  const incident: Fact = { type: 'went-wrong', error: wrong('bad-value') };
  const failed: Fact = { type: 'failed', error: wrong('room-full'), reason: 'full' };

  const holds: [string, Fact, readonly Fact[], Fact][] = [
    ['what keeps a source from being on, until it is on', blocked(wrong('mic-denied', 'microphone')), [], mic('on')],
    ['what keeps a source from being on, until it is off', blocked(wrong('mic-denied', 'microphone')), [], mic('off')],
    [
      'a choice of a device that failed, whatever device runs, until one is chosen',
      refused,
      [
        { type: 'device-used', kind: 'speaker', id: '2' },
        { type: 'device-chosen', kind: 'camera', wish },
      ],
      { type: 'device-chosen', kind: 'speaker', wish },
    ],
    [
      'an outage, until the room server answers',
      unreachable,
      [{ type: 'server-changed', server: 'connecting' }],
      { type: 'server-changed', server: 'open' },
    ],
    [
      'an outage, until the room server takes us in',
      unreachable,
      [],
      { type: 'welcomed', id: me.id, members: [me, aMember()], kept: [] },
    ],
    [
      'the lack of a relay, until there is one',
      lack,
      [{ type: 'relay-judged', error: wrong('no-relay') }],
      { type: 'relay-judged', error: undefined },
    ],
    [
      'a missing file, until it arrives',
      missing,
      [{ type: 'file-arrived', subject: 'people' }],
      { type: 'file-arrived', subject: 'chat' },
    ],
    [
      'the failure of a link, until there is a connection',
      link('failed', wrong('peer-unreachable', 'bo')),
      [link('failed', wrong('peer-unreachable', 'bo')), link('connecting')],
      link('connected'),
    ],
    [
      'the failure of a link, as long as the other is here',
      link('failed', wrong('peer-unreachable', 'bo')),
      [],
      { type: 'member-left', id: 'bo', reason: 'left' },
    ],
    ['an incident, until the next call', incident, [mic('on'), mic('off')], opened],
    ['what ended the call, until the next call', failed, [], opened],
  ];
  for (const [rule, begin, between, end] of holds) {
    it(`hold ${rule}`, () => {
      const begun = after([begin], inCall(aMember()));
      expect(begun.errors).toHaveLength(1);
      const later = after(between, begun);
      // The list is the same object, so that nobody is notified again.
      expect(later.errors).toBe(begun.errors);
      expect(reduce(later, end).errors).toEqual([]);
    });
  }

  it('are told once each, and once more to a person who tries again', () => {
    const facts = [incident, blocked(wrong('mic-denied', 'microphone')), mic('off')];
    expect(
      errorsAfter(inCall(), [...facts, blocked(wrong('mic-denied', 'microphone')), unreachable, unreachable]),
    ).toEqual([['bad-value'], ['mic-denied'], [], ['mic-denied'], ['server-unreachable'], []]);
    const again = [blocked(wrong('mic-denied', 'microphone')), blocked(wrong('mic-denied', 'microphone'))];
    expect(errorsAfter(inCall(), again)).toEqual([['mic-denied'], ['mic-denied']]);
  });

  it('name what holds for the page once, and until both sources are off', () => {
    const both = (problem: CallError): Fact[] => [
      { type: 'source-changed', source: 'microphone', state: 'blocked', by: 'user', problem },
      { type: 'source-changed', source: 'camera', state: 'blocked', by: 'user', problem },
    ];
    const first = both(wrong('insecure-context'));
    const again = both(wrong('insecure-context'))[0] as Fact;
    expect(errorsAfter(inCall(), [...first, again, mic('off')])).toEqual([
      ['insecure-context'],
      [],
      ['insecure-context'],
      [],
    ]);
    const off = after([...first, again, mic('off')], inCall());
    expect(off.errors).toHaveLength(1);
    expect(reduce(off, { type: 'source-changed', source: 'camera', state: 'off', by: 'user' }).errors).toEqual([]);
  });

  it('are in the order in which they came, whichever slice they lie in', () => {
    const state = after([unreachable, blocked(wrong('mic-denied')), missing, incident], inCall());
    expect(state.errors.map(({ code }) => code)).toEqual([
      'server-unreachable',
      'mic-denied',
      'file-missing',
      'bad-value',
    ]);
  });
});

describe('orderErrors', () => {
  const [one, two, other] = [wrong('device-missing', 'camera'), wrong('device-missing', 'camera'), wrong('no-relay')];
  const rules: [string, ...(readonly CallError[])[]][] = [
    // rule, shown, before, now, expected
    ['adds the new ones at the end', [other], [other], [one, other], [other, one]],
    ['drops what is over', [other, one], [other, one], [one], [one]],
    [
      'puts the newer of two that say the same in the place of the older',
      [one, other],
      [one, other],
      [one, two, other],
      [other, two],
    ],
    ['keeps to the newer one', [other, two], [one, two, other], [one, two, other], [other, two]],
    ['shows the older one again when the newer is over', [other, two], [one, two, other], [one, other], [one, other]],
    ['lists an error of two sources once', [], [], [one, one], [one]],
  ];
  for (const [rule, shown = [], before = [], now = [], expected] of rules) {
    it(rule, () => expect(orderErrors(shown, before, now)).toEqual(expected));
  }

  it('gives the same list back where nothing changes', () => {
    const shown = [other, two];
    expect(orderErrors(shown, [one, two, other], [one, two, other])).toBe(shown);
  });
});
