import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallState } from '../../core/state/call-state.js';
import { isInCall } from '../../core/state/phase.js';
import { readControls } from '../p2p-controls/read-controls.js';
import { askFor } from '../shared/controls.js';
import { ownerOf } from '../shared/owner-of.js';
import { request } from '../shared/requests.js';
import { shortcutOf } from '../shared/shortcuts.js';
import { windowOf } from '../shared/window-of.js';

/** How the page wants the keys. */
export interface HotkeyOptions {
  readonly on: boolean;
  /** What it offers to people, as it is written in the attribute `controls`. */
  readonly controls: string | undefined;
}

/** The space bar, while it is held. */
interface Held {
  readonly sinceMs: number;
  readonly microphone: boolean;
  /** Pressed on the microphone's own button. */
  readonly onButton: boolean;
  /** Ends listening for its end. */
  readonly listening: AbortController;
}

/** A shorter press of the microphone's button is a press and no hold. */
const pressMs = 400;

/** What has its own use for the space bar. */
const ownUse = 'button, summary, a, audio, video[controls], [role], [tabindex="0"]';

/**
 * The keys of a call, for as long as the focus is inside: in the interface `host`, and in the call that has it. A held space bar is push-to-talk while muted and push-to-mute while
 * not; on the microphone's button a short press switches, as ever.
 */
export class Hotkeys implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #state: () => CallState;
  readonly #options: () => HotkeyOptions;
  #owner: HTMLElement | undefined;
  #held: Held | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, state: () => CallState, options: () => HotkeyOptions) {
    this.#host = host;
    this.#state = state;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#owner = ownerOf(this.#host);
    this.#owner.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#owner?.removeEventListener('keydown', this.#onKey);
    this.#release();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const { on, controls } = this.#options();
    if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!(target instanceof HTMLElement) || isTyping(target)) return;
    const offers = (name: string): boolean => readControls(controls).names?.includes(name) ?? true;
    if (event.key === ' ') return offers('mic') ? this.#hold(event, target) : undefined;
    const shortcut = shortcutOf(event);
    if (!shortcut || event.repeat) return;
    const { control } = shortcut;
    if (control && !offers(control.name)) return;
    if (!isInCall(this.#state().call.phase) && !control?.actsBeforeJoining) return;
    event.preventDefault();
    if (control) askFor(this.#host, control);
    else request(this.#host, 'p2p-panel-request', { panel: 'shortcuts' });
  };

  #hold(event: KeyboardEvent, target: HTMLElement): void {
    const { call, self } = this.#state();
    const onButton = event.composedPath().some((one) => one instanceof Element && one.localName === 'p2p-mic-button');
    if (!this.#held) {
      const canSwitch = self.microphone === 'on' || self.microphone === 'off';
      if (event.repeat || !isInCall(call.phase) || !canSwitch || (!onButton && target.matches(ownUse))) return;
      const microphone = self.microphone === 'on';
      const listening = new AbortController();
      this.#held = { sinceMs: event.timeStamp, microphone, onButton, listening };
      // Also outside of the call: where the key comes up is where the focus is by then. And nobody may stay on the air because
      // the key came up in another window.
      const options = { signal: listening.signal, capture: true };
      const view = windowOf(this.#host);
      view.addEventListener('keyup', this.#onUp, options);
      view.addEventListener('blur', this.#release, options);
      request(this.#host, 'p2p-mic-request', { on: !microphone });
    }
    event.preventDefault();
  }

  readonly #onUp = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || !this.#held) return;
    // Or the button would be pressed now.
    event.preventDefault();
    const { onButton, sinceMs, listening } = this.#held;
    if (!onButton || event.timeStamp - sinceMs >= pressMs) return this.#release();
    this.#held = undefined;
    listening.abort();
  };

  readonly #release = (): void => {
    const held = this.#held;
    this.#held = undefined;
    held?.listening.abort();
    if (held) request(this.#host, 'p2p-mic-request', { on: held.microphone });
  };
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('input, textarea, select') || target.isContentEditable;
}
