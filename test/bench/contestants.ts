import type { ServerName } from './servers.js';

/** One that takes part. */
export interface Entry {
  readonly name: string;
  /** The module in `contestants/`. */
  readonly module: string;
  readonly server: ServerName;
}

/** Those that did the same before the click, and so are compared. */
export interface Group {
  readonly title: string;
  /** Whether the second one's line to the server is opened before the click. */
  readonly isAhead: boolean;
  readonly p2pCall: Entry;
  /** Bare WebRTC over the room server of p2p-call: what nothing with this server can be faster than by much. */
  readonly floor: Entry;
  readonly libraries: readonly Entry[];
}

export const groups: readonly Group[] = [
  {
    title: 'Prepared before the click',
    isAhead: true,
    p2pCall: { name: 'p2p-call, pre-join screen', module: 'p2p-call', server: 'rooms' },
    floor: { name: 'raw floor', module: 'floor', server: 'rooms' },
    libraries: [
      { name: 'PeerJS, opened ahead', module: 'peerjs', server: 'peerjs' },
      { name: 'simple-peer, socket open ahead', module: 'simple-peer', server: 'relay' },
    ],
  },
  {
    title: 'Everything after the click',
    isAhead: false,
    p2pCall: { name: 'p2p-call, `autojoin`', module: 'p2p-call', server: 'rooms' },
    floor: { name: 'raw floor, from nothing', module: 'floor', server: 'rooms' },
    libraries: [
      { name: 'PeerJS', module: 'peerjs', server: 'peerjs' },
      { name: 'simple-peer', module: 'simple-peer', server: 'relay' },
    ],
  },
];

/** All of a group, in the order in which they are told. */
export function entriesOf({ p2pCall, floor, libraries }: Group): readonly Entry[] {
  return [floor, p2pCall, ...libraries];
}
