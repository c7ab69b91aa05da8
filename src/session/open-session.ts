import { browserPorts } from './browser-ports.js';
import { MeshTransport } from './mesh/mesh-transport.js';
import { Session, type SessionOptions } from './session.js';
import type { CallStore } from './call-store.js';

/** A session in this browser, with a mesh for its transport. */
export function openSession(options: SessionOptions, store: CallStore): Session {
  return new Session(options, browserPorts, store, (events) => new MeshTransport(browserPorts, events));
}
