import type { Fact } from '../../core/fact.js';
import type { CallState } from '../../core/state/call-state.js';
import type { Viewing } from '../../core/state/view.js';
import { tileKey } from '../../core/tile-key.js';
import type { RequestDetails, RequestType } from '../shared/requests.js';
import type { AudioSinks } from './audio-sinks.js';
import type { Invite } from './invite.js';
import type { P2PCall } from './p2p-call.js';
import type { Panels } from './panels.js';
import { withPin } from './pins.js';
import type { Windows } from './windows.js';

/** The parts of a call that answer requests: the methods that a page can call, too, and what only the interface asks for. */
export interface CallParts {
  readonly call: Pick<
    P2PCall,
    | 'name'
    | 'join'
    | 'leave'
    | 'setName'
    | 'setMicrophone'
    | 'setCamera'
    | 'setScreen'
    | 'setDevice'
    | 'flipCamera'
    | 'setAudioCare'
    | 'setVolume'
    | 'setDeafened'
    | 'sendMessage'
    | 'setHand'
    | 'react'
    | 'askToMute'
    | 'removeParticipant'
    | 'makeHost'
    | 'endForAll'
  >;
  readonly store: { readonly state: CallState; apply(fact: Fact): void };
  readonly sinks: Pick<AudioSinks, 'play'>;
  readonly panels: Pick<Panels, 'show'>;
  readonly windows: Pick<Windows, 'setFullscreen' | 'setPip'>;
  readonly invite: Pick<Invite, 'send'>;
}

/**
 * The command for each request. Nothing awaits the commands: the call reports failures with `p2p-error`, and a request that a
 * listener prevented is no error.
 */
export type RequestMap = {
  readonly [T in RequestType]: (parts: CallParts, detail: RequestDetails[T]) => Promise<unknown> | void;
};

/** Every request with its command. Without `on`, a switch toggles. */
export const requestMap: RequestMap = {
  'p2p-join-request': ({ call }, { name }) => {
    if (typeof name === 'string') call.name = name;
    return call.join();
  },
  'p2p-leave-request': ({ call }) => call.leave(),
  'p2p-name-request': ({ call }, { name }) => call.setName(name),

  'p2p-mic-request': ({ call, store }, { on }) => call.setMicrophone(on ?? store.state.self.microphone !== 'on'),
  'p2p-camera-request': ({ call, store }, { on }) => call.setCamera(on ?? store.state.self.camera !== 'on'),
  'p2p-screen-request': ({ call, store }, { on }) => call.setScreen(on ?? store.state.self.screen !== 'on'),
  'p2p-device-request': ({ call }, { kind, deviceId }) => call.setDevice(kind, deviceId),
  'p2p-flip-request': ({ call }) => call.flipCamera(),
  'p2p-audio-care-request': ({ call }, care) => call.setAudioCare(care),
  'p2p-playback-request': ({ sinks }) => sinks.play(),
  'p2p-volume-request': ({ call }, { id, volume }) => call.setVolume(id, volume),
  'p2p-deafen-request': ({ call, store }, { on }) => call.setDeafened(on ?? !store.state.settings.deafened),
  'p2p-sounds-request': ({ store }, { on }) =>
    store.apply({ type: 'sounds-changed', on: on ?? !store.state.settings.sounds }),

  'p2p-panel-request': ({ panels }, { panel, open }) => panels.show(panel, open),
  'p2p-pin-request': ({ store }, { id, source, on }) =>
    view(store, { pins: withPin(store.state.view.pins, tileKey(id, source), on) }),
  'p2p-self-view-request': ({ store }, { on }) => view(store, { selfHidden: !(on ?? store.state.view.selfHidden) }),
  'p2p-mirror-request': ({ store }, { on }) =>
    store.apply({ type: 'mirrored-changed', mirrored: on ?? !store.state.settings.mirrored }),
  'p2p-fullscreen-request': ({ windows, store }, { on }) => windows.setFullscreen(on ?? !store.state.view.fullscreen),
  'p2p-pip-request': ({ windows, store }, { on }) => windows.setPip(on ?? !store.state.view.pip),

  'p2p-message-request': ({ call }, { text, to }) => call.sendMessage(text, to === undefined ? {} : { to }),
  'p2p-read-request': ({ store }) => store.apply({ type: 'messages-read' }),
  'p2p-hand-request': ({ call, store }, { on }) => call.setHand(on ?? store.state.self.handAt === undefined),
  'p2p-reaction-request': ({ call }, { emoji }) => call.react(emoji),

  'p2p-mute-request': ({ call }, { id }) => call.askToMute(id),
  'p2p-remove-request': ({ call }, { id }) => call.removeParticipant(id),
  'p2p-host-request': ({ call }, { id }) => call.makeHost(id),
  'p2p-end-request': ({ call }) => call.endForAll(),
  'p2p-invite-request': ({ invite }) => invite.send(),
};

export const requestTypes = Object.keys(requestMap) as readonly RequestType[];

/** A change of the own view concerns nobody else, so the request takes effect at once. */
function view(store: CallParts['store'], changes: Partial<Viewing>): void {
  store.apply({ type: 'viewing-changed', changes });
}
