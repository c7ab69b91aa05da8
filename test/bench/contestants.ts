import type { ServerName } from './servers.js';

/** A library that is measured. */
export interface Entry {
  readonly name: string;
  /** The module in `contestants/`. */
  readonly module: string;
  readonly server: ServerName;
}

/** Contestants that do the same before the click, so that they can be compared. */
export interface Group {
  readonly title: string;
  /** Whether the second page connects to the server before the click. */
  readonly isAhead: boolean;
  readonly p2pCall: Entry;
  /** Bare WebRTC over the room server of p2p-call: with this server, nothing can be much faster. */
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

/** All contestants of a group, in the order of the report. */
export function entriesOf({ p2pCall, floor, libraries }: Group): readonly Entry[] {
  return [floor, p2pCall, ...libraries];
}
