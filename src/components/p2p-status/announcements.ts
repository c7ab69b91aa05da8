import type { EndReason } from '../../core/state/call.js';
import type { CallState } from '../../core/state/call-state.js';
import type { RemoteParticipant } from '../../core/state/people.js';
import type { ErrorCode, OccurringErrorCode } from '../../core/call-error.js';
import { newMessages } from '../../core/chat.js';
import { isInCall } from '../../core/state/phase.js';
import type { Dictionary, Explanation } from '../../locales/en.js';
import { type Notice, noticesOf } from './notices.js';

/** Something worth telling people who do not see the call. Names may be empty. */
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

/** What several people can do at once. */
type GroupNews = 'arrived' | 'departed' | 'unreachable' | 'raised';

/** How many people are named at once; the others are counted. */
const namesAtOnce = 3;

/** More messages than this at once are counted. */
const messagesAtOnce = 2;

/** Of a longer message only the beginning, in UTF-16 units: speech has no end in sight. */
const spokenLength = 160;

/**
 * What to tell about the way from one state to another. The two may lie far apart: who came and went in between is not told,
 * so that telling every second or two, and not each change, keeps a busy call quiet.
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
  // Who leaves on purpose knows it.
  if (next.call.phase === 'left' && next.call.leftReason && next.call.leftReason !== 'left') {
    return [{ type: 'over', reason: next.call.leftReason }];
  }
  return [];
}

function peopleAnnouncements(previous: CallState, next: CallState): Announcement[] {
  if (!isInCall(previous.call.phase) || !isInCall(next.call.phase)) return [];
  const before = new Map(previous.people.list.map((person) => [person.id, person]));
  const after = new Set(next.people.list.map((person) => person.id));
  return [
    ...about(
      'arrived',
      next.people.list.filter((person) => !before.has(person.id)),
    ),
    ...about(
      'departed',
      previous.people.list.filter((person) => !after.has(person.id)),
    ),
    ...about(
      'unreachable',
      next.people.list.filter((person) => person.link === 'failed' && before.get(person.id)?.link !== 'failed'),
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

/** What others have just written; the chat as it was before one came is no news. */
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
  // Nobody is "1 other" where there was room for a name.
  const named = people.length <= namesAtOnce + 1 ? people.length : namesAtOnce;
  return [{ type, names: people.slice(0, named).map((person) => person.name), more: people.length - named }];
}

function problems(previous: CallState, next: CallState): Announcement[] {
  return next.errors
    .filter((error) => !previous.errors.includes(error) && isWorthTelling(error.code))
    .map((error) => ({ type: 'problem', code: error.code }));
}

function newNotices(previous: CallState, next: CallState): Announcement[] {
  const known = noticesOf(previous);
  return noticesOf(next)
    .filter((notice) => !known.includes(notice))
    .map((notice) => ({ type: 'notice', notice }));
}

/** Whether an error concerns the people in the call; the others are for whoever wrote the page, or shown on a tile. */
export function isWorthTelling(code: ErrorCode): boolean {
  return !['bad-value', 'not-joined', 'not-host', 'aborted', 'peer-unreachable'].includes(code);
}

/** The words for an error. A reserved code has none, and no error is made with one. */
export function explanationOf(code: ErrorCode, { errors }: Dictionary): Explanation {
  return errors[code as OccurringErrorCode];
}

/** An announcement in words. */
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
