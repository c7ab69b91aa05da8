/** What the runner gives to a contestant on its page. */
export interface Seat {
  /** Host and port at which the contestant's own server answers, with the delay of the round. */
  readonly host: string;
  /** A room that no other trial uses; letters and digits. */
  readonly room: string;
  /** Whether this page is in the call before the other one joins. */
  readonly isFirst: boolean;
  /** Whether preparation may contact the server; if not, everything begins with the click. */
  readonly isAhead: boolean;
  /** Address of the bundle of p2p-call. */
  readonly bundleUrl: string;
  /** Opens camera and microphone in the same way for all contestants; resolves at once if they are open already. */
  capture(): Promise<MediaStream>;
  /** Shows the other one's stream. */
  show(stream: MediaStream): void;
  /** Waits for the first picture in this element, where the contestant shows the stream by itself. */
  watch(video: HTMLVideoElement): void;
}

/**
 * One way to make a call of two, as a module that is loaded into both pages. Resolves, when all that can be done before
 * the click is done, with what the click does.
 */
export type Prepare = (seat: Seat) => Promise<() => void | Promise<void>>;

/** What the page offers to the runner, as `window.bench`. */
export interface BenchPage {
  prepare(contestant: string, seat: Omit<Seat, 'capture' | 'show' | 'watch'>): Promise<void>;
  /** Clicks. Resolves with the moment of it, in ms since 1970. */
  join(): number;
  /** Resolves when joining is over; what went wrong in it comes out here. */
  joined(): Promise<void>;
  /** Resolves with the moment at which the other one was first seen, in ms since 1970. */
  seen(): Promise<number>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
