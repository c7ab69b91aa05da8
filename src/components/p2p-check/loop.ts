/** A TURN server over TLS needs less than this on a slow line. */
const giveUpMs = 15_000;
/** A browser connects with itself at once; the answers of STUN and TURN servers take a moment longer. */
const gatherForMs = 3_000;

export interface LoopResult {
  /** Whether a message went there and back. */
  readonly connected: boolean;
  /** The kinds of addresses that were found (W3C WebRTC section 4.8.1.1). */
  readonly kinds: ReadonlySet<string>;
}

/** Connects this browser with itself: two connections, and a message there and back. */
export async function connectLoop(configuration: RTCConfiguration): Promise<LoopResult> {
  const kinds = new Set<string>();
  const near = new RTCPeerConnection(configuration);
  const far = new RTCPeerConnection(configuration);
  try {
    near.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type) kinds.add(candidate.type);
    });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      // The browser may refuse a candidate; the others are enough.
      from.addEventListener(
        'icecandidate',
        ({ candidate }) => void to.addIceCandidate(candidate ?? undefined).catch(() => undefined),
      );
    }
    far.addEventListener('datachannel', ({ channel }) => {
      channel.addEventListener('message', ({ data }) => channel.send(data as string));
    });
    const channel = near.createDataChannel('check');
    const echoed = new Promise<boolean>((resolve) => {
      channel.addEventListener('open', () => channel.send('?'));
      channel.addEventListener('message', () => resolve(true));
    });
    const gathered = new Promise<void>((resolve) => {
      near.addEventListener('icegatheringstatechange', () => {
        if (near.iceGatheringState === 'complete') resolve();
      });
    });
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
    const connected = await Promise.race([echoed, after(giveUpMs).then(() => false)]);
    if (connected) await Promise.race([gathered, after(gatherForMs)]);
    return { connected, kinds };
  } finally {
    near.close();
    far.close();
  }
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
