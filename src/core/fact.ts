import type { Member } from '../protocol/member.js';
import type { Presence } from '../protocol/channel-message.js';
import type { CallError, ErrorCode } from './call-error.js';
import type {
  AudioCare,
  By,
  CallState,
  ChatMessage,
  Device,
  DeviceKind,
  DeviceWish,
  Facing,
  LeftReason,
  LinkState,
  Metadata,
  Panel,
  Path,
  Reaction,
  ServerState,
  SourceState,
  StreamSource,
  Viewing,
} from './call-state.js';

/** Something that happened: in the browser, at a peer, at the room server. Only facts change the state. */
export type Fact =
  | { type: 'opened'; room: string; name: string; metadata: Metadata; audioOnly: boolean }
  | { type: 'join-started' }
  /** Joining takes so long that people want to be told. */
  | { type: 'join-slow' }
  | { type: 'welcomed'; id: string; members: readonly Member[]; kept: readonly string[] }
  | { type: 'member-seen'; member: Member }
  | { type: 'member-left'; id: string; reason: PersonLeftReason }
  | { type: 'server-changed'; server: ServerState }
  | { type: 'line-changed'; alive: boolean }
  | { type: 'link-changed'; id: string; link: LinkState; path: Path | undefined }
  | { type: 'presence-changed'; id: string; presence: Presence }
  | { type: 'source-changed'; source: StreamSource; state: SourceState; by: By }
  | { type: 'profile-changed'; name: string; metadata: Metadata }
  | { type: 'audio-only-changed'; audioOnly: boolean }
  | { type: 'present-seen'; names: readonly string[] }
  | { type: 'devices-changed'; devices: readonly Device[] }
  | { type: 'device-chosen'; kind: DeviceKind; wish: DeviceWish | undefined }
  | { type: 'device-used'; kind: DeviceKind; id: string | undefined; facing?: Facing | undefined }
  | { type: 'audio-care-changed'; care: AudioCare }
  | { type: 'volume-changed'; id: string; volume: number }
  | { type: 'deafened-changed'; deafened: boolean }
  | { type: 'speaking-changed'; self: boolean; ids: readonly string[]; speakerId: string | undefined }
  | { type: 'microphone-judged'; silent: boolean; talkingWhileMuted: boolean }
  | { type: 'playback-changed'; blocked: boolean }
  | { type: 'invite-changed'; invite: CallState['invite'] }
  | { type: 'panel-changed'; panel: Panel | undefined }
  | { type: 'viewing-changed'; changes: Partial<Viewing> }
  | { type: 'hand-changed'; handAt: number | undefined }
  | { type: 'messages-told'; messages: readonly ChatMessage[] }
  | { type: 'messages-delivered'; ids: ReadonlySet<string> }
  | { type: 'messages-read' }
  | { type: 'reaction-shown'; reaction: Reaction }
  | { type: 'reaction-gone'; key: number }
  | { type: 'sounds-changed'; on: boolean }
  | { type: 'went-wrong'; error: CallError }
  | { type: 'mended'; code: ErrorCode; subject: string | undefined }
  | { type: 'failed'; error: CallError; reason: LeftReason | undefined }
  | { type: 'left'; reason: LeftReason }
  | { type: 'closed' };

/** Why a participant is gone; the detail of `p2p-participant-left`. */
export type PersonLeftReason = 'left' | 'connection-lost' | 'removed';
