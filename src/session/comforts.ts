import type { TrackSource } from '../core/source.js';
import type { Fact } from '../core/fact.js';
import { Devices } from './devices.js';
import { Levels } from './levels.js';
import type { LocalMedia } from './local-media.js';
import type { Mesh } from './mesh.js';
import type { Ports } from './ports.js';
import { ScreenShare } from './screen-share.js';
import type { Store } from './store.js';
import { Talk } from './talk.js';

/** What the comforts need of the session that they belong to. */
export interface ComfortsOptions {
  readonly ports: Ports;
  readonly store: Store;
  readonly media: LocalMedia;
  readonly mesh: Mesh;
  /** Something about what is captured has changed. */
  report(fact: Fact): void;
  /** The track to send from now on; undefined sends nothing. */
  track(source: TrackSource, track: MediaStreamTrack | undefined): void;
  /** The self's hand went up or down. */
  handChanged(): void;
}

/** What a session has beyond joining, seeing and hearing. It comes in a file of its own. */
export class Comforts {
  /** Chat, reactions and hands. */
  readonly talk: Talk;
  readonly screen: ScreenShare;
  /** The choice of devices, and how they are treated. */
  readonly devices: Devices;
  readonly levels: Levels;

  constructor({ ports, store, media, mesh, report, track, handChanged }: ComfortsOptions) {
    this.talk = new Talk(ports.clock, store, {
      tell: (id, message) => mesh.tell(id, message),
      tellAll: (message) => mesh.tellAll(message),
      handChanged,
    });
    this.screen = new ScreenShare(ports.media, { report, track });
    this.devices = new Devices(ports.media, media, store, mesh);
    this.levels = new Levels({
      clock: ports.clock,
      media: ports.media,
      state: () => store.state,
      microphone: () => media.microphone,
      levelOf: (id) => mesh.levelOf(id),
      report: (fact) => store.apply(fact),
    });
  }

  close(): void {
    this.talk.close();
    this.screen.close();
    this.levels.close();
  }
}
