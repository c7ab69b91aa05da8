import { describe, expect, it } from 'vitest';
import { type CallParts, requestMap, requestTypes } from '../../../src/components/p2p-call/request-map.js';
import type { RequestDetails, RequestType } from '../../../src/components/shared/requests.js';
import type { Fact } from '../../../src/core/fact.js';
import type { CallState } from '../../../src/core/state/call-state.js';
import { reduce } from '../../../src/core/state/reduce.js';
import { aMember, aMessage, written } from '../../fakes/builders.js';
import { inCall } from '../core/support.js';

/** A call of the self and Bo whose parts only write down what they are asked for. */
class Recorder {
  readonly asked: unknown[] = [];
  readonly store = {
    state: inCall(aMember({ id: 'bo' })) as CallState,
    apply: (fact: Fact): void => void (this.store.state = reduce(this.store.state, fact)),
  };
  readonly parts: CallParts = {
    call: this.#part('call', { name: 'Ada' }),
    store: this.store,
    sinks: this.#part('sinks'),
    panels: this.#part('panels'),
    windows: this.#part('windows'),
    invite: this.#part('invite'),
  };

  ask<T extends RequestType>(type: T, detail: RequestDetails[T]): unknown {
    void requestMap[type](this.parts, detail);
    return this.asked.at(-1);
  }

  #part<T extends object>(name: string, fields: object = {}): T {
    const get = (target: object, key: string): unknown =>
      key in target ? target[key as never] : (...values: unknown[]) => void this.asked.push([`${name}.${key}`, values]);
    return new Proxy(fields, { get }) as T;
  }
}

/** Each request with a detail, and what it has called with what. */
const commands: { [T in RequestType]?: [detail: RequestDetails[T], command: string, values: unknown[]][] } = {
  'p2p-join-request': [[{}, 'call.join', []]],
  'p2p-leave-request': [[{}, 'call.leave', []]],
  'p2p-name-request': [[{ name: 'Eve' }, 'call.setName', ['Eve']]],
  'p2p-mic-request': [
    [{}, 'call.setMicrophone', [true]],
    [{ on: false }, 'call.setMicrophone', [false]],
  ],
  'p2p-camera-request': [
    [{}, 'call.setCamera', [true]],
    [{ on: false }, 'call.setCamera', [false]],
  ],
  'p2p-screen-request': [
    [{}, 'call.setScreen', [true]],
    [{ on: false }, 'call.setScreen', [false]],
  ],
  'p2p-device-request': [[{ kind: 'camera', deviceId: 'x' }, 'call.setDevice', ['camera', 'x']]],
  'p2p-flip-request': [[{}, 'call.flipCamera', []]],
  'p2p-audio-care-request': [[{ music: true }, 'call.setAudioCare', [{ music: true }]]],
  'p2p-playback-request': [[{}, 'sinks.play', []]],
  'p2p-volume-request': [[{ id: 'bo', volume: 0.5 }, 'call.setVolume', ['bo', 0.5]]],
  'p2p-deafen-request': [
    [{}, 'call.setDeafened', [true]],
    [{ on: false }, 'call.setDeafened', [false]],
  ],
  'p2p-panel-request': [
    [{ panel: 'chat' }, 'panels.show', ['chat', undefined]],
    [{ panel: 'people', open: false }, 'panels.show', ['people', false]],
  ],
  'p2p-fullscreen-request': [
    [{}, 'windows.setFullscreen', [true]],
    [{ on: false }, 'windows.setFullscreen', [false]],
  ],
  'p2p-pip-request': [
    [{}, 'windows.setPip', [true]],
    [{ on: false }, 'windows.setPip', [false]],
  ],
  'p2p-message-request': [
    [{ text: 'Hi' }, 'call.sendMessage', ['Hi', {}]],
    [{ text: 'Hi', to: 'bo' }, 'call.sendMessage', ['Hi', { to: 'bo' }]],
  ],
  'p2p-hand-request': [
    [{}, 'call.setHand', [true]],
    [{ on: false }, 'call.setHand', [false]],
  ],
  'p2p-reaction-request': [[{ emoji: '👏' }, 'call.react', ['👏']]],
  'p2p-mute-request': [[{ id: 'bo' }, 'call.askToMute', ['bo']]],
  'p2p-remove-request': [[{ id: 'bo' }, 'call.removeParticipant', ['bo']]],
  'p2p-host-request': [[{ id: 'bo' }, 'call.makeHost', ['bo']]],
  'p2p-end-request': [[{}, 'call.endForAll', []]],
  'p2p-invite-request': [[{}, 'invite.send', []]],
};

