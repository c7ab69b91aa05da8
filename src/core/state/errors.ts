import type { CallError } from '../call-error.js';
import type { Call } from './call.js';
import type { People } from './people.js';
import type { Self } from './self.js';

/** The slices in which something can be wrong. */
interface Fallible {
  readonly call: Call;
  readonly self: Self;
  readonly people: People;
}

/** All that is wrong now. */
export function problemsOf({ call, self, people }: Fallible): readonly CallError[] {
  return [
    ...call.incidents,
    ...Object.values(call.missingFiles),
    call.outage,
    call.relayLack,
    ...Object.values(self.problems),
    ...Object.values(self.deviceProblems),
    ...people.list.map(({ failure }) => failure),
    call.failure,
  ].filter((error) => error !== undefined);
}

/**
 * The list of errors after a change, one of each code and subject: those that showed before and still hold, in their order, and
 * after them those that are new. Of two with the same code and subject the newer one shows; where it ends before the other, the
 * other shows again. The same list where nothing changes.
 */
export function orderErrors(
  shown: readonly CallError[],
  before: readonly CallError[],
  now: readonly CallError[],
): readonly CallError[] {
  const fresh = now.filter((error) => !before.includes(error));
  const kept = shown.filter((error) => now.includes(error));
  const hidden = now.filter((error) => before.includes(error) && !shown.includes(error));
  const next = lastOfEach([...hidden, ...kept, ...fresh]);
  return next.length === shown.length && next.every((error, index) => error === shown[index])
    ? shown
    : Object.freeze(next);
}

/** The errors with one more at the end, in the place of the one that says the same. */
export function withError(errors: readonly CallError[], error: CallError): readonly CallError[] {
  return Object.freeze(lastOfEach([...errors, error]));
}

/** Whether two errors have the same code and subject. */
export function saySame(one: CallError, other: CallError): boolean {
  return one.code === other.code && one.subject === other.subject;
}

function lastOfEach(errors: readonly CallError[]): CallError[] {
  return errors.filter((error, index) => !errors.slice(index + 1).some((later) => saySame(error, later)));
}
