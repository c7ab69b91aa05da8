import type { CallError } from '../core/call-error.js';
import type { TrackSource } from '../core/source.js';
import type { LinkState, Path } from '../core/state/people.js';
import type { LinkStats } from '../core/link-stats.js';
import type { Place } from '../core/membership.js';
import type { ChannelMessage } from '../protocol/channel-message.js';

/** What is sent to everyone in the call; frozen. Whoever carries it applies the difference to what was sent before. */
export interface Outgoing {
  /** The track of each source that is on. */
  readonly tracks: Readonly<Partial<Record<TrackSource, MediaStreamTrack>>>;
  /** No camera is sent or received. */
  readonly audioOnly: boolean;
  /** The microphone hears music: it is sent in two channels. */
  readonly music: boolean;
}

export const nothingOutgoing: Outgoing = Object.freeze({ tracks: Object.freeze({}), audioOnly: false, music: false });

/** Everyone in the room, as the room server and the links tell. */
export interface Present {
  readonly selfId: string;
  /** The others, each with whether the room server reaches it at present. */
  readonly others: ReadonlyMap<string, Place>;
}

/** How the link to one participant stands. */
export interface LinkStatus {
  readonly link: LinkState;
  /** Known while the link is connected. */
  readonly path: Path | undefined;
  /** Why no connection could be made, where the link is given up. */
  readonly failure: CallError | undefined;
}

export interface TransportEvents {
  /** The link to a participant stands otherwise than before. */
  link(id: string, status: LinkStatus): void;
  /** The tracks that arrive from a participant are known: one for each source, also while it sends nothing. */
  tracks(id: string, tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void;
  /** From now on a participant receives what is sent to it with `tell`: for the first time, or again. */
  opened(id: string): void;
  /** A decoded message of a participant, within the rate that one may have (rule D4). */
  message(id: string, message: ChannelMessage): void;
  /** Pass this on to a participant by way of the room server. */
  route(to: string, envelope: Readonly<Record<string, unknown>>): void;
  /** Nothing arrives from a participant: is it still in the room, and is the room server there? */
  doubt(id: string): void;
  /** Something of the page's own does not work, and the call goes on without it. */
  trouble(error: CallError): void;
}

/**
 * How media and messages travel between the participants of one room. The session tells it who is present and what is sent; who
 * offers, who answers, what is made anew and what is closed is the transport's own business.
 */
export interface Transport {
  /** So many others will have to be connected soon: makes ahead what can be made without telling anybody. */
  prepare(count: number): void;
  /**
   * Who is present now. A newcomer (also one who came back over a new socket) reaches out to the others; a resident awaits
   * those who come (rule J4). Links of those who are absent from the list are closed.
   */
  present(present: Present, as: 'newcomer' | 'resident'): void;
  setOutgoing(outgoing: Outgoing): void;
  /** How the others are reached from now on (W3C WebRTC section 4.2.1). */
  configure(configuration: RTCConfiguration): void;
  /** Whether the room server passes messages on. When it does so again, what was on its way before may be lost (rule S2). */
  setRouteOpen(open: boolean): void;
  /** What `route` of another participant's transport sent; not decoded yet. */
  receive(from: string, envelope: unknown): void;
  /** Undefined where there is no link. */
  linkOf(id: string): LinkStatus | undefined;
  /** Sends to one participant, or to all: now, or as soon as it is connected. False where one takes no more. */
  say(message: ChannelMessage, to?: string): boolean;
  /** Sends to one participant, or to all, if it is connected now. False where one is not. */
  tell(message: ChannelMessage, to?: string): boolean;
  /** How loud what arrives from a participant is at this moment, 0 to 1. */
  levelOf(id: string): number;
  /** What the link to a participant has carried so far; undefined where there is no link. */
  stats(id: string): Promise<LinkStats | undefined>;
  /** Closes every link. No event comes after it. */
  end(): void;
}
