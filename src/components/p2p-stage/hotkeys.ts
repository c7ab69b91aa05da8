import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallState } from '../../core/state/call-state.js';
import { isInCall } from '../../core/state/phase.js';
import { readControls } from '../p2p-controls/read-controls.js';
import { askFor } from '../shared/controls.js';
import { ownerOf } from '../shared/owner-of.js';
import { request } from '../shared/requests.js';
import { shortcutOf } from '../shared/shortcuts.js';
import { windowOf } from '../shared/window-of.js';

/** The settings of the page for keys. */
export interface HotkeyOptions {
  readonly on: boolean;
  /** The value of the attribute `controls`: keys only work for controls that the page offers. */
  readonly controls: string | undefined;
}

/** A space bar that is held down. */
interface Held {
  readonly sinceMs: number;
  readonly microphone: boolean;
  /** Whether the key was pressed on the microphone's button. */
  readonly onButton: boolean;
  /** Ends listening for the release of the key. */
  readonly listening: AbortController;
}

/** On the microphone's button, a shorter press is an ordinary press, not push-to-talk. */
const pressMs = 400;

/** The elements that use the space bar themselves. */
const ownUse = 'button, summary, a, audio, video[controls], [role], [tabindex="0"]';

/**
 * The keys of a call, which work while the focus is in the interface `host` or in the call around it. Holding the space bar is
 * push-to-talk while muted, and push-to-mute otherwise. On the microphone's button, a short press toggles as usual.
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
      // Listens outside of the call too: the key is released where the focus is then. Losing the window ends the hold, so that
      // nobody stays unmuted because the key was released in another window.
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
    // Otherwise the release would press the button.
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
