import type { EndReason } from '../../core/state/call.js';
import type { CallState } from '../../core/state/call-state.js';
import type { RemoteParticipant } from '../../core/state/people.js';
import type { ErrorCode, OccurringErrorCode } from '../../core/call-error.js';
import { newMessages } from '../../core/chat.js';
import { nameSome } from '../../core/names.js';
import { isInCall } from '../../core/state/phase.js';
import type { Dictionary, Explanation } from '../../locales/en.js';
import { type Notice, noticesOf } from './notices.js';

/** Something to announce to people who do not see the call. Names may be empty. */
export type Announcement =
  | { type: 'joined'; others: number }
  | { type: GroupNews; names: readonly string[]; more: number }
  | { type: 'wrote'; name: string; text: string; isPrivate: boolean }
  | { type: 'many-wrote'; count: number }
  | { type: 'reconnecting' }
  | { type: 'reconnected' }
  | { type: 'muted' | 'hosting' | 'invited' }
  | { type: 'problem'; code: ErrorCode }
  | { type: 'notice'; notice: Notice }
  | { type: 'over'; reason: EndReason };

/** Announcements that can be about several participants at once. */
type GroupNews = 'arrived' | 'departed' | 'unreachable' | 'raised';

/** More messages than this at once are only counted. */
const messagesAtOnce = 2;

/** Of a longer message only the beginning is announced, in UTF-16 units: listeners cannot see how long it is. */
const spokenLength = 160;

/**
 * What to announce about the changes from one state to another. The states may be seconds apart. A participant who came and left
 * in between is not announced, so a busy call stays quiet if announcements are made every second or two.
 */
export function announcementsOf(previous: CallState, next: CallState): readonly Announcement[] {
  if (previous === next) return [];
  return [
    ...phaseAnnouncements(previous, next),
    ...peopleAnnouncements(previous, next),
    ...selfAnnouncements(previous, next),
    ...messageAnnouncements(previous, next),
    ...problems(previous, next),
    ...newNotices(previous, next),
  ];
}

function phaseAnnouncements(previous: CallState, next: CallState): Announcement[] {
  if (previous.call.phase === next.call.phase) return [];
  if (!isInCall(previous.call.phase) && isInCall(next.call.phase))
    return [{ type: 'joined', others: next.people.list.length }];
  if (next.call.phase === 'reconnecting') return [{ type: 'reconnecting' }];
  if (next.call.phase === 'joined') return [{ type: 'reconnected' }];
  // People who leave on purpose need no announcement.
  if (next.call.phase === 'left' && next.call.leftReason && next.call.leftReason !== 'left') {
    return [{ type: 'over', reason: next.call.leftReason }];
  }
  return [];
}

function peopleAnnouncements(previous: CallState, next: CallState): Announcement[] {
  if (!isInCall(previous.call.phase) || !isInCall(next.call.phase)) return [];
  const before = new Map(previous.people.list.map((participant) => [participant.id, participant]));
  const after = new Set(next.people.list.map(({ id }) => id));
  return [
    ...about(
      'arrived',
      next.people.list.filter(({ id }) => !before.has(id)),
    ),
    ...about(
      'departed',
      previous.people.list.filter(({ id }) => !after.has(id)),
    ),
    ...about(
      'unreachable',
      next.people.list.filter(({ id, link }) => link === 'failed' && before.get(id)?.link !== 'failed'),
    ),
    ...about(
      'raised',
      next.people.list.filter(({ id, handAt }) => handAt !== undefined && before.get(id)?.handAt === undefined),
    ),
  ];
}

function selfAnnouncements(previous: CallState, next: CallState): Announcement[] {
  if (!isInCall(previous.call.phase) || !isInCall(next.call.phase)) return [];
  return [
    ...(next.self.mutedByHost && !previous.self.mutedByHost ? [{ type: 'muted' as const }] : []),
    ...(next.self.role === 'host' && previous.self.role !== 'host' ? [{ type: 'hosting' as const }] : []),
    ...(next.view.invite === 'copied' && previous.view.invite !== 'copied' ? [{ type: 'invited' as const }] : []),
  ];
}

/** New messages of others. The messages that were sent before the self joined are not announced. */
function messageAnnouncements(previous: CallState, next: CallState): Announcement[] {
  const news = newMessages(previous.chat.messages, next.chat.messages).filter(
    ({ from, past }) => from !== next.self.id && !past,
  );
  if (news.length > messagesAtOnce) return [{ type: 'many-wrote', count: news.length }];
  return news.map(({ from, name, text, to }) => ({
    type: 'wrote',
    name: next.people.list.find(({ id }) => id === from)?.name ?? name,
    text: text.length > spokenLength ? `${text.slice(0, spokenLength)}…` : text,
    isPrivate: to !== undefined,
  }));
}

function about(type: GroupNews, people: readonly RemoteParticipant[]): Announcement[] {
  if (people.length === 0) return [];
  const { named, more } = nameSome(people.map(({ name }) => name));
  return [{ type, names: named, more }];
}

function problems(previous: CallState, next: CallState): Announcement[] {
  return next.errors
    .filter((error) => !previous.errors.includes(error) && concernsPeople(error.code))
    .map((error) => ({ type: 'problem', code: error.code }));
}

function newNotices(previous: CallState, next: CallState): Announcement[] {
  const known = noticesOf(previous);
  return noticesOf(next)
    .filter((notice) => !known.includes(notice))
    .map((notice) => ({ type: 'notice', notice }));
}

/** Whether an error concerns the people in the call. Other errors are for the author of the page, or shown on a tile. */
export function concernsPeople(code: ErrorCode): boolean {
  return !['bad-value', 'not-joined', 'not-host', 'aborted', 'peer-unreachable'].includes(code);
}

/** The words for an error. Reserved codes have none, but no error has such a code. */
export function explanationOf(code: ErrorCode, { errors }: Dictionary): Explanation {
  return errors[code as OccurringErrorCode];
}

/** The text of an announcement. */
export function announcementText(announcement: Announcement, words: Dictionary): string {
  const { announce } = words;
  switch (announcement.type) {
    case 'joined':
      return announce.joined(announcement.others);
    case 'arrived':
    case 'departed':
    case 'unreachable':
    case 'raised': {
      const names = announcement.names.map((name) => name || words.guest);
      return announce[announcement.type](names, announcement.more);
    }
    case 'wrote': {
      const { name, text, isPrivate } = announcement;
      return announce.wrote(name || words.guest, text, isPrivate);
    }
    case 'many-wrote':
      return words.toolbar.unread(announcement.count);
    case 'reconnecting':
      return `${words.reconnecting.title}. ${words.reconnecting.text}`;
    case 'reconnected':
      return announce.reconnected;
    case 'muted':
      return `${words.muted.title}. ${words.muted.text}`;
    case 'hosting':
      return announce.hosting;
    case 'invited':
      return words.invite.copied;
    case 'problem':
      return spoken(explanationOf(announcement.code, words));
    case 'notice':
      return `${words.notice[announcement.notice].title}. ${words.notice[announcement.notice].text}`;
    case 'over':
      return spoken(words.left[announcement.reason]);
  }
}

function spoken({ title, remedy }: { title: string; remedy: string }): string {
  return remedy ? `${title}. ${remedy}` : title;
}
