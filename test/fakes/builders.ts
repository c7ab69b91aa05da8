// Builders of test data: typical values, except for the fields that a test sets. A field that does not exist does not compile.
import { type ChatMessage, createMessage } from '../../src/core/chat.js';
import type { Fact } from '../../src/core/fact.js';
import type { RemoteParticipant } from '../../src/core/state/people.js';
import type { Presence } from '../../src/protocol/channel-message.js';
import type { Member } from '../../src/protocol/member.js';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** Bo, a guest. */
export function aMember(overrides: Partial<Member> = {}): Member {
  return { id: 'bo', name: 'Bo', metadata: {}, role: 'guest', joinedAt: 2, lost: false, ...overrides };
}

/** Another participant, by default Bo, connected and with both sources on. */
export function aRemoteParticipant(overrides: Partial<RemoteParticipant> = {}): RemoteParticipant {
  const { lost: isAway, ...member } = aMember();
  return {
    ...member,
    isAway,
    hasPresence: true,
    ...aPresence(),
    handAt: undefined,
    speaking: false,
    link: 'connected',
    path: 'direct',
    failure: undefined,
    ...overrides,
  };
}

/** Microphone and camera on, and nothing else. */
export function aPresence(overrides: Partial<Presence> = {}): Presence {
  return { microphone: 'on', camera: 'on', screen: 'off', ...overrides };
}

/** Nothing on. */
export function aQuietPresence(overrides: Partial<Presence> = {}): Presence {
  return aPresence({ microphone: 'off', camera: 'off', ...overrides });
}

/** The fact that a participant sends these sources. */
export function presenceOf(id: string, presence: Presence): FactOf<'presence-changed'> {
  return { type: 'presence-changed', id, presence };
}

/** "Hello" from Bo to everyone. Its id and its place follow from its author and number. */
export function aMessage(overrides: Partial<ChatMessage> = {}): ChatMessage {
  const {
    from = 'bo',
    name = from,
    to,
    past = false,
    seq = 1,
    order = seq,
    text = 'Hello',
    sentAt = 1_000,
  } = overrides;
  const message = createMessage({ seq, order, text, sentAt }, { from, name, to, past, log: [] });
  return Object.freeze({ ...message, ...overrides });
}

/** The fact that messages arrive in the chat. */
export function written(...messages: readonly ChatMessage[]): FactOf<'messages-received'> {
  return { type: 'messages-received', messages };
}
