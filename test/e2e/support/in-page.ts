/** The methods of a page that both drivers have. */
export interface Page {
  evaluate<T>(script: string): Promise<T>;
}

/** Evaluates a script in the page until it is truthy; after a generous time, rejects and names `what` was awaited. */
export async function untilInPage<T>(page: Page, script: string, what: string, limitMs = 90_000): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const value = await page.evaluate<T>(script);
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Awaited in vain: ${what}. ${await stateOf(page)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Counts the frames that the first other participant's camera shows from now on, in `window.framesSeen`. */
export const countFrames = `(() => {
  const call = document.querySelector('p2p-call');
  const other = call.participants.find((one) => !one.self);
  const stream = other && call.streamOf(other.id, 'camera');
  if (!stream) return false;
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.prepend(video);
  window.framesSeen = 0;
  const seen = () => { window.framesSeen += 1; video.requestVideoFrameCallback(seen); };
  video.requestVideoFrameCallback(seen);
  video.play();
  return true;
})()`;

/** Runs before the scripts of a page and records its connections, so that tests can read their statistics. */
export const keepConnections = `(() => {
  const Real = RTCPeerConnection;
  window.connections = [];
  window.RTCPeerConnection = class extends Real {
    constructor(configuration) { super(configuration); window.connections.push(this); }
  };
})()`;

/** Whether sound arrived: packets of silence have no energy (W3C webrtc-stats, totalAudioEnergy). */
export const hearsSound = `(async () => {
  const reports = await Promise.all(window.connections.map((connection) => connection.getStats()));
  const stats = reports.flatMap((report) => [...report.values()]);
  return stats.some((stat) => stat.type === 'inbound-rtp' && stat.kind === 'audio' && stat.totalAudioEnergy > 0);
})()`;

function stateOf(page: Page): Promise<string> {
  return page.evaluate(
    `(() => { const call = document.querySelector('p2p-call'); return call ? JSON.stringify([call.state, call.error?.code, call.participants]) : 'no call'; })()`,
  );
}