/** What changes only how this person looks at the call is so at once. */
const views: readonly RequestType[] = [
  'p2p-pin-request',
  'p2p-self-view-request',
  'p2p-mirror-request',
  'p2p-sounds-request',
  'p2p-read-request',
];

describe('requestMap', () => {
  it('has an entry for every request, and this test for every entry', () => {
    expect([...Object.keys(commands), ...views].sort()).toEqual([...requestTypes].sort());
  });

  const entries = Object.entries(commands).flatMap(([type, cases]) => cases.map((one) => [type, ...one] as const));

  it.each(entries)('%s with %j calls %s with %j', (type, detail, command, values) => {
    expect(new Recorder().ask(type as 'p2p-mic-request', detail as object)).toEqual([command, values]);
  });

  it('takes a name along into the call, but nothing that is none', () => {
    const recorder = new Recorder();
    recorder.ask('p2p-join-request', { name: 'Eve' });
    expect(recorder.parts.call.name).toBe('Eve');
    recorder.ask('p2p-join-request', { name: 7 as never });
    expect(recorder.parts.call.name).toBe('Eve');
  });

  it('turns off what is on where nobody says which way', () => {
    const recorder = new Recorder();
    for (const source of ['microphone', 'camera', 'screen'] as const) {
      recorder.store.apply({ type: 'source-changed', source, state: 'on', by: 'user' });
    }
    recorder.store.apply({ type: 'hand-changed', handAt: 5 });
    recorder.store.apply({ type: 'deafened-changed', deafened: true });
    recorder.store.apply({ type: 'viewing-changed', changes: { fullscreen: true, pip: true } });
    for (const name of ['mic', 'camera', 'screen', 'hand', 'deafen', 'fullscreen', 'pip'] as const) {
      expect(recorder.ask(`p2p-${name}-request`, {})).toEqual([expect.any(String), [false]]);
    }
  });

  it('pins cameras and screens beside each other', () => {
    const recorder = new Recorder();
    const { store } = recorder;
    recorder.ask('p2p-pin-request', { id: 'bo' });
    recorder.ask('p2p-pin-request', { id: 'bo', source: 'screen', on: true });
    expect(store.state.view.pins).toEqual(['bo', 'bo/screen']);
    recorder.ask('p2p-pin-request', { id: 'bo' });
    expect(store.state.view.pins).toEqual(['bo/screen']);
  });

  it('shows and hides the self, turns the mirror and the sounds, as asked or the other way round', () => {
    const recorder = new Recorder();
    const { store } = recorder;
    recorder.ask('p2p-self-view-request', {});
    expect(store.state.view.selfHidden).toBe(true);
    recorder.ask('p2p-self-view-request', { on: true });
    expect(store.state.view.selfHidden).toBe(false);
    recorder.ask('p2p-mirror-request', {});
    expect(store.state.settings.mirrored).toBe(false);
    recorder.ask('p2p-mirror-request', { on: false });
    expect(store.state.settings.mirrored).toBe(false);
    recorder.ask('p2p-sounds-request', {});
    expect(store.state.settings.sounds).toBe(false);
    recorder.ask('p2p-sounds-request', { on: true });
    expect(store.state.settings.sounds).toBe(true);
  });

  it('takes messages for read', () => {
    const recorder = new Recorder();
    recorder.store.apply(written(aMessage()));
    expect(recorder.store.state.chat.unread).toBe(1);
    recorder.ask('p2p-read-request', {});
    expect(recorder.store.state.chat.unread).toBe(0);
  });
});
