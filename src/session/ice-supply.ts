import { CallError } from '../core/call-error.js';
import type { Fact } from '../core/fact.js';
import { isRelay } from '../core/relay.js';
import type { IceServer } from '../protocol/server-message.js';
import type { Clock } from './clock.js';
import { Timer } from './timer.js';

/** Fresh credentials are asked for after this part of their life: the room server hands out the same ones for the first half. */
const refreshAtShare = 0.75;
/** The room server is asked no more often than this, however short a life it gives, and while it does not answer. */
const askEveryMs = 30_000;

/** What the page says about reaching the others. */
export interface IceWishes {
  /** Replaces what the room server hands out. */
  iceServers: readonly RTCIceServer[] | undefined;
  /** Media only through TURN. */
  relayOnly: boolean;
}

export interface IceSupplyEvents {
  configure(configuration: RTCConfiguration): void;
  /** The credentials end soon: ask the room server for others (rule J5). */
  ask(): void;
  report(fact: Fact): void;
}

/**
 * The ICE servers of a session: those of the page, or what the room server hands out, with credentials that are asked for anew
 * before they end, so that a path can be sought at any time.
 */
export class IceSupply {
  readonly #events: IceSupplyEvents;
  #wishes: IceWishes;
  /** Undefined until the room server has said something. */
  #handedOut: readonly RTCIceServer[] | undefined;
  readonly #refresh: Timer;

  constructor(clock: Clock, signal: AbortSignal, wishes: IceWishes, events: IceSupplyEvents) {
    this.#refresh = new Timer(clock, signal);
    this.#wishes = wishes;
    this.#events = events;
  }

  setWishes(wishes: IceWishes): void {
    this.#wishes = wishes;
    this.#apply();
  }

  /** Those of the page, or what the room server has handed out so far. */
  get servers(): readonly RTCIceServer[] {
    return this.#wishes.iceServers ?? this.#handedOut ?? [];
  }

  /** Takes what the room server hands out. `validMs` is how long the credentials hold; undefined where there are none. */
  take(servers: readonly IceServer[], validMs: number | undefined): void {
    this.#handedOut = servers.map(toRtcIceServer);
    this.#refresh.stop();
    if (validMs !== undefined) this.#refreshLater(validMs);
    this.#apply();
  }

  #apply(): void {
    const { iceServers = this.#handedOut, relayOnly } = this.#wishes;
    this.#events.configure({
      iceServers: [...(iceServers ?? [])],
      iceTransportPolicy: relayOnly ? 'relay' : 'all',
    });
    // Whether a relay is missing is known only when the room server has handed something out.
    if (!iceServers) return;
    const isLacking = relayOnly && !iceServers.some(isRelay);
    const error = isLacking
      ? new CallError('no-relay', 'Only relays may be used, and there is no TURN server.')
      : undefined;
    this.#events.report({ type: 'relay-judged', error });
  }

  #refreshLater(validMs: number): void {
    const delayMs = Math.max(validMs * refreshAtShare, askEveryMs);
    this.#refresh.start(delayMs, () => {
      // Start the timer before asking: the answer starts it again with the new time.
      this.#refreshLater(validMs - delayMs);
      this.#events.ask();
    });
  }
}

function toRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return { urls, ...(username !== undefined && { username }), ...(credential !== undefined && { credential }) };
}
