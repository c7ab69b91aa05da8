import type { SourceState } from './source.js';
import type { CallState } from './state/call-state.js';
import type { LinkState, Path, RemoteParticipant } from './state/people.js';
import type { Metadata, Role, Self } from './state/self.js';

/** How good the media of a participant is, once somebody measures it. */
export type Quality = 'good' | 'fair' | 'poor' | 'lost';

/** Someone in the call, as the page sees them. Frozen; the same object as long as nothing about them changes. */
export interface Participant {
  readonly id: string;
  /** As the person or the access token gave it, cleaned and cut; may be empty. */
  readonly name: string;
  readonly self: boolean;
  /** Milliseconds since the epoch, by the room server's clock. */
  readonly joinedAt: number;
  readonly metadata: Metadata;
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  readonly speaking: boolean;
  readonly handRaised: boolean;
  readonly role: Role;
  readonly connection: LinkState;
  readonly path: Path | undefined;
  /** Undefined until it is measured, which nothing does yet. */
  readonly quality: Quality | undefined;
}

const seen = new WeakMap<RemoteParticipant | Self, Participant>();
const seenCutOff = new WeakMap<Self, Participant>();
const lists = new WeakMap<CallState, readonly Participant[]>();

/** Everyone in the call, the self first; empty outside a call. */
export function selectParticipants(state: CallState): readonly Participant[] {
  const known = lists.get(state);
  if (known) return known;
  const self = selectSelf(state);
  const list = Object.freeze(self ? [self, ...state.people.list.map(participantOf)] : []);
  lists.set(state, list);
  return list;
}

/** The self while in a call. */
export function selectSelf(state: CallState): Participant | undefined {
  const { self } = state;
  if (self.id === undefined) return undefined;
  const cutOff = state.call.phase === 'reconnecting';
  return remember(cutOff ? seenCutOff : seen, self, () => ({
    id: self.id ?? '',
    name: self.name,
    self: true,
    joinedAt: self.joinedAt,
    metadata: self.metadata,
    microphone: self.microphone,
    camera: self.camera,
    screen: self.screen,
    speaking: self.speaking,
    handRaised: self.handAt !== undefined,
    role: self.role,
    connection: cutOff ? 'reconnecting' : 'connected',
    path: undefined,
    quality: undefined,
  }));
}

/** One participant by id. */
export function selectParticipant(state: CallState, id: string | undefined): Participant | undefined {
  return selectParticipants(state).find((participant) => participant.id === id);
}

function participantOf(person: RemoteParticipant): Participant {
  const { isAway, link, handAt, hasPresence: _hasPresence, failure: _failure, ...known } = person;
  // Away from the room server and yet connected to us: still here. Away from both: on its way back, or gone soon.
  const connection = isAway && link !== 'connected' && link !== 'failed' ? 'reconnecting' : link;
  return remember(seen, person, () => ({
    ...known,
    self: false,
    handRaised: handAt !== undefined,
    connection,
    quality: undefined,
  }));
}

function remember<K extends object>(memory: WeakMap<K, Participant>, key: K, make: () => Participant): Participant {
  const known = memory.get(key);
  if (known) return known;
  const participant = Object.freeze(make());
  memory.set(key, participant);
  return participant;
}
