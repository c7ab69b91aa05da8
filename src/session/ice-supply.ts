import { CallError } from '../core/call-error.js';
import type { Fact } from '../core/fact.js';
import type { IceServer } from '../protocol/server-message.js';
import type { Clock } from './ports.js';

/** Asked for well before the end, and after the room server would hand out the same again (it does for half their life). */
const refreshAtShare = 0.75;
/** However short a life the room server tells, and until it answers, it is asked no more often than this. */
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
  readonly #clock: Clock;
  readonly #events: IceSupplyEvents;
  #wishes: IceWishes;
  /** Undefined until the room server has said something. */
  #handedOut: readonly RTCIceServer[] | undefined;
  #cancelRefresh: () => void = () => undefined;

  constructor(clock: Clock, wishes: IceWishes, events: IceSupplyEvents) {
    this.#clock = clock;
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

  /** What the room server hands out, and for how long it is good; undefined for as long as anybody likes. */
  take(servers: readonly IceServer[], validMs: number | undefined): void {
    this.#handedOut = servers.map(toRtcIceServer);
    this.#cancelRefresh();
    if (validMs !== undefined) this.#refreshLater(validMs);
    // Last, as a listener of the page may end everything when it hears of a lack.
    this.#apply();
  }

  close(): void {
    this.#cancelRefresh();
  }

  #apply(): void {
    const { iceServers = this.#handedOut, relayOnly } = this.#wishes;
    this.#events.configure({
      iceServers: [...(iceServers ?? [])],
      iceTransportPolicy: relayOnly ? 'relay' : 'all',
    });
    if (iceServers) this.#judge(relayOnly && !iceServers.some(isRelay));
  }

  #judge(lacksRelay: boolean): void {
    const message = 'Only relays may be used, and there is no TURN server.';
    this.#events.report({ type: 'relay-judged', error: lacksRelay ? new CallError('no-relay', message) : undefined });
  }

  #refreshLater(validMs: number): void {
    const delayMs = Math.max(validMs * refreshAtShare, askEveryMs);
    this.#cancelRefresh = this.#clock.after(delayMs, () => {
      // Before asking: the answer sets the time anew.
      this.#refreshLater(validMs - delayMs);
      this.#events.ask();
    });
  }
}

function toRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return { urls, ...(username !== undefined && { username }), ...(credential !== undefined && { credential }) };
}

/** The page's list holds what it likes; the browser judges it later. */
function isRelay(server: RTCIceServer | undefined): boolean {
  return [server?.urls].flat().some((url) => /^turns?:/iu.test(String(url)));
}
