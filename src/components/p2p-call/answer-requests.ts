import type { RequestType } from '../shared/requests.js';
import { type CallParts, requestMap, requestTypes } from './request-map.js';

/**
 * Answers the requests that reach `target` with their commands. A command is called after the event has been dispatched completely,
 * so that any listener on the page can prevent it.
 */
export function answerRequests(target: EventTarget, parts: CallParts): void {
  for (const type of requestTypes) {
    const command = requestMap[type] as (parts: CallParts, detail: object) => Promise<unknown> | void;
    target.addEventListener(type, (event) => {
      const detail: unknown = (event as CustomEvent).detail;
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        // A page may put anything into a request, so a command may also throw at once.
        const answer = async (): Promise<unknown> =>
          command(parts, typeof detail === 'object' && detail !== null ? detail : {});
        answer().catch(() => undefined);
      });
    });
  }
}

/** Passes the requests that reach `from`, in another document, on to the call. If a listener prevents one there, it is prevented here. */
export function forwardRequests(from: EventTarget, call: EventTarget): void {
  for (const type of requestTypes) from.addEventListener(type, (event) => forward(type, event, call));
}

function forward(type: RequestType, event: Event, call: EventTarget): void {
  const { detail } = event as CustomEvent<unknown>;
  const copy = new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true });
  if (!call.dispatchEvent(copy)) event.preventDefault();
}
