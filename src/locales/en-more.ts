/** English words of what comes on demand: panels, menus, the check. Every other language has them in its one file. */
export const moreEn = {
  tile: {
    pin: 'Pin',
    unpin: 'Unpin',
    volume: 'Volume',
    mirror: 'Mirror my picture',
    unmirror: 'Do not mirror my picture',
    hideSelf: 'Hide my picture',
    fit: 'Show the whole picture',
    fill: 'Fill the tile',
    pip: 'Picture-in-picture',
    snapshot: 'Save a picture',
    detail: 'Connection',
  },
  linkDetail: {
    path: 'Path',
    direct: 'Direct',
    relayed: 'Through a relay',
    resolution: 'Resolution',
    frameRate: 'Frames',
    perSecond: '/s',
    bitrate: 'Bit rate',
    loss: 'Lost',
    delay: 'Round trip',
  },
  chat: {
    none: {
      title: 'No messages yet',
      text: 'What you write goes straight to the people in the call. No server keeps it.',
    },
    messages: 'Messages',
    message: 'Message',
    write: 'Message everyone',
    writeTo: (name: string): string => `Message ${name}`,
    send: 'Send',
    to: 'To',
    everyone: 'Everyone',
    gone: 'Has left the call',
    only: (name: string): string => `Only to ${name}`,
    onlyYou: 'Only to you',
    waiting: 'Waiting for the connection',
    notDelivered: 'Not delivered',
    newer: 'New messages',
  },
  people: {
    host: 'Host',
    hand: (place: number): string => `Hand raised, number ${place}`,
    sharing: 'Shares a screen',
    cameraOff: 'Camera off',
    more: (name: string): string => `More for ${name}`,
    volume: 'Volume',
    pin: 'Pin',
    unpin: 'Unpin',
    mute: 'Mute',
    muteAll: 'Mute everyone',
    questions: {
      'p2p-host-request': {
        ask: 'Make host',
        text: (name: string): string => `Make ${name} the host? You will be a guest then.`,
        yes: 'Make host',
      },
      'p2p-remove-request': {
        ask: 'Remove from the call',
        text: (name: string): string => `Remove ${name} from the call?`,
        yes: 'Remove',
      },
      'p2p-end-request': {
        ask: 'End call for everyone',
        text: (_name: string): string => 'End the call for everyone?',
        yes: 'End call',
      },
    },
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    text: 'They work while the focus is in the call, and never while you type.',
    space: 'Space',
    hold: 'Hold to talk while muted, or to be silent while not',
  },
};

/** What every language must say of what comes on demand. */
export type More = typeof moreEn;
