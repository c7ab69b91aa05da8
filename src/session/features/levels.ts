import { judgeSpeaking, nobodySpeaks } from '../../core/active-speaker.js';
import type { CallState } from '../../core/state/call-state.js';
import type { Fact } from '../../core/fact.js';
import { unwatched, watchMicrophone } from '../../core/microphone-watch.js';
import type { Clock } from '../clock.js';
import type { MediaPort, Meter } from '../ports.js';
import { Timer } from '../timer.js';

/** Ten times a second: a ring around a tile appears with the first word. */
const measureEveryMs = 100;
/** No participant has this id: ids are digests. */
const selfKey = '*';

export interface LevelsOptions {
  readonly clock: Clock;
  readonly media: Pick<MediaPort, 'meter'>;
  readonly signal: AbortSignal;
  state(): CallState;
  /** The own microphone, muted or not, to be measured; undefined where it is not captured. */
  microphone(): MediaStreamTrack | undefined;
  /** How loud another participant arrives, 0 to 1. */
  levelOf(id: string): number;
  report(fact: Fact): void;
}

/** Measures everyone's loudness. Reports who speaks, and whether the own microphone is dead or is talked into while muted. */
export class Levels {
  readonly #options: LevelsOptions;
  #meter: Meter | undefined;
  #measured: MediaStreamTrack | undefined;
  #speaking = nobodySpeaks;
  #watch = unwatched;
  #self = 0;
  readonly #others = new Map<string, number>();
  readonly #timer: Timer;

  constructor(options: LevelsOptions) {
    const { clock, signal } = options;
    this.#options = options;
    this.#timer = new Timer(clock, signal);
    signal.addEventListener('abort', () => this.#follow(undefined), { once: true });
    this.#measureLater();
  }

  /** How loud a participant was when last measured, 0 to 1. Undefined names the self, whose level is 0 while muted. */
  levelOf(id: string | undefined): number {
    return id === undefined ? this.#self : (this.#others.get(id) ?? 0);
  }

  #measureLater(): void {
    this.#timer.start(measureEveryMs, () => {
      this.#measureLater();
      this.#measure();
    });
  }

  #measure(): void {
    const { state, clock, report } = this.#options;
    const { self, people } = state();
    const nowMs = clock.now();
    this.#follow(this.#options.microphone());
    const level = this.#meter?.level();
    const isOn = self.microphone === 'on';
    this.#self = isOn ? (level ?? 0) : 0;
    this.#others.clear();
    for (const { id, microphone } of people.list) {
      this.#others.set(id, microphone === 'on' ? this.#options.levelOf(id) : 0);
    }

    const before = this.#speaking;
    const after = judgeSpeaking(before, new Map([[selfKey, this.#self], ...this.#others]), nowMs, selfKey);
    this.#speaking = after;
    if (after.speakerId !== people.speakerId || String(after.ids) !== String(before.ids)) {
      report({
        type: 'speaking-changed',
        self: after.ids.includes(selfKey),
        ids: after.ids.filter((id) => id !== selfKey),
        speakerId: after.speakerId,
      });
    }

    this.#watch = watchMicrophone(this.#watch, level, isOn, nowMs);
    if (this.#watch.dead !== self.microphoneDead || this.#watch.talkingWhileMuted !== self.talkingWhileMuted) {
      report({
        type: 'microphone-judged',
        dead: this.#watch.dead,
        talkingWhileMuted: this.#watch.talkingWhileMuted,
      });
    }
  }

  #follow(track: MediaStreamTrack | undefined): void {
    if (track === this.#measured) return;
    this.#meter?.close();
    this.#measured = track;
    this.#meter = track && this.#options.media.meter(track);
  }
}
