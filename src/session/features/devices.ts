import { CallError } from '../../core/call-error.js';
import { findDevice } from '../../core/device-choice.js';
import type { AudioCare, DeviceKind } from '../../core/device.js';
import { isInCall } from '../../core/state/phase.js';
import type { LocalMedia } from '../local-media.js';
import type { MediaPort } from '../ports.js';
import type { CallStore } from '../call-store.js';

export interface DevicesOptions {
  readonly media: MediaPort;
  readonly local: LocalMedia;
  readonly store: CallStore;
  readonly signal: AbortSignal;
  /** Whether the microphone is sent as music from now on. */
  musicChanged(music: boolean): void;
}

/** The choice of devices and how they are used: what is asked for, what is possible, and what came of it. */
export class Devices {
  readonly #options: DevicesOptions;
  #devices: readonly unknown[] = [];

  constructor(options: DevicesOptions) {
    this.#options = options;
    options.store.subscribe(() => this.#followSpeaker(), options.signal);
  }

  /** Uses a device from now on; an empty id: what the system has as its default. Rejects, and all stays as it was. */
  async choose(kind: DeviceKind, id: string): Promise<void> {
    const { local } = this.#options;
    await this.#reported(kind, kind === 'speaker' ? this.#chooseSpeaker(id) : local.choose(kind, id || undefined));
  }

  /** Changes to the next camera: on a phone, to the one on the other side. */
  async flip(): Promise<void> {
    const { call, self, settings } = this.#options.store.state;
    if (call.audioOnly) throw new CallError('bad-value', 'There is no camera in an audio-only call.');
    await this.#reported('camera', this.#options.local.flip(self.facing, settings.deviceIds.camera));
  }

  /** Processes the microphone in another way; what is left out stays. Rejects where it cannot be captured so. */
  async setAudioCare(changes: Partial<AudioCare>): Promise<void> {
    const { store, local, musicChanged } = this.#options;
    const before = store.state.settings.audioCare;
    store.apply({ type: 'audio-care-changed', care: { ...before, ...changes } });
    const after = store.state.settings.audioCare;
    if (before === after) return;
    const keep = (care: AudioCare): void => {
      if (isInCall(store.state.call.phase)) local.keepMicrophone(care.listenWhileMuted);
    };
    keep(after);
    // That alone changes nothing about the capture.
    if (isSameCapture(before, after)) return;
    try {
      await local.captureAnew();
    } catch (error) {
      store.apply({ type: 'audio-care-changed', care: before });
      keep(before);
      throw error;
    }
    musicChanged(after.music);
  }

  /** The chosen speaker was plugged in or out: without it the system's default plays. */
  #followSpeaker(): void {
    const { store } = this.#options;
    const { devices, deviceWishes } = store.state.settings;
    if (devices === this.#devices) return;
    this.#devices = devices;
    if (!deviceWishes.speaker) return;
    const id = findDevice(devices, 'speaker', deviceWishes.speaker)?.id;
    store.apply({ type: 'device-used', kind: 'speaker', id });
  }

  /** A choice that fails rejects, and is a fact as well: who chose by a click hears of it, too. */
  async #reported(kind: DeviceKind, choice: Promise<void>): Promise<void> {
    try {
      await choice;
    } catch (error) {
      if (error instanceof CallError) this.#options.store.apply({ type: 'device-refused', kind, error });
      throw error;
    }
  }

  async #chooseSpeaker(id: string): Promise<void> {
    const { media, store } = this.#options;
    try {
      await media.trySpeaker(id);
    } catch (cause) {
      const isAbsent = cause instanceof DOMException && cause.name === 'NotSupportedError';
      const code = isAbsent ? 'unsupported-browser' : 'device-missing';
      throw new CallError(code, 'This speaker cannot be used.', { subject: 'speaker', cause });
    }
    const { devices } = store.state.settings;
    const label = devices.find((device) => device.kind === 'speaker' && device.id === id)?.label;
    store.apply({ type: 'device-chosen', kind: 'speaker', wish: id ? { id, label: label ?? '' } : undefined });
    store.apply({ type: 'device-used', kind: 'speaker', id: id || undefined });
  }
}

function isSameCapture(before: AudioCare, after: AudioCare): boolean {
  const captures = Object.keys(before).filter((key) => key !== 'listenWhileMuted') as (keyof AudioCare)[];
  return captures.every((key) => before[key] === after[key]);
}
