import type { Self } from '../../core/state/self.js';
import type { Presence as PresenceMessage } from '../../protocol/channel-message.js';
import type { CallStore } from '../call-store.js';
import type { Transport } from '../transport.js';

/** Tells the others what the self sends (rule D2): each as soon as it can hear it, and all of them after each change. */
export class Presence {
  readonly #store: CallStore;
  readonly #transport: Pick<Transport, 'tell'>;
  #sent: string;

  constructor(store: CallStore, transport: Pick<Transport, 'tell'>, signal: AbortSignal) {
    this.#store = store;
    this.#transport = transport;
    this.#sent = JSON.stringify(presenceOf(store.state.self));
    store.subscribe(() => this.#changed(), signal);
  }

  /** The data channel to a participant is open, for the first time or again. */
  opened(id: string): void {
    this.#transport.tell({ type: 'presence', presence: presenceOf(this.#store.state.self) }, id);
  }

  #changed(): void {
    const presence = presenceOf(this.#store.state.self);
    const text = JSON.stringify(presence);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#transport.tell({ type: 'presence', presence });
  }
}

function presenceOf({ microphone, camera, screen, handAt }: Self): PresenceMessage {
  return { microphone, camera, screen, handAt };
}
