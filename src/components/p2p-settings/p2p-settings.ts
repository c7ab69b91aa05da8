import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { AudioCare } from '../../core/device.js';
import { actionStyles } from '../shared/button.js';
import type { P2PCheck } from '../p2p-check/p2p-check.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { lazy } from '../shared/lazy.js';
import { PanelShell, panelStyles } from '../shared/panel-shell.js';
import { checkParts, devicesParts, exported } from '../shared/parts.js';
import { state } from '../shared/property.js';
import { tokens } from '../shared/tokens.js';
import { settingsStyles } from './p2p-settings.styles.js';

const loadCheck = lazy('check', () => import('../p2p-check/define.js'));

/** The present state of a switch, and what changes it. */
interface Switch {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly on: boolean;
  /** The switch has no effect now, because another setting decides. */
  readonly isOverridden?: boolean;
  readonly change: (on: boolean) => void;
}

/**
 * The settings panel: devices, audio processing of the microphone, and sound. Every switch shows the present state, never the
 * requested one.
 *
 * @fires p2p-device-request - cancelable; `{ kind, deviceId }`
 * @fires p2p-audio-care-request - cancelable; the changes to the audio processing of the microphone
 * @fires p2p-deafen-request - cancelable; `{ on }`
 * @fires p2p-sounds-request - cancelable; `{ on }`
 * @csspart panel - What opens beside the tiles: the chat and others.
 * @csspart panel-title - The title of a panel.
 * @csspart button-close - The button that closes a panel.
 * @csspart settings - The settings.
 * @csspart field - A choice.
 * @csspart button - Any button.
 * @renders p2p-devices, p2p-check
 */
export class P2PSettings extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, panelStyles, actionStyles, settingsStyles];

  /** Whether the check has replaced the button that opens it. */
  @state() private checks = false;

  readonly #shell = new PanelShell(this, 'settings');
  readonly #call = new CallController(this, ({ state: call }) => ({
    audioCare: call.settings.audioCare,
    deafened: call.settings.deafened,
    sounds: call.settings.sounds,
  }));

  readonly #openCheck = async (): Promise<void> => {
    // A file that does not come leaves the button for it.
    if (!(await loadCheck(this.#call.target))) return;
    this.checks = true;
    await this.updateComplete;
    const check = this.renderRoot.querySelector<P2PCheck>('p2p-check');
    await check?.updateComplete;
    // The button that had the focus is gone.
    check?.focus();
  };

  override focus(options?: FocusOptions): void {
    this.#shell.focus(options);
  }

  #renderAudioSwitch(key: keyof AudioCare, hint?: string): TemplateResult {
    const audioCare = this.#call.value?.audioCare;
    return this.#renderSwitch({
      name: this.words.settings[key],
      hint,
      on: audioCare?.[key] ?? false,
      // Music is sent unprocessed.
      isOverridden: !!audioCare?.music && key !== 'music' && key !== 'listenWhileMuted',
      change: (on) => this.#call.request('p2p-audio-care-request', { [key]: on }),
    });
  }

  #renderSwitch({ name, hint, on, isOverridden = false, change }: Switch): TemplateResult {
    const onChange = (event: Event): void => {
      const input = event.currentTarget as HTMLInputElement;
      const requested = input.checked;
      input.checked = on;
      change(requested);
    };
    return html`<label part="field" class="choice">
      <span>${name}${hint ? html`<small>${hint}</small>` : nothing}</span>
      <input
        type="checkbox"
        role="switch"
        .checked=${on && !isOverridden}
        ?disabled=${isOverridden || !this.#call.hasCall}
        @change=${onChange}
      />
    </label>`;
  }

  protected override render(): TemplateResult {
    const { settings, devices, toolbar } = this.words;
    const id = this.htmlFor ?? nothing;
    const { deafened = false, sounds = false } = this.#call.value ?? {};
    return this.#shell.render(
      toolbar.settings,
      html`<div part="settings" class="panel-body">
        <section aria-labelledby="devices">
          <h3 id="devices">${devices.title}</h3>
          <p2p-devices for=${id} exportparts=${exported(devicesParts)}></p2p-devices>
        </section>
        <section aria-labelledby="microphone">
          <h3 id="microphone">${settings.microphone}</h3>
          ${this.#renderAudioSwitch('noiseSuppression')} ${this.#renderAudioSwitch('echoCancellation')}
          ${this.#renderAudioSwitch('autoGainControl')} ${this.#renderAudioSwitch('music', settings.musicHint)}
          ${this.#renderAudioSwitch('listenWhileMuted', settings.listenHint)}
        </section>
        <section aria-labelledby="sound">
          <h3 id="sound">${settings.sound}</h3>
          ${this.#renderSwitch({
            name: settings.deafen,
            on: deafened,
            change: (on) => this.#call.request('p2p-deafen-request', { on }),
          })}
          ${this.#renderSwitch({
            name: settings.sounds,
            on: sounds,
            change: (on) => this.#call.request('p2p-sounds-request', { on }),
          })}
        </section>
        ${
          this.checks
            ? html`<p2p-check for=${id} exportparts=${exported(checkParts)}></p2p-check>`
            : html`<button part="button" class="action" @click=${this.#openCheck}>${settings.check}</button>`
        }
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-settings': P2PSettings;
  }
}
