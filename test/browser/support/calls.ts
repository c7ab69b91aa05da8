import '../../../src/index.js';
import type { P2PCall } from '../../../src/components/p2p-call/p2p-call.js';
import { roomServerUrl } from './environment.js';
import { until } from './until.js';

export { until };

const opened = new Set<P2PCall>();

let rooms = 0;

/** A room that no other test uses. */
export function newRoom(): string {
  rooms += 1;
  return `room ${rooms} ${Math.random().toString(36).slice(2)}`;
}

/** A `<p2p-call>` on the page, with the given attributes. */
export function createCall(attributes: Record<string, string>): P2PCall {
  const call = document.createElement('p2p-call');
  call.setAttribute('server', roomServerUrl);
  for (const [name, value] of Object.entries(attributes)) call.setAttribute(name, value);
  document.body.append(call);
  opened.add(call);
  return call;
}

/** The tree of the built-in interface of a call. */
export function stageOf(call: Element): ShadowRoot | undefined {
  return call.shadowRoot?.querySelector('p2p-stage')?.shadowRoot ?? undefined;
}

/** Removes every call and waits until each has let go. */
export async function removeCalls(): Promise<void> {
  for (const call of opened) {
    call.remove();
    await until(() => call.state === 'idle', 'a removed call ends');
  }
  opened.clear();
}

/** Collects the events of a type at a call, or anywhere on the page. */
export function record<T extends keyof HTMLElementEventMap>(target: EventTarget, type: T): HTMLElementEventMap[T][] {
  const events: HTMLElementEventMap[T][] = [];
  target.addEventListener(type, (event) => events.push(event as HTMLElementEventMap[T]));
  return events;
}

/** The participant by which one call shows another. */
export function seenBy(call: P2PCall, other: P2PCall): P2PCall['participants'][number] | undefined {
  return call.participants.find((participant) => participant.id === other.self?.id);
}

/** Resolves once `call` shows new pictures of `other`: frames that were decoded, not only events. */
export async function picturesFlow(call: P2PCall, other: P2PCall): Promise<void> {
  const id = await until(() => other.self?.id, 'the other call has an id');
  const stream = await until(() => call.streamOf(id, 'camera'), 'a stream of the other');
  await framesShown(stream, 3);
}

/** Resolves once a stream has shown some frames from now on. */
export async function framesShown(stream: MediaStream, count: number): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  try {
    let shown = 0;
    const show = (): void => {
      shown += 1;
      video.requestVideoFrameCallback(show);
    };
    video.requestVideoFrameCallback(show);
    await video.play();
    await until(() => shown >= count, `${count} frames`);
  } finally {
    video.srcObject = null;
    video.remove();
  }
}

/** Two calls that have joined the same room and see each other. */
export async function createPair(attributes: Record<string, string> = {}): Promise<[P2PCall, P2PCall]> {
  const room = newRoom();
  const first = createCall({ room, name: 'Ada', ...attributes });
  const second = createCall({ room, name: 'Bo', ...attributes });
  await first.join();
  await second.join();
  await until(() => seenBy(first, second)?.connection === 'connected', 'the first is connected to the second');
  await until(() => seenBy(second, first)?.connection === 'connected', 'the second is connected to the first');
  return [first, second];
}
