import type { Member } from '../protocol/member.js';
import type { CallError } from './call-error.js';
import {
  type CallState,
  type ChatMessage,
  type Person,
  type Phase,
  type Self,
  type Viewing,
  initialSelf,
  initialState,
} from './call-state.js';
import { countUnread, mergeMessages } from './chat.js';
import type { Fact } from './fact.js';
import { tileOf } from './tile-key.js';

/**
 * The next state of a call. Pure; the same object comes back where nothing changed. Facts may arrive in any order (a member
 * that already left, a link of an ended call): what does not fit the phase changes nothing.
 */
export function reduce(state: CallState, fact: Fact): CallState {
  switch (fact.type) {
    case 'opened':
      return freeze({
        ...initialState,
        devices: state.devices,
        deviceIds: state.deviceIds,
        deviceWishes: state.deviceWishes,
        audioCare: state.audioCare,
        deafened: state.deafened,
        mirrored: state.mirrored,
        sounds: state.sounds,
        phase: 'prejoin',
        room: fact.room,
        audioOnly: fact.audioOnly,
        self: Object.freeze({ ...initialSelf, name: fact.name, metadata: fact.metadata }),
      });
    case 'join-started':
      return state.phase === 'prejoin' ? change(state, { phase: 'joining', slowToJoin: false }) : state;
    case 'join-slow':
      return state.phase === 'joining' ? change(state, { slowToJoin: true }) : state;
    case 'welcomed':
      return isJoining(state.phase) ? welcomed(state, fact) : state;
    case 'member-seen':
      return isInCall(state.phase) ? memberSeen(state, fact.member) : state;
    case 'member-left':
      return withPeople(
        state,
        state.people.filter((person) => person.id !== fact.id),
      );
    case 'server-changed':
      return change(state, { server: fact.server });
    case 'line-changed':
      return isInCall(state.phase) ? change(state, { phase: fact.alive ? 'joined' : 'reconnecting' }) : state;
    case 'link-changed':
      return withPerson(state, fact.id, { link: fact.link, path: fact.path });
    case 'presence-changed':
      return withPerson(state, fact.id, { ...fact.presence, handAt: fact.presence.handAt, heard: true });
    case 'source-changed':
      return state.phase === 'idle'
        ? state
        : change(state, {
            self: change(state.self, { [fact.source]: fact.state }),
            mutedByHost: fact.source === 'microphone' ? isMutedByHost(state, fact) : state.mutedByHost,
          });
    case 'profile-changed':
      return change(state, {
        self: change(state.self, { name: fact.name, metadata: sameJson(state.self.metadata, fact.metadata) }),
      });
    case 'audio-only-changed':
      return change(state, { audioOnly: fact.audioOnly });
    case 'present-seen':
      return state.phase === 'prejoin' ? change(state, { present: sameJson(state.present, fact.names) }) : state;
    case 'devices-changed':
      return change(state, { devices: sameJson(state.devices, fact.devices) });
    case 'device-chosen':
      return change(state, { deviceWishes: withEntry(state.deviceWishes, fact.kind, fact.wish) });
    case 'device-used':
      return change(state, {
        deviceIds: withEntry(state.deviceIds, fact.kind, fact.id),
        facing: fact.kind === 'camera' ? fact.facing : state.facing,
      });
    case 'audio-care-changed':
      return change(state, { audioCare: change(state.audioCare, fact.care) });
    case 'volume-changed':
      return state.people.some(({ id }) => id === fact.id)
        ? change(state, { volumes: withEntry(state.volumes, fact.id, fact.volume) })
        : state;
    case 'deafened-changed':
      return change(state, { deafened: fact.deafened });
    case 'speaking-changed':
      return speakingChanged(state, fact);
    case 'microphone-judged':
      return change(state, { silent: fact.silent, talkingWhileMuted: fact.talkingWhileMuted });
    case 'playback-changed':
      return change(state, { playbackBlocked: fact.blocked });
    case 'invite-changed':
      return isInCall(state.phase) ? change(state, { invite: fact.invite }) : state;
    case 'panel-changed':
      return isInCall(state.phase)
        ? change(state, { panel: fact.panel, ...(fact.panel === 'chat' && { unread: 0 }) })
        : state;
    case 'viewing-changed':
      return isInCall(state.phase) ? viewingChanged(state, fact.changes) : state;
    case 'hand-changed':
      return isInCall(state.phase) ? change(state, { self: change(state.self, { handAt: fact.handAt }) }) : state;
    case 'messages-told':
      return isInCall(state.phase) ? messagesTold(state, fact.messages) : state;
    case 'messages-delivered':
      return change(state, { messages: delivered(state.messages, fact.ids) });
    case 'messages-read':
      return change(state, { unread: 0 });
    case 'reaction-shown':
      return isInCall(state.phase)
        ? change(state, { reactions: Object.freeze([...state.reactions, Object.freeze(fact.reaction)]) })
        : state;
    case 'reaction-gone': {
      const reactions = state.reactions.filter(({ key }) => key !== fact.key);
      return reactions.length === state.reactions.length
        ? state
        : change(state, { reactions: Object.freeze(reactions) });
    }
    case 'sounds-changed':
      return change(state, { sounds: fact.on });
    case 'went-wrong':
      return change(state, { errors: withError(state.errors, fact.error) });
    case 'mended':
      return change(state, { errors: without(state.errors, fact.code, fact.subject) });
    case 'failed':
      return over(state, 'failed', { errors: withError(state.errors, fact.error), leftReason: fact.reason });
    case 'left':
      return isJoining(state.phase) || state.phase === 'prejoin'
        ? over(state, 'left', { leftReason: fact.reason })
        : state;
    case 'closed':
      return state.phase === 'idle' ? state : initialState;
  }
}

