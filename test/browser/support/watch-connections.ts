/** The connections that negotiate while a test watches. */
export interface WatchedConnections {
  /** How many descriptions were made so far. */
  readonly descriptions: number;
  /** What arrived for a remote track so far, in packets. */
  packetsOf(track: MediaStreamTrack | undefined): Promise<number>;
  restore(): void;
}

export function watchConnections(): WatchedConnections {
  const connections = new Set<RTCPeerConnection>();
  let descriptions = 0;
  const { prototype } = RTCPeerConnection;
  const own = Object.getOwnPropertyDescriptor(prototype, 'setLocalDescription');
  if (!own) throw new Error('The browser describes nothing.');
  const describe = own.value as () => Promise<void>;
  Object.defineProperty(prototype, 'setLocalDescription', {
    ...own,
    value: function watched(this: RTCPeerConnection): Promise<void> {
      connections.add(this);
      descriptions += 1;
      return describe.call(this);
    },
  });
  return {
    get descriptions() {
      return descriptions;
    },
    async packetsOf(track) {
      let packets = 0;
      const receivers = [...connections].flatMap((connection) => connection.getReceivers());
      const stats = await receivers.find((receiver) => receiver.track === track)?.getStats();
      stats?.forEach((stat: { type: string; packetsReceived?: number }) => {
        if (stat.type === 'inbound-rtp') packets += stat.packetsReceived ?? 0;
      });
      return packets;
    },
    restore: () => Object.defineProperty(prototype, 'setLocalDescription', own),
  };
}
