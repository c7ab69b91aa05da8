import ReconnectingWebSocket from 'partysocket/ws';
import { backOffMs } from '../core/back-off.js';
import type { Device } from '../core/call-state.js';
import type { Clock, MediaPort, PagePort, Ports, Socket, SocketEvents } from './ports.js';

/** An attempt that takes longer meets a dead line; the next one may find another (reliability rule 3). */
const connectionTimeoutMs = 4_000;

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

function openSocket(url: string, events: SocketEvents): Socket {
  let attempts = 0;
  const socket = new ReconnectingWebSocket(url, undefined, {
    maxEnqueuedMessages: 0,
    connectionTimeout: connectionTimeoutMs,
    reconnectionDelayGrowFactor: 1,
    // Read anew before each attempt, so this is the whole back-off, with jitter.
    get minReconnectionDelay() {
      return backOffMs(attempts, Math.random());
    },
    shouldReconnectOnClose(event) {
      attempts += 1;
      return events.closed(event.code);
    },
  });
  socket.onopen = () => {
    attempts = 0;
    events.opened();
  };
  socket.onmessage = (event) => events.received(event.data);
  return {
    send: (text) => socket.readyState === socket.OPEN && socket.send(text),
    reconnect: () => socket.reconnect(),
    close: () => {
      socket.onopen = socket.onmessage = null;
      socket.close();
    },
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
  random: Math.random,
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
