import type { Member, Metadata, Role } from '../../protocol/member.js';
import type { CallError } from '../call-error.js';
import type { DeviceKind, Facing } from '../device.js';
import type { Fact } from '../fact.js';
import type { SourceState, StreamSource } from '../source.js';
import { change, sameJson, withEntry } from './change.js';
import { saySame } from './errors.js';

export type { Metadata, Role };

/** The self, before and during a call. */
export interface Self {
  /** Given by the room server on joining. */
  readonly id: string | undefined;
  readonly name: string;
  readonly metadata: Metadata;
  readonly role: Role;
  readonly joinedAt: number;
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  /** What keeps a source from being on. */
  readonly problems: Readonly<Partial<Record<StreamSource, CallError>>>;
  /** Why the last choice of a device failed. */
  readonly deviceProblems: Readonly<Partial<Record<DeviceKind, CallError>>>;
  /** Which way the running camera looks, where it says. */
  readonly facing: Facing | undefined;
  /** Since when the hand is raised, in milliseconds since the epoch. */
  readonly handAt: number | undefined;
  readonly speaking: boolean;
  /** The microphone is on, and nothing at all comes out of it. */
  readonly microphoneDead: boolean;
  /** The self talks while the microphone is off. */
  readonly talkingWhileMuted: boolean;
  /** A host switched the microphone off, and it has not been switched since. */
  readonly mutedByHost: boolean;
}

export const initialSelf: Self = Object.freeze({
  id: undefined,
  name: '',
  metadata: Object.freeze({}),
  role: 'guest',
  joinedAt: 0,
  microphone: 'off',
  camera: 'off',
  screen: 'off',
  problems: Object.freeze({}),
  deviceProblems: Object.freeze({}),
  facing: undefined,
  handAt: undefined,
  speaking: false,
  microphoneDead: false,
  talkingWhileMuted: false,
  mutedByHost: false,
});

/** The self outside a call: a name, and what the page says about the person. */
export function selfNamed({ name, metadata }: Pick<Self, 'name' | 'metadata'>): Self {
  return change(initialSelf, { name, metadata });
}

export function reduceSelf(self: Self, fact: Fact): Self {
  switch (fact.type) {
    case 'welcomed': {
      const member = fact.members.find(({ id }) => id === fact.id);
      if (!member) return self;
      return change(self, { ...toldOf(member, self), id: fact.id, joinedAt: self.joinedAt || member.joinedAt });
    }
    case 'member-seen':
      return fact.member.id === self.id ? change(self, toldOf(fact.member, self)) : self;
    case 'profile-changed':
      return change(self, { name: fact.name, metadata: sameJson(self.metadata, fact.metadata) });
    case 'source-changed':
      return change(self, {
        [fact.source]: fact.state,
        problems: withProblem(self.problems, fact.source, fact.problem),
        mutedByHost: fact.source === 'microphone' ? isMutedByHost(self, fact) : self.mutedByHost,
      });
    case 'device-refused':
      return change(self, { deviceProblems: withEntry(self.deviceProblems, fact.kind, fact.error) });
    case 'device-chosen':
      return change(self, { deviceProblems: withEntry(self.deviceProblems, fact.kind, undefined) });
    case 'device-used':
      return fact.kind === 'camera' ? change(self, { facing: fact.facing }) : self;
    case 'hand-changed':
      return change(self, { handAt: fact.handAt });
    case 'speaking-changed':
      return change(self, { speaking: fact.self });
    case 'microphone-judged':
      return change(self, { microphoneDead: fact.dead, talkingWhileMuted: fact.talkingWhileMuted });
    default:
      return self;
  }
}

/** What the room server knows of the self: it may have another name for it than the page, from the access token. */
function toldOf({ name, metadata, role }: Member, known: Self): Pick<Self, 'name' | 'metadata' | 'role'> {
  return { name, role, metadata: sameJson(known.metadata, metadata) };
}

/** What keeps the whole page from capturing is one problem, also where several sources have it. */
function withProblem(
  problems: Self['problems'],
  source: StreamSource,
  problem: CallError | undefined,
): Self['problems'] {
  const others = Object.keys(problems) as StreamSource[];
  const alike = others.filter((other) => problem && problems[other] && saySame(problems[other], problem));
  return [source, ...alike].reduce((next, one) => withEntry(next, one, problem), problems);
}

/** A host has switched off what was on; what was off already, nobody has taken away. */
function isMutedByHost(
  { microphone, mutedByHost }: Self,
  { state, by }: Extract<Fact, { type: 'source-changed' }>,
): boolean {
  return state === 'off' && by === 'host' && (mutedByHost || microphone === 'on');
}
