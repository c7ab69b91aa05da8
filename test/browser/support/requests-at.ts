import type { RequestType } from '../../../src/components/shared/requests.js';

/** The details of the requests of a type that arrive at `target` from now on. */
export function requestsAt(target: HTMLElement, type: RequestType): unknown[] {
  const details: unknown[] = [];
  target.addEventListener(type, ({ detail }) => details.push(detail));
  return details;
}
