import ReconnectingWebSocket from 'partysocket/ws';
import { backOffMs } from '../core/back-off.js';
import type { Device } from '../core/call-state.js';
import { openMeter } from './level-meter.js';
import type { Clock, MediaPort, PagePort, Ports, Socket, SocketEvents } from './ports.js';

/** An attempt that takes longer meets a dead line; the next one may find another (reliability rule 3). */
const connectionTimeoutMs = 4_000;

/** No close code of the wire: the line was given up from here. */
const closedByUs = 1000;

const clock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

// Calls `run` on each of the events, until the returned function is called.
function on(target: EventTarget, types: readonly string[], run: (event: Event) => void): () => void {
  for (const type of types) target.addEventListener(type, run);
  return () => {
    for (const type of types) target.removeEventListener(type, run);
  };
}

/** A socket that stayed open for so long was no crash loop: the next attempt comes soon again. */
const steadyMs = 5_000;

function openSocket(url: string, events: SocketEvents): Socket {
  let attempts = 0;
  let openedAtMs = Infinity;
  const connect = (): ReconnectingWebSocket => {
    const own = new ReconnectingWebSocket(url, undefined, {
      maxEnqueuedMessages: 0,
      connectionTimeout: connectionTimeoutMs,
      reconnectionDelayGrowFactor: 1,
      // Read anew before each attempt, so this is the whole back-off, with jitter.
      get minReconnectionDelay() {
        return backOffMs(attempts, Math.random());
      },
      shouldReconnectOnClose(event) {
        if (own !== socket) return false;
        attempts = performance.now() - openedAtMs >= steadyMs ? 0 : attempts + 1;
        openedAtMs = Infinity;
        return events.closed(event.code);
      },
    });
    own.onopen = () => {
      openedAtMs = performance.now();
      events.opened();
    };
    own.onmessage = (event) => events.received(event.data);
    return own;
  };
  let socket: ReconnectingWebSocket | undefined = connect();
  /** Neither awaited nor heard any more. */
  const detach = (): void => {
    const old = socket;
    socket = undefined;
    if (!old) return;
    old.onopen = old.onmessage = null;
    old.close();
  };
  return {
    send: (text) => socket?.readyState === WebSocket.OPEN && socket.send(text),
    // A socket of its own, as the old one may be in the middle of a wait that nothing ends.
    reconnect() {
      detach();
      events.closed(closedByUs);
      socket = connect();
    },
    close: detach,
  };
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
  onDevicesChange: (run) =>
    navigator.mediaDevices ? on(navigator.mediaDevices, ['devicechange'], run) : () => undefined,
  meter: openMeter,
  async trySpeaker(id) {
    const probe = document.createElement('audio');
    if (!probe.setSinkId) throw new DOMException('This browser chooses no speaker.', 'NotSupportedError');
    await probe.setSinkId(id);
  },
};

const page: PagePort = {
  onWake(run) {
    const offWindow = on(window, ['online', 'pageshow'], (event) => {
      // The first showing of a page wakes nothing.
      if (event.type === 'online' || (event as PageTransitionEvent).persisted) run();
    });
    const offDocument = on(document, ['visibilitychange'], () => {
      if (document.visibilityState === 'visible') run();
    });
    return () => {
      offWindow();
      offDocument();
    };
  },
  onClose: (run) => on(window, ['pagehide'], run),
};

/** The real browser. */
export const browserPorts: Ports = {
  clock,
  createSecret() {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  },
  openSocket,
  createConnection: (configuration) => new RTCPeerConnection(configuration),
  media,
  page,
};
