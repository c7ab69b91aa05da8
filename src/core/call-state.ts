import type { Metadata, Role } from '../protocol/member.js';
import type { SourceState } from '../protocol/channel-message.js';
import type { CallError } from './call-error.js';
import type { ChatMessage } from './chat.js';

export type { ChatMessage, Metadata, Role, SourceState };

/** Where the call stands; what `p2p-call.state` says. */
export type Phase = 'idle' | 'prejoin' | 'joining' | 'waiting' | 'joined' | 'reconnecting' | 'left' | 'failed';

/** Why a call ended; the detail of `p2p-left`. */
export type LeftReason =
  | 'left'
  | 'removed'
  | 'denied'
  | 'ended'
  | 'replaced'
  | 'full'
  | 'locked'
  | 'unauthorized'
  | 'connection-lost'
  | 'room-changed'
  | 'page-closed';

/** The connection to one peer, as people understand it. */
export type LinkState = 'new' | 'connecting' | 'connected' | 'reconnecting' | 'failed';

/** How media travels to one peer: directly, or through a TURN relay. */
export type Path = 'direct' | 'relayed';

/** What a person can switch. */
export type Source = 'microphone' | 'camera';

/** What a participant shows and says, each switched by itself. */
export type StreamSource = Source | 'screen';

/** What a connection carries, each in a media section of its own; a shared tab or system may have sound. */
export type TrackSource = StreamSource | 'screen-sound';

/** Who switched a source: the person, a host, or the browser and its devices. */
export type By = 'user' | 'host' | 'system';

/** What opens beside the pictures; one at a time. */
export type Panel = 'chat' | 'people' | 'settings' | 'shortcuts';

/** What a device is for. */
export type DeviceKind = Source | 'speaker';

/** A capture or playback device, as `MediaDeviceInfo` has it (W3C Media Capture section 9.2). */
export interface Device {
  readonly kind: DeviceKind;
  readonly id: string;
  readonly label: string;
}

/** A device that the person chose. Ids can change with each visit and each plug; the label finds it again. */
export type DeviceWish = Pick<Device, 'id' | 'label'>;

/** Which way a phone's camera looks (W3C Media Capture section 4.3.7); desktop cameras do not say. */
export type Facing = 'user' | 'environment';

/** How the microphone is treated before it is sent (W3C Media Capture section 4.3.8). */
export interface AudioCare {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
  /** Sound as it is, in stereo where the microphone has it: none of the three above applies. */
  readonly music: boolean;
  /** While muted in a call, keep the microphone open to notice that someone talks, and to be back at once. */
  readonly listenWhileMuted: boolean;
}

/** A reaction that shows at the moment. */
export interface Reaction {
  /** Its own, among all of this call. */
  readonly key: number;
  /** The id of who reacted. */
  readonly from: string;
  /** One emoji. */
  readonly emoji: string;
}

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
  /** Since when the hand is raised, in milliseconds since the epoch. */
  readonly handAt: number | undefined;
  readonly speaking: boolean;
}

/** Another participant. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly metadata: Metadata;
  readonly role: Role;
  readonly joinedAt: number;
  /** The room server has lost its socket and waits for it to come back. */
  readonly lost: boolean;
  /** It has said what it sends (rule D2): until then its sources count as off, and anything may come. */
  readonly heard: boolean;
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  /** Since when the hand is raised, in milliseconds since the epoch by this participant's clock. */
  readonly handAt: number | undefined;
  readonly speaking: boolean;
  readonly link: LinkState;
  readonly path: Path | undefined;
}

/** How this person looks at the call; nobody else is told. */
export interface Viewing {
  /** The tiles that are to be large, in the order of pinning; see `tileKey`. */
  readonly pins: readonly string[];
  /** The own picture is not shown among the others. */
  readonly selfHidden: boolean;
  /** The own picture shows as in a mirror. */
  readonly mirrored: boolean;
  readonly fullscreen: boolean;
  /** The call is in a picture-in-picture window. */
  readonly pip: boolean;
}

