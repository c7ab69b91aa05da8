import type { LeaveReason } from '../protocol/server-message.js';
import type { CallError } from './call-error.js';
import { newMessages } from './chat.js';
import type { By } from './source.js';
import type { LeftReason } from './state/call.js';
import type { CallState } from './state/call-state.js';
import type { LinkState, Path } from './state/people.js';
import { isInCall, type Phase } from './state/phase.js';
import type { Fact } from './fact.js';
import { type Participant, selectParticipants } from './participant.js';

export type { LeaveReason };

/** What each event of `<p2p-call>` carries in its `detail`. All bubble and are composed. */
export interface CallEventDetails {
  'p2p-state-change': { state: Phase; previous: Phase };
  'p2p-joined': { id: string };
  'p2p-left': { reason: LeftReason };
  'p2p-participant-joined': { participant: Participant };
  'p2p-participant-changed': { participant: Participant; changed: readonly (keyof Participant)[] };
  'p2p-participant-left': { participant: Participant; reason: LeaveReason };
  'p2p-microphone-change': { on: boolean; by: By };
  'p2p-camera-change': { on: boolean; by: By };
  'p2p-screen-change': { on: boolean; by: By };
  /** Also for the self's own messages, and for those that were written before it came. */
  'p2p-message': { id: string; from: string; text: string; sentAt: number; to: string | undefined };
  'p2p-reaction': { from: string; emoji: string };
  'p2p-hand-change': { id: string; raised: boolean };
  'p2p-devices-change': Record<string, never>;
  'p2p-talking-while-muted': Record<string, never>;
  /** `id` is undefined once the last speaker has left. */
  'p2p-speaker-change': { id: string | undefined };
  'p2p-playback-blocked': Record<string, never>;
  /** The page's own value, from another participant. */
  'p2p-data': { from: string; value: unknown };
  'p2p-connection-change': { id: string; connection: LinkState; path: Path | undefined };
  'p2p-error': { error: CallError };
}

/** One event to be dispatched. */
export type CallEvent = {
  [T in keyof CallEventDetails]: { type: T; detail: CallEventDetails[T] };
}[keyof CallEventDetails];

/** The events that a page gets about a change, in the order in which they make sense. Pure. */
export function eventsOf(previous: CallState, fact: Fact, next: CallState): readonly CallEvent[] {
  if (previous === next) return [];
  const events: CallEvent[] = next.errors
    .filter((error) => !previous.errors.includes(error))
    .map((error) => ({ type: 'p2p-error', detail: { error } }));
  if (previous.call.phase !== next.call.phase) {
    events.push({ type: 'p2p-state-change', detail: { state: next.call.phase, previous: previous.call.phase } });
  }
  if (fact.type === 'source-changed') events.push(...sourceEvents(previous, fact, next));
  if (previous.settings.devices !== next.settings.devices) events.push({ type: 'p2p-devices-change', detail: {} });
  if (!previous.self.talkingWhileMuted && next.self.talkingWhileMuted) {
    events.push({ type: 'p2p-talking-while-muted', detail: {} });
  }
  if (!previous.view.playbackBlocked && next.view.playbackBlocked)
    events.push({ type: 'p2p-playback-blocked', detail: {} });
  if (!isInCall(previous.call.phase) && isInCall(next.call.phase) && next.self.id !== undefined) {
    events.push({ type: 'p2p-joined', detail: { id: next.self.id } });
  }
  if (isInCall(next.call.phase)) events.push(...peopleEvents(previous, fact, next));
  if (previous.people.speakerId !== next.people.speakerId && isInCall(next.call.phase)) {
    events.push({ type: 'p2p-speaker-change', detail: { id: next.people.speakerId } });
  }
  for (const { id, from, text, sentAt, to } of newMessages(previous.chat.messages, next.chat.messages)) {
    events.push({ type: 'p2p-message', detail: { id, from, text, sentAt, to } });
  }
  if (fact.type === 'reaction-shown') {
    const { from, emoji } = fact.reaction;
    events.push({ type: 'p2p-reaction', detail: { from, emoji } });
  }
  if ((fact.type === 'left' || fact.type === 'failed') && fact.reason && previous.call.phase !== next.call.phase) {
    events.push({ type: 'p2p-left', detail: { reason: fact.reason } });
  }
  return events;
}

function sourceEvents(
  previous: CallState,
  fact: Extract<Fact, { type: 'source-changed' }>,
  next: CallState,
): CallEvent[] {
  const on = next.self[fact.source] === 'on';
  if ((previous.self[fact.source] === 'on') === on) return [];
  const detail = { on, by: fact.by };
  return [{ type: `p2p-${fact.source}-change` as const, detail }];
}

function peopleEvents(previous: CallState, fact: Fact, next: CallState): CallEvent[] {
  const events: CallEvent[] = [];
  const before = new Map(selectParticipants(previous).map((participant) => [participant.id, participant]));
  const after = selectParticipants(next);
  const reason = fact.type === 'member-left' ? fact.reason : 'connection-lost';
  const present = new Set(after.map((participant) => participant.id));
  for (const participant of before.values()) {
    if (!present.has(participant.id) && !participant.self) {
      events.push({ type: 'p2p-participant-left', detail: { participant, reason } });
    }
  }
  for (const participant of after) {
    const known = before.get(participant.id);
    if (!known) {
      if (!participant.self) events.push({ type: 'p2p-participant-joined', detail: { participant } });
    } else if (known !== participant) {
      events.push(...changeEvents(known, participant));
    }
  }
  return events;
}

function changeEvents(known: Participant, participant: Participant): CallEvent[] {
  const changed = (Object.keys(participant) as (keyof Participant)[]).filter((key) => known[key] !== participant[key]);
  if (changed.length === 0) return [];
  const events: CallEvent[] = [{ type: 'p2p-participant-changed', detail: { participant, changed } }];
  const { id, connection, path, handRaised } = participant;
  if (changed.includes('connection') || changed.includes('path')) {
    events.push({ type: 'p2p-connection-change', detail: { id, connection, path } });
  }
  if (changed.includes('handRaised')) events.push({ type: 'p2p-hand-change', detail: { id, raised: handRaised } });
  return events;
}
