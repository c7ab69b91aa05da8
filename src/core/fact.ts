import type { Member } from '../protocol/member.js';
import type { Presence } from '../protocol/channel-message.js';
import type { LeaveReason } from '../protocol/server-message.js';
import type { CallError } from './call-error.js';
import type { ChatMessage } from './chat.js';
import type { AudioCare, Device, DeviceKind, DeviceWish, Facing } from './device.js';
import type { By, SourceState, StreamSource } from './source.js';
import type { EndReason, ServerState } from './state/call.js';
import type { Reaction } from './state/chat.js';
import type { LinkState, Path } from './state/people.js';
import type { Metadata } from './state/self.js';
import type { Panel, View, Viewing } from './state/view.js';

/** Something that happened: in the browser, at a peer, at the room server. Only facts change the state. */
export type Fact =
  | { type: 'opened'; room: string; name: string; metadata: Metadata; audioOnly: boolean }
  | { type: 'join-started' }
  /** Joining takes so long that it gets a screen of its own. */
  | { type: 'join-slow' }
  | { type: 'welcomed'; id: string; members: readonly Member[]; kept: readonly string[] }
  | { type: 'member-seen'; member: Member }
  | { type: 'member-left'; id: string; reason: LeaveReason }
  | { type: 'server-changed'; server: ServerState }
  /** Holds until the room server answers. */
  | { type: 'server-unreachable'; error: CallError }
  | { type: 'line-changed'; alive: boolean }
  | { type: 'link-changed'; id: string; link: LinkState; path: Path | undefined; failure?: CallError }
  | { type: 'presence-changed'; id: string; presence: Presence }
  /** `problem` is what keeps the source from being on. */
  | { type: 'source-changed'; source: StreamSource; state: SourceState; by: By; problem?: CallError | undefined }
  | { type: 'profile-changed'; name: string; metadata: Metadata }
  | { type: 'audio-only-changed'; audioOnly: boolean }
  | { type: 'present-seen'; names: readonly string[] }
  | { type: 'devices-changed'; devices: readonly Device[] }
  | { type: 'device-chosen'; kind: DeviceKind; wish: DeviceWish | undefined }
  /** A choice failed; holds until one succeeds. */
  | { type: 'device-refused'; kind: DeviceKind; error: CallError }
  | { type: 'device-used'; kind: DeviceKind; id: string | undefined; facing?: Facing | undefined }
  | { type: 'audio-care-changed'; care: AudioCare }
  | { type: 'volume-changed'; id: string; volume: number }
  | { type: 'deafened-changed'; deafened: boolean }
  | { type: 'speaking-changed'; self: boolean; ids: readonly string[]; speakerId: string | undefined }
  | { type: 'microphone-judged'; dead: boolean; talkingWhileMuted: boolean }
  | { type: 'playback-changed'; blocked: boolean }
  | { type: 'invite-changed'; invite: View['invite'] }
  | { type: 'panel-changed'; panel: Panel | undefined }
  | { type: 'viewing-changed'; changes: Partial<Viewing> }
  | { type: 'hand-changed'; handAt: number | undefined }
  | { type: 'messages-received'; messages: readonly ChatMessage[] }
  | { type: 'messages-delivered'; ids: ReadonlySet<string> }
  | { type: 'messages-read' }
  | { type: 'reaction-shown'; reaction: Reaction }
  | { type: 'reaction-gone'; key: number }
  | { type: 'sounds-changed'; on: boolean }
  | { type: 'mirrored-changed'; mirrored: boolean }
  /** Only relays may be used: whether one is missing. */
  | { type: 'relay-judged'; error: CallError | undefined }
  | { type: 'file-missing'; subject: string; error: CallError }
  | { type: 'file-arrived'; subject: string }
  /** Something went wrong once, and nothing will end it. */
  | { type: 'went-wrong'; error: CallError }
  | { type: 'failed'; error: CallError; reason: EndReason | undefined }
  | { type: 'left'; reason: EndReason }
  | { type: 'closed' };
