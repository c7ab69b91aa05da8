import type { OccurringErrorCode } from '../core/call-error.js';
import type { EndReason } from '../core/state/call.js';

/** The words of a switch, such as that of the microphone. */
export interface SwitchWords {
  /** The accessible name, which is the same whether the switch is on or off. */
  readonly name: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly blocked: string;
  readonly missing: string;
}

/** The text about something that ended or went wrong: headline, what happened, and what people can do. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  /** What people can do; empty if they can or need do nothing. */
  readonly remedy: string;
}

/** Words for every error that can occur. A reserved code gets words together with the feature that needs it. */
export type ErrorWords = Readonly<Record<OccurringErrorCode, Explanation>>;

/** The words for each way in which a call ends. */
export type LeftWords = Readonly<Record<EndReason, Explanation>>;

const numbers = new Intl.PluralRules('en');
const lists = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Ada and Grace"; or "Ada, Grace and 3 others" if there are `more` participants than names. */
function people(names: readonly string[], more: number): string {
  if (more === 0) return lists.format(names);
  return lists.format([...names, numbers.select(more) === 'one' ? `${more} other` : `${more} others`]);
}

const errors: ErrorWords = {
  'mic-denied': {
    title: 'Your microphone is blocked',
    text: 'The browser does not let this page use it, so nobody hears you.',
    remedy: 'Allow the microphone in the address bar, then try again.',
  },
  'camera-denied': {
    title: 'Your camera is blocked',
    text: 'The browser does not let this page use it, so nobody sees you.',
    remedy: 'Allow the camera in the address bar, then try again.',
  },
  'screen-denied': {
    title: 'Your screen is not shared',
    text: 'The browser was not allowed to record the screen.',
    remedy: 'Try again and choose a window. Your system settings may have to allow the browser to record.',
  },
  'device-missing': {
    title: 'No device found',
    text: 'A camera or microphone is not connected. You can take part without it.',
    remedy: 'Connect one, then try again.',
  },
  'device-busy': {
    title: 'Your camera or microphone is in use',
    text: 'Another program or tab holds it.',
    remedy: 'Close the other program. It comes on as soon as it is free.',
  },
  'insecure-context': {
    title: 'This page is not secure',
    text: 'Browsers give camera and microphone only to pages opened with https.',
    remedy: 'Open the page with an address that begins with https://.',
  },
  'policy-blocked': {
    title: 'This page may not use camera or microphone',
    text: 'The page around the call does not pass the permission on.',
    remedy: 'Open the call in a tab of its own, or tell the owner of this site.',
  },
  'unsupported-browser': {
    title: 'This browser cannot make calls',
    text: 'It lacks what video calls need.',
    remedy: 'Open the page in a current Chrome, Edge, Firefox or Safari.',
  },
  'bad-room': {
    title: 'This room does not exist',
    text: 'The call has no room name, or one that cannot be used.',
    remedy: 'Check the link you were given.',
  },
  'bad-token': {
    title: 'You cannot enter this room',
    text: 'Your invitation is not valid, or it has run out.',
    remedy: 'Open a fresh link from the site that invited you.',
  },
  'version-mismatch': {
    title: 'This page is out of date',
    text: 'The call has been updated since the page was opened.',
    remedy: 'Reload the page.',
  },
  'server-unreachable': {
    title: 'The room cannot be reached',
    text: 'There is no answer from the server.',
    remedy: 'Check your internet connection.',
  },
  'file-missing': {
    title: 'Something is missing',
    text: 'A part of the call could not be loaded. The rest goes on.',
    remedy: 'Reload the page when you can.',
  },
  'room-full': {
    title: 'The room is full',
    text: 'Everyone this room has space for is already here.',
    remedy: 'Try again when someone has left.',
  },
  'peer-unreachable': {
    title: 'Someone cannot be reached',
    text: 'Your networks find no way to each other. The others are not affected.',
    remedy: 'Leaving and joining again, or another network, can help.',
  },
  'no-relay': {
    title: 'No relay is set up',
    text: 'This call may connect only through a relay, and there is none, so nobody can be reached.',
    remedy: 'Tell the owner of this site.',
  },
  'rate-limited': {
    title: 'Too much at once',
    text: 'The room server asked this page to slow down.',
    remedy: 'Wait a moment, then try again.',
  },
  'bad-value': {
    title: 'That did not work',
    text: 'This page asked the call for something it cannot do.',
    remedy: '',
  },
  'not-joined': {
    title: 'You are not in the call',
    text: 'That works only during a call.',
    remedy: 'Join first.',
  },
  'not-host': {
    title: 'Only the host can do that',
    text: 'You are a guest in this call.',
    remedy: 'Ask the host.',
  },
  aborted: {
    title: 'Stopped',
    text: 'Something else came first.',
    remedy: '',
  },
};

