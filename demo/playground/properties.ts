import type { P2PCall, Participant } from 'p2p-call';
import { nameOf } from './event-log.js';
import { create, find } from '../site/find.js';

const changes = [
  'p2p-state-change',
  'p2p-error',
  'p2p-joined',
  'p2p-participant-joined',
  'p2p-participant-changed',
  'p2p-participant-left',
  'p2p-microphone-change',
  'p2p-camera-change',
] as const;

/** Shows what the call's properties say, as they change. */
export function showProperties(call: P2PCall): void {
  const show = (): void => {
    const state = find('#property-state', 'span');
    state.textContent = call.state;
    state.dataset['state'] = call.state;
    find('#property-error', 'dd').textContent = call.error ? call.error.code : 'none';
    const people = call.participants.map((participant) => create('li', '', ...describe(participant)));
    find('#property-participants', 'ul').replaceChildren(
      ...(people.length > 0 ? people : [create('li', 'hint', 'nobody')]),
    );
  };
  for (const type of changes) call.addEventListener(type, show);
  void customElements.whenDefined('p2p-call').then(show);
}

function describe(participant: Participant): Node[] {
  const { microphone, camera, connection, path, self, role } = participant;
  const link = self ? role : [connection, path].filter(Boolean).join(', ');
  return [
    create('strong', '', nameOf(participant)),
    create('span', 'hint', `microphone ${microphone} · camera ${camera} · ${link}`),
  ];
}