/** Whether the self is a member of the room, line or no line. */
export function isInCall(phase: Phase): boolean {
  return phase === 'joined' || phase === 'reconnecting';
}

/** What shows of a call: a join that takes no time has no screen of its own, and the one before it stays. */
export function shownPhase({ phase, slowToJoin }: Pick<CallState, 'phase' | 'slowToJoin'>): Phase {
  return phase === 'joining' && !slowToJoin ? 'prejoin' : phase;
}

function isJoining(phase: Phase): boolean {
  return phase === 'joining' || phase === 'waiting' || isInCall(phase);
}

function viewingChanged(state: CallState, changes: Partial<Viewing>): CallState {
  return change(state, { ...changes, pins: pinsThatHold(changes.pins ?? state.pins, state.self.id, state.people) });
}

/** Each pin once, of those who are here. A pinned screen that is not shared for a while stays pinned. */
function pinsThatHold(
  pins: readonly string[],
  selfId: string | undefined,
  people: readonly Person[],
): readonly string[] {
  const here = new Set([selfId, ...people.map(({ id }) => id)]);
  const holding = [...new Set(pins)].filter((key) => here.has(tileOf(key).id));
  return holding.length === pins.length ? pins : Object.freeze(holding);
}

function welcomed(state: CallState, fact: Extract<Fact, { type: 'welcomed' }>): CallState {
  const self = fact.members.find((member) => member.id === fact.id);
  if (!self) return state;
  const known = new Map(state.people.map((person) => [person.id, person]));
  const named = new Set(fact.members.map((member) => member.id));
  // A room server that has forgotten the others (it was restarted) names them when they come back; until then whoever still
  // talks to us is here.
  const kept = state.people.filter((person) => fact.kept.includes(person.id) && !named.has(person.id));
  const people = fact.members
    .filter((member) => member.id !== fact.id)
    .map((member) => personOf(member, known.get(member.id)));
  return withPeople(
    change(state, {
      phase: 'joined',
      server: 'welcomed',
      self: change(state.self, {
        ...selfOf(self, state.self),
        id: fact.id,
        joinedAt: state.self.joinedAt || self.joinedAt,
      }),
    }),
    [...kept, ...people],
  );
}

function memberSeen(state: CallState, member: Member): CallState {
  if (member.id === state.self.id) {
    return change(state, { self: change(state.self, selfOf(member, state.self)) });
  }
  const known = state.people.find((person) => person.id === member.id);
  const person = personOf(member, known);
  return withPeople(
    state,
    known ? state.people.map((other) => (other === known ? person : other)) : [...state.people, person],
  );
}

/** What the room server knows of the self: it may have another name for it than the page, from the access token. */
function selfOf({ name, metadata, role }: Member, known: Self): Pick<Self, 'name' | 'metadata' | 'role'> {
  return { name, role, metadata: sameJson(known.metadata, metadata) };
}

