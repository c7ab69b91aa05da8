import { CallError } from '../core/call-error.js';
import type { AudioCare, DeviceKind } from '../core/device.js';
import { findDevice } from '../core/device-choice.js';
import { isInCall } from '../core/state/phase.js';
import type { LocalMedia } from './local-media.js';
import type { Mesh } from './mesh.js';
import type { MediaPort } from './ports.js';
import type { Store } from './store.js';

/** The choice of devices and how they are treated: what is asked for, what is possible, and what came of it. */
export class Devices {
  readonly #port: MediaPort;
  readonly #media: LocalMedia;
  readonly #store: Store;
  readonly #mesh: Pick<Mesh, 'setMusic'>;

  constructor(port: MediaPort, media: LocalMedia, store: Store, mesh: Pick<Mesh, 'setMusic'>) {
    this.#mesh = mesh;
    this.#port = port;
    this.#media = media;
    this.#store = store;
  }

  /** Uses a device from now on; an empty id: what the system has as its default. Rejects, and all stays as it was. */
  async choose(kind: DeviceKind, id: string): Promise<void> {
    await this.#told(kind, kind === 'speaker' ? this.#chooseSpeaker(id) : this.#media.choose(kind, id || undefined));
  }

  /** Changes to the next camera: on a phone, to the one on the other side. */
  async flip(): Promise<void> {
    const { call, self, settings } = this.#store.state;
    if (call.audioOnly) throw new CallError('bad-value', 'There is no camera in an audio-only call.');
    await this.#told('camera', this.#media.flip(self.facing, settings.deviceIds.camera));
  }

  /** Treats the microphone in another way; what is left out stays. Rejects where it cannot be captured so. */
  async treat(changes: Partial<AudioCare>): Promise<void> {
    const before = this.#store.state.settings.audioCare;
    this.#store.apply({ type: 'audio-care-changed', care: { ...before, ...changes } });
    const after = this.#store.state.settings.audioCare;
    if (before === after) return;
    if (isInCall(this.#store.state.call.phase)) this.#media.keepMicrophone(after.listenWhileMuted);
    // That alone changes nothing about the capture.
    if (isSameCapture(before, after)) return;
    try {
      await this.#media.treatAnew();
    } catch (error) {
      this.#store.apply({ type: 'audio-care-changed', care: before });
      throw error;
    }
    this.#mesh.setMusic(after.music);
  }

  /** The chosen speaker was plugged in or out: without it the system's default plays. */
  followSpeaker(): void {
    const { devices, deviceWishes } = this.#store.state.settings;
    if (!deviceWishes.speaker) return;
    const id = findDevice(devices, 'speaker', deviceWishes.speaker)?.id;
    this.#store.apply({ type: 'device-used', kind: 'speaker', id });
  }

  /** A refusal is a fact too: whoever chose by a click awaits no promise. */
  async #told(kind: DeviceKind, choice: Promise<void>): Promise<void> {
    try {
      await choice;
    } catch (error) {
      if (error instanceof CallError) this.#store.apply({ type: 'device-refused', kind, error });
      throw error;
    }
  }

  async #chooseSpeaker(id: string): Promise<void> {
    try {
      await this.#port.trySpeaker(id);
    } catch (cause) {
      const isAbsent = cause instanceof DOMException && cause.name === 'NotSupportedError';
      const code = isAbsent ? 'unsupported-browser' : 'device-missing';
      throw new CallError(code, 'This speaker cannot be used.', { subject: 'speaker', cause });
    }
    const label = this.#store.state.settings.devices.find(
      (device) => device.kind === 'speaker' && device.id === id,
    )?.label;
    this.#store.apply({ type: 'device-chosen', kind: 'speaker', wish: id ? { id, label: label ?? '' } : undefined });
    this.#store.apply({ type: 'device-used', kind: 'speaker', id: id || undefined });
  }
}

function isSameCapture(before: AudioCare, after: AudioCare): boolean {
  const captures = Object.keys(before).filter((key) => key !== 'listenWhileMuted') as (keyof AudioCare)[];
  return captures.every((key) => before[key] === after[key]);
}
