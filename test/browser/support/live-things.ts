/** What a call can leave behind in the browser, counted from `watchLiveThings` on. */
export interface LiveThings {
  /** The number of live objects by kind; kinds without any are left out. */
  count(): Record<string, number>;
  restore(): void;
}

type Restore = () => void;

/** Replaces one member of an object until restored. */
function replace<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): Restore {
  const own = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(object, key, own);
    else delete object[key];
  };
}

/** Counts connections, sockets, tracks, timers, and listeners on objects that outlive an element. */
export function watchLiveThings(): LiveThings {
  const restores: Restore[] = [];
  const connections = new Set<RTCPeerConnection>();
  const sockets = new Set<WebSocket>();
  const tracks = new Set<MediaStreamTrack>();
  const timers = new Set<number>();
  const listeners = new Map<string, number>();

  const { RTCPeerConnection: RealConnection, WebSocket: RealSocket } = window;
  class WatchedConnection extends RealConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  }
  class WatchedSocket extends RealSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.add(this);
    }
  }
  restores.push(replace(window, 'RTCPeerConnection', WatchedConnection as typeof RTCPeerConnection));
  restores.push(replace(window, 'WebSocket', WatchedSocket as typeof WebSocket));

  const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  restores.push(
    replace(navigator.mediaDevices, 'getUserMedia', async (constraints) => {
      const stream = await capture(constraints);
      for (const track of stream.getTracks()) tracks.add(track);
      return stream;
    }),
  );

  const { setTimeout: start, clearTimeout: stop } = window;
  const watchedStart = (run: () => void, delayMs?: number): number => {
    const timer = start(() => {
      timers.delete(timer);
      run();
    }, delayMs);
    timers.add(timer);
    return timer;
  };
  restores.push(replace(window, 'setTimeout', watchedStart as typeof setTimeout));
  restores.push(
    replace(window, 'clearTimeout', (timer) => {
      timers.delete(Number(timer));
      stop(timer);
    }),
  );

  for (const [name, target] of Object.entries({ window, document, devices: navigator.mediaDevices })) {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const add = (type: string, by: number): void => {
      const key = `listeners of ${name} for ${type}`;
      listeners.set(key, (listeners.get(key) ?? 0) + by);
    };
    restores.push(
      replace(target as EventTarget, 'addEventListener', (type, listener, options) => {
        add(type, 1);
        const signal = typeof options === 'object' ? options.signal : undefined;
        signal?.addEventListener('abort', () => add(type, -1), { once: true });
        addEventListener.call(target, type, listener, options);
      }),
      replace(target as EventTarget, 'removeEventListener', (type, listener, options) => {
        add(type, -1);
        removeEventListener.call(target, type, listener, options);
      }),
    );
  }

  return {
    count() {
      const all: [string, number][] = [
        ['connections', [...connections].filter(({ connectionState }) => connectionState !== 'closed').length],
        ['sockets', [...sockets].filter(({ readyState }) => readyState < WebSocket.CLOSING).length],
        ['tracks', [...tracks].filter(({ readyState }) => readyState === 'live').length],
        ['timers', timers.size],
        ...listeners,
      ];
      return Object.fromEntries(all.filter(([, count]) => count !== 0));
    },
    restore() {
      for (const restore of restores.reverse()) restore();
    },
  };
}
