import { browserPorts } from '../../session/browser-ports.js';
import type { CallStore } from '../../session/call-store.js';
import type { Session } from '../../session/session.js';
import type { CallView } from '../shared/call-context.js';

/** The view that the elements of a call have of it, whichever session it has at the moment. */
export function createCallView(store: CallStore, session: () => Session | undefined): CallView {
  return {
    get state() {
      return store.state;
    },
    subscribe(listener) {
      let isOver = false;
      const paint = (): void => {
        if (!isOver) listener();
      };
      const unsubscribe = store.subscribe(() => browserPorts.priority.run('paint', paint));
      return () => {
        isOver = true;
        unsubscribe();
      };
    },
    streamOf: (id, source) => session()?.streamOf(id, source),
    levelOf: (id) => session()?.levelOf(id) ?? 0,
    statsOf: async (id) => session()?.statsOf(id),
    iceServers: () => session()?.iceServers ?? [],
  };
}
