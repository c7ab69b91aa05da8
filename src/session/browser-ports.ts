import type { Device } from '../core/device.js';
import { openMeter } from './level-meter.js';
import type { Clock } from './clock.js';
import type { MediaPort, PagePort, Ports } from './ports.js';
import { Priority } from './priority.js';
import { ReconnectingSocket } from './reconnecting-socket.js';

const clock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Calls `run` on each of the events, until `signal` aborts. */
function on(target: EventTarget, types: readonly string[], run: (event: Event) => void, signal: AbortSignal): void {
  for (const type of types) target.addEventListener(type, run, { signal });
}

const deviceKinds: Partial<Record<string, Device['kind']>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/** Chromium's policy introspection; other browsers have none. */
interface PolicyDocument {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

const media: MediaPort = {
  obstacle() {
    if (typeof RTCPeerConnection === 'undefined') return 'unsupported-browser';
    if (navigator.mediaDevices) return undefined;
    return globalThis.isSecureContext ? 'unsupported-browser' : 'insecure-context';
  },
  capture: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  captureScreen: async (options) => navigator.mediaDevices.getDisplayMedia(options),
  async permission(kind) {
    try {
      return (await navigator.permissions.query({ name: kind as PermissionName })).state;
    } catch {
      return undefined;
    }
  },
  forbidden(kind) {
    const allowed = (document as PolicyDocument).featurePolicy?.allowsFeature(kind);
    return allowed === undefined ? undefined : !allowed;
  },
  async devices() {
    const found = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return found.flatMap(({ kind, deviceId, label }): Device[] => {
      const known = deviceKinds[kind];
      return known && deviceId ? [Object.freeze({ kind: known, id: deviceId, label })] : [];
    });
  },
  onDevicesChange(run, signal) {
    if (navigator.mediaDevices) on(navigator.mediaDevices, ['devicechange'], run, signal);
  },
  createStream: () => new MediaStream(),
  meter: openMeter,
  async trySpeaker(id) {
    const probe = document.createElement('audio');
    if (!probe.setSinkId) throw new DOMException('This browser chooses no speaker.', 'NotSupportedError');
    await probe.setSinkId(id);
  },
};

const page: PagePort = {
  onWake(run, signal) {
    const woke = (event: Event): void => {
      // `pageshow` also fires when a page is first shown: that is no waking.
      if (event.type === 'online' || (event as PageTransitionEvent).persisted) run();
    };
    const shown = (): void => {
      if (document.visibilityState === 'visible') run();
    };
    on(window, ['online', 'pageshow'], woke, signal);
    on(document, ['visibilitychange'], shown, signal);
  },
  onClose: (run, signal) => on(window, ['pagehide'], run, signal),
};

/** The real browser. */
export const browserPorts: Ports = {
  clock,
  priority: new Priority(clock),
  createSecret() {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  },
  openSocket: (url, events) =>
    new ReconnectingSocket({ events, clock, random: Math.random, connect: () => new WebSocket(url) }),
  createConnection: (configuration) => new RTCPeerConnection(configuration),
  media,
  page,
};
