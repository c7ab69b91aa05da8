import { CallError, noSuchParticipant } from '../../core/call-error.js';
import { isInCall } from '../../core/state/phase.js';
import { limits } from '../../protocol/limits.js';
import { utf8Bytes } from '../../protocol/text.js';
import type { CallStore } from '../call-store.js';
import type { Transport } from '../transport.js';

/** The page's own values, from one participant to others (rule D4). Nothing of them is kept. */
export class Values {
  readonly #store: CallStore;
  readonly #transport: Pick<Transport, 'say' | 'linkOf'>;

  constructor(store: CallStore, transport: Pick<Transport, 'say' | 'linkOf'>) {
    this.#store = store;
    this.#transport = transport;
  }

  /** Sends a value to one participant or to all. Throws what is wrong with it. */
  send(value: unknown, to: string | undefined): void {
    const { call, people } = this.#store.state;
    if (!isInCall(call.phase)) throw new CallError('not-joined', 'Nothing can be sent outside a call.');
    if (to !== undefined && !(people.list.some(({ id }) => id === to) && this.#transport.linkOf(to))) {
      throw noSuchParticipant(to);
    }
    if (utf8Bytes(jsonOf(value)) > limits.dataBytes) {
      throw new CallError('bad-value', `A value may take ${limits.dataBytes} bytes as JSON.`);
    }
    if (!this.#transport.say({ type: 'data', value }, to)) {
      throw new CallError('rate-limited', 'More is sent, or waiting to be sent, than a connection takes.');
    }
  }

  receive(from: string, value: unknown): void {
    this.#store.announce({ type: 'p2p-data', detail: { from, value } });
  }
}

function jsonOf(value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // A cycle or a BigInt: refused below.
  }
  throw new CallError('bad-value', 'Only values that JSON can say can be sent.');
}
