import type { Member, Metadata, Role } from '../../protocol/member.js';
import type { CallError } from '../call-error.js';
import type { Fact } from '../fact.js';
import type { SourceState } from '../source.js';
import { change, sameJson, withEntry } from './change.js';

/** The connection to one peer, as people understand it. */
export type LinkState = 'new' | 'connecting' | 'connected' | 'reconnecting' | 'failed';

/** How media travels to one peer: directly, or through a TURN relay. */
export type Path = 'direct' | 'relayed';

/** Another participant. */
export interface RemoteParticipant {
  readonly id: string;
  readonly name: string;
  readonly metadata: Metadata;
  readonly role: Role;
  readonly joinedAt: number;
  /** Its socket to the room server is gone, and the room server waits for it to come back. */
  readonly isAway: boolean;
  /** Its presence has arrived (rule D2). Until then its sources count as off, though anything may come. */
  readonly hasPresence: boolean;
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  /** Since when the hand is raised, in milliseconds since the epoch by this participant's clock. */
  readonly handAt: number | undefined;
  readonly speaking: boolean;
  readonly link: LinkState;
  readonly path: Path | undefined;
  /** Why no connection could be made, until there is one. */
  readonly failure: CallError | undefined;
}

/** The others in the call. */
export interface People {
  /** In order of joining; empty outside a call. */
  readonly list: readonly RemoteParticipant[];
  /** Who of them speaks, or spoke last. */
  readonly speakerId: string | undefined;
  /** Someone has been in this call with the self, and may have left since. */
  readonly met: boolean;
  /** How loud each of them is played, 0 to 1, by id; absent: 1. */
  readonly volumes: Readonly<Record<string, number>>;
}

export const nobody: People = Object.freeze({
  list: Object.freeze([]),
  speakerId: undefined,
  met: false,
  volumes: Object.freeze({}),
});

/** `selfId` is the self's, whom the room server lists with the others. */
export function reducePeople(people: People, fact: Fact, selfId: string | undefined): People {
  switch (fact.type) {
    case 'welcomed':
      return withList(people, welcomed(people.list, fact));
    case 'member-seen':
      return fact.member.id === selfId ? people : withList(people, seen(people.list, fact.member));
    case 'member-left':
      return withList(
        people,
        people.list.filter(({ id }) => id !== fact.id),
      );
    case 'link-changed':
      return withChange(people, fact.id, (known) => ({
        link: fact.link,
        path: fact.path,
        failure: failureOf(known, fact),
      }));
    case 'presence-changed': {
      const { microphone, camera, screen, handAt } = fact.presence;
      return withChange(people, fact.id, () => ({ microphone, camera, screen, handAt, hasPresence: true }));
    }
    case 'speaking-changed': {
      const list = people.list.map((known) => change(known, { speaking: fact.ids.includes(known.id) }));
      return withList(change(people, { speakerId: fact.speakerId }), list);
    }
    case 'volume-changed':
      return people.list.some(({ id }) => id === fact.id)
        ? change(people, { volumes: withEntry(people.volumes, fact.id, fact.volume) })
        : people;
    default:
      return people;
  }
}

function welcomed(
  list: readonly RemoteParticipant[],
  { id, members, kept }: Extract<Fact, { type: 'welcomed' }>,
): readonly RemoteParticipant[] {
  const known = new Map(list.map((participant) => [participant.id, participant]));
  const named = new Set(members.map((member) => member.id));
  // A room server that has forgotten the others (it was restarted) names them when they come back; until then whoever still
  // talks to us is here.
  const unnamed = list.filter((participant) => kept.includes(participant.id) && !named.has(participant.id));
  const others = members.filter((member) => member.id !== id);
  return [...unnamed, ...others.map((member) => participantOf(member, known.get(member.id)))];
}

function seen(list: readonly RemoteParticipant[], member: Member): readonly RemoteParticipant[] {
  const known = list.find(({ id }) => id === member.id);
  const participant = participantOf(member, known);
  return known ? list.map((other) => (other === known ? participant : other)) : [...list, participant];
}

/** A member as a participant: what the room server knows, and what is known already of the link and the presence. */
function participantOf(member: Member, known: RemoteParticipant | undefined): RemoteParticipant {
  const { name, metadata, role, lost: isAway } = member;
  if (known) return change(known, { name, role, isAway, metadata: sameJson(known.metadata, metadata) });
  return Object.freeze<RemoteParticipant>({
    name,
    metadata,
    role,
    isAway,
    id: member.id,
    joinedAt: member.joinedAt,
    hasPresence: false,
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    handAt: undefined,
    speaking: false,
    link: 'new',
    path: undefined,
    failure: undefined,
  });
}

/** A failure ends when there is a connection. A link that is reported as failed once more keeps its failure. */
function failureOf(
  known: RemoteParticipant,
  { link, failure }: Extract<Fact, { type: 'link-changed' }>,
): CallError | undefined {
  if (link === 'connected') return undefined;
  if (link === 'failed' && known.link !== 'failed') return failure ?? known.failure;
  return known.failure ?? failure;
}

function withChange(
  people: People,
  id: string,
  changesOf: (known: RemoteParticipant) => Partial<RemoteParticipant>,
): People {
  return withList(
    people,
    people.list.map((known) => (known.id === id ? change(known, changesOf(known)) : known)),
  );
}

/** Sorted; only someone who is here has the floor. */
function withList(people: People, list: readonly RemoteParticipant[]): People {
  const sorted = [...list].sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  const isSame = sorted.length === people.list.length && sorted.every((one, index) => one === people.list[index]);
  return change(people, {
    list: isSame ? people.list : Object.freeze(sorted),
    speakerId: sorted.some(({ id }) => id === people.speakerId) ? people.speakerId : undefined,
    met: people.met || sorted.length > 0,
  });
}
