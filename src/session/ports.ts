import type { Device } from '../core/device.js';
import type { Clock } from './clock.js';
import type { Priority } from './priority.js';

/** A socket that opens again by itself, until it is closed or `closed` returns false. */
export interface Socket {
  /** False where the socket is not open: the text is dropped, never queued. */
  send(text: string): boolean;
  /** Detaches the present connection, without awaiting its close, and opens another at once. */
  reconnect(): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  received(frame: unknown): void;
  /** The connection is gone; returns whether to try again. */
  closed(code: number): boolean;
}

/** Capture. Errors are the `DOMException`s of W3C Media Capture section 10.3. */
export interface MediaPort {
  /** Why nothing can be captured on this page at all. */
  obstacle(): 'insecure-context' | 'unsupported-browser' | undefined;
  capture(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** W3C Screen Capture section 5.1: the person chooses what. */
  captureScreen(options: DisplayMediaStreamOptions): Promise<MediaStream>;
  /** `undefined` where the browser does not say. */
  permission(kind: 'microphone' | 'camera'): Promise<PermissionState | undefined>;
  /** Whether the permissions policy of the page or its frame forbids the kind; undefined where the browser does not say. */
  forbidden(kind: 'microphone' | 'camera' | 'display-capture'): boolean | undefined;
  devices(): Promise<readonly Device[]>;
  /** Calls `run` until `signal` aborts. */
  onDevicesChange(run: () => void, signal: AbortSignal): void;
  /** An empty stream. */
  createStream(): MediaStream;
  /** Measures a track of sound until it is closed. */
  meter(track: MediaStreamTrack): Meter;
  /** Whether sound can be played through a speaker: resolves, or rejects as `setSinkId` does (W3C Audio Output section 2.3). */
  trySpeaker(id: string): Promise<void>;
}

export interface Meter {
  /** The level at this moment, 0 to 1 of the root mean square; undefined where the browser does not measure. */
  level(): number | undefined;
  close(): void;
}

/** The page around the call. Both call `run` until `signal` aborts. */
export interface PagePort {
  /** The page woke up or is online again: what was true before may not be. */
  onWake(run: () => void, signal: AbortSignal): void;
  /** The page is being closed. */
  onClose(run: () => void, signal: AbortSignal): void;
}

/** All that a session needs of the browser. Tests replace single ports by fakes. */
export interface Ports {
  clock: Clock;
  /** One for the whole page: it has one main thread. */
  priority: Priority;
  /** 256 random bits in base64url. */
  createSecret(): string;
  openSocket(url: string, events: SocketEvents): Socket;
  createConnection(configuration: RTCConfiguration): RTCPeerConnection;
  media: MediaPort;
  page: PagePort;
}
