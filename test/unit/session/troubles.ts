import type { CallError } from '../../../src/core/call-error.js';
import type { Fact } from '../../../src/core/fact.js';
import { initialState } from '../../../src/core/state/call-state.js';
import { reduce } from '../../../src/core/state/reduce.js';

/** The errors that facts bring to a call and end there, as `code subject`; the end of one with a minus. */
export function troublesOf(facts: readonly Fact[]): string[] {
  const troubles: string[] = [];
  let state = reduce(initialState, { type: 'opened', room: 'standup', name: 'Ada', metadata: {}, audioOnly: false });
  for (const fact of facts) {
    const { errors } = state;
    state = reduce(state, fact);
    const names = state.errors.map(nameOf);
    troubles.push(...errors.filter((error) => !names.includes(nameOf(error))).map((error) => `-${nameOf(error)}`));
    troubles.push(...state.errors.filter((error) => !errors.includes(error)).map(nameOf));
  }
  return troubles;
}

function nameOf({ code, subject = '' }: CallError): string {
  return `${code} ${subject}`.trim();
}
