import type { CallError, Participant, RequestType } from 'p2p-call';
import { create } from '../site/find.js';

/** More would only slow the page down; who needs all of them has the console. */
const longest = 200;

type EventName = Extract<keyof HTMLElementEventMap, `p2p-${string}`> | RequestType;

/** Every event there is; the compiler says when one is missing. */
const eventNames: Readonly<Record<EventName, true>> = {
  'p2p-state-change': true,
  'p2p-before-join': true,
  'p2p-joined': true,
  'p2p-before-leave': true,
  'p2p-left': true,
  'p2p-participant-joined': true,
  'p2p-participant-changed': true,
  'p2p-participant-left': true,
  'p2p-microphone-change': true,
  'p2p-camera-change': true,
  'p2p-screen-change': true,
  'p2p-devices-change': true,
  'p2p-talking-while-muted': true,
  'p2p-speaker-change': true,
  'p2p-playback-blocked': true,
  'p2p-message': true,
  'p2p-reaction': true,
  'p2p-hand-change': true,
  'p2p-data': true,
  'p2p-connection-change': true,
  'p2p-error': true,
  'p2p-join-request': true,
  'p2p-leave-request': true,
  'p2p-name-request': true,
  'p2p-mic-request': true,
  'p2p-camera-request': true,
  'p2p-screen-request': true,
  'p2p-device-request': true,
  'p2p-flip-request': true,
  'p2p-audio-care-request': true,
  'p2p-playback-request': true,
  'p2p-volume-request': true,
  'p2p-deafen-request': true,
  'p2p-sounds-request': true,
  'p2p-panel-request': true,
  'p2p-pin-request': true,
  'p2p-self-view-request': true,
  'p2p-mirror-request': true,
  'p2p-fullscreen-request': true,
  'p2p-pip-request': true,
  'p2p-message-request': true,
  'p2p-read-request': true,
  'p2p-hand-request': true,
  'p2p-reaction-request': true,
  'p2p-mute-request': true,
  'p2p-remove-request': true,
  'p2p-host-request': true,
  'p2p-end-request': true,
  'p2p-invite-request': true,
  'p2p-check-done': true,
};

/** What happened, the newest first. */
export class EventLog {
  readonly #list: HTMLOListElement;
  readonly #empty: HTMLElement;

  /** `empty` shows while there is nothing else to show. */
  constructor(list: HTMLOListElement, empty: HTMLElement) {
    this.#list = list;
    this.#empty = empty;
  }

  add(name: string, text: string, kind: 'event' | 'request' | 'method' | 'trouble'): void {
    const now = new Date();
    const time = create('time', '', now.toLocaleTimeString('en', { hour12: false }));
    time.append(create('small', '', `.${`${now.getMilliseconds()}`.padStart(3, '0')}`));
    this.#list.prepend(create('li', kind, time, create('code', '', name), create('span', 'detail', text)));
    while (this.#list.children.length > longest) this.#list.lastElementChild?.remove();
    this.#empty.hidden = true;
  }

  clear(): void {
    this.#list.replaceChildren();
    this.#empty.hidden = false;
  }
}

/** Writes each event of the call into the log. */
export function logEvents(call: HTMLElement, log: EventLog): void {
  for (const name of Object.keys(eventNames)) {
    call.addEventListener(name, (event) => {
      const detail = (event as CustomEvent<Record<string, unknown>>).detail;
      const kind = name.endsWith('-request') ? 'request' : name === 'p2p-error' ? 'trouble' : 'event';
      log.add(name, textOf(detail), kind);
    });
  }
}

function textOf(detail: Readonly<Record<string, unknown>>): string {
  const { changed, participant, ...rest } = detail;
  const person = participant as Participant | undefined;
  const changes = (changed as readonly (keyof Participant)[] | undefined)?.map(
    (key) => `${key}: ${brief(person?.[key])}`,
  );
  const others = Object.entries(rest).map(([key, value]) => `${key}: ${brief(value)}`);
  return [...(person ? [nameOf(person)] : []), ...(changes ?? []), ...others].join(' · ');
}

/** A participant in a few letters: the name, or how the id begins. */
export function nameOf({ name, id, self }: Participant): string {
  return `${name || id.slice(0, 6)}${self ? ' (you)' : ''}`;
}

function brief(value: unknown): string {
  if (value instanceof Error) return `${(value as CallError).code} (${value.message})`;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');
}