const left: LeftWords = {
  left: { title: 'You left the call', text: 'Camera and microphone are off.', remedy: '' },
  removed: { title: 'You were removed', text: 'The host removed you from the call.', remedy: '' },
  ended: { title: 'The call has ended', text: 'The host ended it for everyone.', remedy: '' },
  replaced: {
    title: 'You joined somewhere else',
    text: 'The call goes on in your other tab or device.',
    remedy: 'You can bring it back here.',
  },
  full: errors['room-full'],
  unauthorized: errors['bad-token'],
  'connection-lost': {
    title: 'The connection was lost',
    text: 'You dropped out of the call.',
    remedy: 'Check your internet connection, then join again.',
  },
  'room-changed': { title: 'You changed rooms', text: 'You left the previous call.', remedy: '' },
  'page-closed': { title: 'You left the call', text: 'The page was closed.', remedy: '' },
};

/** English. Every other language has the same shape and a file of its own, which is loaded when a page is in that language. */
export const en = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',

  // <p2p-controls> and its buttons
  controls: 'Call controls',
  microphone: {
    name: 'Microphone',
    turnOn: 'Unmute',
    turnOff: 'Mute',
    blocked: 'The browser blocks the microphone. Press to try again.',
    missing: 'No microphone found. Press to try again.',
  },
  camera: {
    name: 'Camera',
    turnOn: 'Turn camera on',
    turnOff: 'Turn camera off',
    blocked: 'The browser blocks the camera. Press to try again.',
    missing: 'No camera found. Press to try again.',
  },
  leave: 'Leave call',
  toolbar: {
    more: 'More',
    close: 'Close',
    screen: { name: 'Screen sharing', turnOn: 'Share screen', turnOff: 'Stop sharing' },
    hand: { name: 'Raised hand', turnOn: 'Raise hand', turnOff: 'Lower hand' },
    reactions: 'Reactions',
    chat: 'Chat',
    unread: (count: number): string => `${count} new ${numbers.select(count) === 'one' ? 'message' : 'messages'}`,
    people: 'People',
    settings: 'Settings',
    pip: { name: 'Picture-in-picture', turnOn: 'Open picture-in-picture', turnOff: 'Close picture-in-picture' },
    fullscreen: { name: 'Full screen', turnOn: 'Enter full screen', turnOff: 'Leave full screen' },
  },
  invite: { copy: 'Copy invite link', share: 'Invite others', copied: 'Link copied', byHand: 'Link to this call' },

  // <p2p-video-tile>, <p2p-tile-menu>, <p2p-link-detail>
  guest: 'Guest',
  self: (name: string): string => (name ? `${name} (you)` : 'You'),
  videoOf: (name: string): string => `Video of ${name}`,
  micOff: 'Microphone off',
  link: { connecting: 'Connecting…', reconnecting: 'Reconnecting…', failed: 'Cannot be reached' },
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

  // <p2p-grid> and the stage around it
  participants: 'Participants',
  stage: {
    /** Describes a picture that people can move with the arrow keys. */
    floating: 'Your picture. Arrow keys move it to another corner.',
    showSelf: 'Show yourself',
    screenOf: (name: string): string => `Screen of ${name}`,
    ownScreen: 'Your screen',
    handRaised: 'Hand raised',
    sharing: 'Shares a screen',
    /** Names the menu of a tile. Without a name, the tile of the self is meant. */
    options: (name: string): string => (name ? `Options for ${name}` : 'Options for you'),
    speaking: 'Speaking',
    pageOf: (page: number, pages: number): string => `Page ${page} of ${pages}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
  },
  alone: { title: 'Nobody else is here yet', text: 'Others appear as soon as they join.' },
  deserted: { title: 'Everyone else has left', text: 'Whoever comes back appears here.' },
  elsewhere: { text: 'The call is in a window of its own.', action: 'Bring it back' },

  // <p2p-prejoin>, <p2p-devices>, <p2p-permission-help>, <p2p-check>
  prejoin: {
    title: 'Ready to join?',
    preview: 'Your preview',
    cameraOff: 'Your camera is off',
    name: 'Your name',
    namePlaceholder: 'How others see you',
    join: 'Join call',
    /** Names the participants who are in the call already. */
    present: (names: readonly string[], more: number): string =>
      `${people(names, more)} ${names.length + more === 1 ? 'is' : 'are'} in the call`,
    nobody: 'Nobody is in the call yet',
    devices: 'Devices',
  },
  devices: {
    title: 'Devices',
    speaker: 'Speaker',
    systemDefault: 'System default',
    none: 'None found',
    level: 'Microphone level',
    test: 'Play a test sound',
    testing: 'Playing…',
    testFailed: 'The sound could not be played. Choose another speaker.',
    flip: 'Other camera',
  },
  help: {
    title: 'How to allow it',
    chromium: 'Press the sign to the left of the address, allow camera and microphone, then try again.',
    firefox: 'Press the crossed-out sign to the left of the address, remove the block, then try again.',
    safari: 'Choose Safari › Settings for This Website… and allow camera and microphone.',
    safariPhone: 'Tap the sign beside the address, then Website Settings, and allow camera and microphone.',
    mac: 'If that is not enough: System Settings › Privacy & Security › Camera, and Microphone: switch this browser on and restart it.',
    windows:
      'If that is not enough: Settings › Privacy & security › Camera, and Microphone: let desktop apps use them.',
    android: 'If that is not enough: Settings › Apps › this browser › Permissions.',
    ios: 'If that is not enough: Settings › Privacy & Security › Camera, and Microphone: switch this browser on.',
  },
  check: {
    title: 'Check devices and connection',
    start: 'Start the check',
    again: 'Check again',
    running: 'Checking…',
    yes: 'Yes',
    no: 'No',
    passed: 'Works',
    doubtful: 'Take a look',
    failed: 'Does not work',
    names: {
      microphone: 'Microphone',
      camera: 'Camera',
      speaker: 'Speaker',
      server: 'Room server',
      connection: 'Connection',
      relay: 'Relay',
    },
    said: {
      'say-something': 'Say something, please.',
      heard: 'Your microphone hears you.',
      quiet: 'It is very quiet. Move closer, or turn your microphone up in the system settings.',
      silent: 'No sound comes from it. Look for a switch on the microphone, or choose another one.',
      blocked: 'The browser blocks it. Allow it beside the address of this page.',
      missing: 'None was found. Connect one and check again.',
      busy: 'Another program holds it. Close that program and check again.',
      unmeasured: 'It is open. This browser does not tell how loud it is.',
      seen: 'Your camera shows a picture.',
      dark: 'The picture is black. Look for a cover over the lens.',
      frozen: 'No picture comes from it. Unplug it, plug it in again, or choose another one.',
      'did-you-hear': 'Did you hear two notes?',
      audible: 'You can hear the call.',
      inaudible: 'Choose another speaker, and turn the volume up.',
      reached: 'The room server answers.',
      unreachable: 'The room server does not answer. Check your internet connection.',
      direct: 'Your browser can connect, and its address can be found from outside.',
      local:
        'Your browser can connect. Its address could not be found from outside: calls beyond your own network may need the relay.',
      nothing: 'No connection could be made. A firewall or an extension of the browser may keep it from that.',
      relayed: 'Calls get through firewalls with it.',
      'no-relay': 'None is set up. Calls between some networks will not connect.',
      'relay-failed': 'It could not be reached. Try another network, such as a mobile hotspot.',
    },
  },

  // <p2p-status>
  joining: { title: 'Joining…', text: 'This takes a moment.' },
  reconnecting: { title: 'Connection lost', text: 'Reconnecting. The call goes on when your network is back.' },
  muted: { title: 'The host muted you', text: 'You can unmute whenever you want to speak.' },
  playback: { title: 'Your browser keeps the sound off', action: 'Turn sound on' },
  /** Notices about the own microphone and sound while the call goes on. */
  notice: {
    silent: {
      title: 'Nobody can hear you',
      text: 'Your microphone is on, and no sound comes from it. Check its switch.',
    },
    talking: { title: 'You are muted', text: 'Nobody hears what you say.' },
    paused: { title: 'Your microphone is held back', text: 'The system or another call is using it.' },
    deafened: { title: 'You hear nobody', text: 'All sound of the call is off.', action: 'Hear everyone' },
  },
  rejoin: 'Join again',
  retry: 'Try again',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  errors,
  left,
  /** Announced to screen readers. */
  announce: {
    joined: (others: number): string =>
      others === 0
        ? 'You are in the call. Nobody else is here yet.'
        : `You are in the call with ${others} ${numbers.select(others) === 'one' ? 'other' : 'others'}.`,
    arrived: (names: readonly string[], more: number): string => `${people(names, more)} joined`,
    departed: (names: readonly string[], more: number): string => `${people(names, more)} left`,
    reconnected: 'You are connected again.',
    hosting: 'You are the host now.',
    unreachable: (names: readonly string[], more: number): string => `${people(names, more)} cannot be reached`,
    raised: (names: readonly string[], more: number): string => `${people(names, more)} raised a hand`,
    wrote: (name: string, text: string, isPrivate: boolean): string =>
      isPrivate ? `${name}, only to you: ${text}` : `${name}: ${text}`,
  },

  // <p2p-chat>, <p2p-people>, <p2p-settings>, <p2p-shortcuts>
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
  settings: {
    microphone: 'Your microphone',
    echoCancellation: 'Remove echo',
    noiseSuppression: 'Remove background noise',
    autoGainControl: 'Adjust volume automatically',
    music: 'Music mode',
    musicHint: 'Sends the sound as it is. Use headphones.',
    listenWhileMuted: 'Tell me when I talk while muted',
    listenHint: 'Keeps the microphone open while you are muted. Nobody hears it.',
    sound: 'What you hear',
    deafen: 'Turn everyone’s sound off',
    sounds: 'Sounds for joining, leaving and messages',
    check: 'Check devices and connection',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    text: 'They work while the focus is in the call, and never while you type.',
    space: 'Space',
    hold: 'Hold to talk while muted, or to be silent while not',
  },
};

/** The words of one language. */
export type Dictionary = typeof en;
