import { CallError } from '../../core/call-error.js';
import type { Source } from '../../core/source.js';
import type { Metadata } from '../../core/state/self.js';
import { browserPorts } from '../../session/browser-ports.js';
import { readIceServers, readMetadata, readName, readRoom } from '../../session/page-input.js';
import { roomUrl } from '../../session/server-url.js';
import type { Session, SessionOptions } from '../../session/session.js';
import { openSession } from '../../session/open-session.js';
import type { CallStore } from '../../session/call-store.js';
import { choiceOf, onOff, tellMistake } from '../shared/page-mistake.js';
import type { CallSettings } from './call-lifecycle.js';
import type { P2PCall } from './p2p-call.js';
import { scriptOrigin } from './script-origin.js';

/** The values that the page has set on a call, read when they are needed. An invalid value is told to the page and counts as missing. */
export class PageSettings implements CallSettings {
  readonly #call: P2PCall;
  readonly #store: CallStore;

  constructor(call: P2PCall, store: CallStore) {
    this.#call = call;
    this.#store = store;
  }

  get hasRoom(): boolean {
    return this.#call.room !== undefined;
  }

  get autojoin(): boolean {
    return this.#call.autojoin;
  }

  get mic(): boolean {
    return choiceOf(this.#call, 'mic', this.#call.mic, onOff) === 'on';
  }

  get camera(): boolean {
    return choiceOf(this.#call, 'camera', this.#call.camera, onOff) === 'on';
  }

  get audioOnly(): boolean {
    return this.#call.audioOnly;
  }

  get profile(): [name: string, metadata: Metadata] {
    return [readName(this.#call.name), this.#metadata];
  }

  get access(): Pick<SessionOptions, 'token' | 'relayOnly' | 'iceServers'> {
    const { token, relayOnly, iceServers } = this.#call;
    return { token, relayOnly, iceServers: this.#read('iceServers', () => readIceServers(iceServers)) };
  }

  get #metadata(): Metadata {
    return this.#read('metadata', () => readMetadata(this.#call.metadata)) ?? {};
  }

  /** Throws a CallError if the room is invalid or the browser has no WebRTC. */
  createSession(sources: Readonly<Record<Source, boolean>>): Session {
    const { room: text, server } = this.#call;
    const room = readRoom(text);
    const url = roomUrl(server || scriptOrigin(), room, location.protocol === 'https:');
    if (browserPorts.media.obstacle() === 'unsupported-browser') {
      throw new CallError('unsupported-browser', 'This browser has no WebRTC.', { fatal: true });
    }
    const [name, metadata] = this.profile;
    const { audioOnly } = this;
    const options = { url, room, name, metadata, audioOnly, ...sources, ...this.access };
    return openSession(options, this.#store);
  }

  #read<T>(name: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (error instanceof CallError) {
        tellMistake(this.#call, name, error.message);
        this.#store.apply({ type: 'went-wrong', error });
      }
      return undefined;
    }
  }
}