/** The socket to the room server; `welcomed` when the room server has taken us in over the one that is open. */
export type ServerState = 'closed' | 'connecting' | 'open' | 'welcomed' | 'lost';

/** All that is known of a call, frozen. Only `reduce` makes a new one. */
export interface CallState extends Viewing {
  readonly phase: Phase;
  /** Joining goes on for so long that there is something to say of it. */
  readonly slowToJoin: boolean;
  readonly room: string | undefined;
  readonly self: Self;
  /** The others in order of joining; empty outside a call. */
  readonly people: readonly Person[];
  /** Someone else has been in this call with the self, and may have left since. */
  readonly met: boolean;
  readonly server: ServerState;
  readonly devices: readonly Device[];
  readonly audioOnly: boolean;
  /** What is wrong now, one of each code and subject, the newest last. */
  readonly errors: readonly CallError[];
  readonly leftReason: LeftReason | undefined;
  /** The browser refuses to play sound until someone clicks. */
  readonly playbackBlocked: boolean;
  /** On the pre-join screen, the names of those in the call already; undefined while they are not known. */
  readonly present: readonly string[] | undefined;
  /** The device that each kind uses now, or used last; absent: what the browser takes. */
  readonly deviceIds: Readonly<Partial<Record<DeviceKind, string>>>;
  /** The devices that the person chose; absent: what the system has as its default. */
  readonly deviceWishes: Readonly<Partial<Record<DeviceKind, DeviceWish>>>;
  /** Which way the running camera looks, where it says. */
  readonly facing: Facing | undefined;
  readonly audioCare: AudioCare;
  /** How loud each of the others is played, 0 to 1, by id; absent: 1. */
  readonly volumes: Readonly<Record<string, number>>;
  /** Nobody is heard. */
  readonly deafened: boolean;
  /** Who of the others speaks, or spoke last. */
  readonly speakerId: string | undefined;
  /** The microphone is on, and nothing at all comes out of it. */
  readonly silent: boolean;
  /** The self talks while the microphone is off. */
  readonly talkingWhileMuted: boolean;
  /** A host switched the microphone off, and it has not been switched since. */
  readonly mutedByHost: boolean;
  /** The link to the call was copied just now, or the browser refused to. */
  readonly invite: 'copied' | 'refused' | undefined;
  /** The panel that is open in the built-in interface. */
  readonly panel: Panel | undefined;
  /** The chat of the call, in the order in which everybody sees it. */
  readonly messages: readonly ChatMessage[];
  /** How many messages of others came while nobody looked. */
  readonly unread: number;
  /** The oldest first. */
  readonly reactions: readonly Reaction[];
  /** Whether the call may make sounds of its own: for joining, leaving, hands and messages. */
  readonly sounds: boolean;
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
  handAt: undefined,
  speaking: false,
});

const initialCare: AudioCare = Object.freeze({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  music: false,
  listenWhileMuted: true,
});

export const initialState: CallState = Object.freeze({
  phase: 'idle',
  slowToJoin: false,
  room: undefined,
  self: initialSelf,
  people: Object.freeze([]),
  met: false,
  server: 'closed',
  devices: Object.freeze([]),
  audioOnly: false,
  errors: Object.freeze([]),
  leftReason: undefined,
  playbackBlocked: false,
  present: undefined,
  deviceIds: Object.freeze({}),
  deviceWishes: Object.freeze({}),
  facing: undefined,
  audioCare: initialCare,
  volumes: Object.freeze({}),
  deafened: false,
  speakerId: undefined,
  silent: false,
  talkingWhileMuted: false,
  mutedByHost: false,
  invite: undefined,
  panel: undefined,
  pins: Object.freeze([]),
  selfHidden: false,
  mirrored: true,
  fullscreen: false,
  pip: false,
  messages: Object.freeze([]),
  unread: 0,
  reactions: Object.freeze([]),
  sounds: true,
});