function speakingChanged(state: CallState, fact: Extract<Fact, { type: 'speaking-changed' }>): CallState {
  const people = state.people.map((person) => change(person, { speaking: fact.ids.includes(person.id) }));
  const isHere = people.some(({ id }) => id === fact.speakerId);
  return change(withPeople(state, people), {
    self: change(state.self, { speaking: fact.self }),
    speakerId: isHere ? fact.speakerId : undefined,
  });
}

function messagesTold(state: CallState, told: readonly ChatMessage[]): CallState {
  const messages = mergeMessages(state.messages, told);
  const unread = state.panel === 'chat' ? 0 : countUnread(state.unread, state.messages, messages, state.self.id);
  return change(state, { messages, unread });
}

function delivered(messages: readonly ChatMessage[], ids: ReadonlySet<string>): readonly ChatMessage[] {
  if (!messages.some(({ id, waiting }) => waiting && ids.has(id))) return messages;
  return Object.freeze(
    messages.map((message) => (ids.has(message.id) ? change(message, { waiting: false }) : message)),
  );
}

/** A member as a participant: what the room server knows, and what is known already of the link and the presence. */
function personOf(member: Member, known: Person | undefined): Person {
  const told = { name: member.name, metadata: member.metadata, role: member.role, lost: member.lost };
  if (known) return change(known, { ...told, metadata: sameJson(known.metadata, told.metadata) });
  return Object.freeze<Person>({
    ...told,
    id: member.id,
    joinedAt: member.joinedAt,
    heard: false,
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    handAt: undefined,
    speaking: false,
    link: 'new',
    path: undefined,
  });
}

// A decoded object is always a new one; the old one stays while it says the same, so that nothing seems to change.
function sameJson<T>(known: T, told: T): T {
  return JSON.stringify(known) === JSON.stringify(told) ? known : told;
}

function withPerson(state: CallState, id: string, changes: Partial<Person>): CallState {
  return withPeople(
    state,
    state.people.map((person) => (person.id === id ? change(person, changes) : person)),
  );
}

function withPeople(state: CallState, people: readonly Person[]): CallState {
  const sorted = [...people].sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  const same = sorted.length === state.people.length && sorted.every((person, index) => person === state.people[index]);
  if (same) return state;
  const speakerId = sorted.some(({ id }) => id === state.speakerId) ? state.speakerId : undefined;
  const pins = pinsThatHold(state.pins, state.self.id, sorted);
  return change(state, { people: Object.freeze(sorted), speakerId, pins, met: true });
}

/** A host has switched off what was on; what was off already, nobody has taken away. */
function isMutedByHost(
  { self, mutedByHost }: CallState,
  { state, by }: Extract<Fact, { type: 'source-changed' }>,
): boolean {
  return state === 'off' && by === 'host' && (mutedByHost || self.microphone === 'on');
}

/** The end of a call keeps the name and what went wrong; devices are released and nobody is there. */
function over(state: CallState, phase: 'left' | 'failed', changes: Partial<CallState>): CallState {
  return change(state, {
    people: Object.freeze([]),
    playbackBlocked: false,
    facing: undefined,
    volumes: initialState.volumes,
    speakerId: undefined,
    silent: false,
    talkingWhileMuted: false,
    mutedByHost: false,
    invite: undefined,
    panel: undefined,
    pins: initialState.pins,
    selfHidden: false,
    fullscreen: false,
    pip: false,
    messages: initialState.messages,
    unread: 0,
    reactions: initialState.reactions,
    self: Object.freeze({ ...initialSelf, name: state.self.name, metadata: state.self.metadata }),
    ...changes,
    phase,
  });
}

/** The entries with one set, or removed where `value` is undefined. */
function withEntry<T extends object, K extends keyof T>(entries: T, key: K, value: T[K] | undefined): T {
  if (JSON.stringify(entries[key]) === JSON.stringify(value)) return entries;
  const next = { ...entries };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return freeze(next);
}

function withError(errors: readonly CallError[], error: CallError): readonly CallError[] {
  return Object.freeze([...without(errors, error.code, error.subject), error]);
}

function without(errors: readonly CallError[], code: string, subject: string | undefined): readonly CallError[] {
  const rest = errors.filter((error) => error.code !== code || error.subject !== subject);
  return rest.length === errors.length ? errors : Object.freeze(rest);
}

function change<T extends object>(value: T, changes: Partial<T>): T {
  const keys = Object.keys(changes) as (keyof T)[];
  return keys.every((key) => value[key] === changes[key]) ? value : freeze({ ...value, ...changes });
}

function freeze<T extends object>(value: T): T {
  return Object.freeze(value);
}
