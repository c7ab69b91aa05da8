import type { RequestDetails, RequestType } from '../shared/requests.js';

/** What a request does. Nobody awaits it here: what the call cannot do is told by `p2p-error`, and what a listener prevented is no error. */
export type RequestTable = { [T in RequestType]: (detail: RequestDetails[T]) => Promise<void> | void };

/**
 * Answers requests at `target`, and those of its descendants, with commands. Decided after the event has
 * been everywhere, so that any listener on the page can prevent it.
 */
export function answerRequests(target: EventTarget, table: RequestTable): void {
  for (const [type, command] of Object.entries(table) as [RequestType, (detail: object) => Promise<void> | void][]) {
    target.addEventListener(type, (event) => {
      const detail: unknown = (event as CustomEvent).detail;
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        // Also what a command throws at once: a page may put anything into a request.
        const answer = async (): Promise<void> => command(typeof detail === 'object' && detail !== null ? detail : {});
        answer().catch(() => undefined);
      });
    });
  }
}
