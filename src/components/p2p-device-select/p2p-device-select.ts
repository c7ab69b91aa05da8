import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { Device, DeviceKind } from '../../core/device.js';
import { findDevice, systemDefault } from '../../core/device-choice.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { icon, type IconName } from '../shared/icons.js';
import { property } from '../shared/property.js';
import { tokens } from '../shared/tokens.js';
import { selectStyles } from '../shared/select.js';

const signs: Readonly<Record<DeviceKind, IconName>> = { microphone: 'mic-on', camera: 'camera-on', speaker: 'sound' };

/** Drivers add ids such as "(046d:0825)" to the name of a device; they mean nothing to people. */
const hardwareIds = /\s*\([\da-f]{4}:[\da-f]{4}\)$/i;

/**
 * The choice of a microphone, a camera or a speaker. The list shows the device in use, never the requested one. If the browser
 * cannot choose a speaker, nothing is shown.
 *
 * @fires p2p-device-request - cancelable; `{ kind, deviceId }`
 * @csspart field - A list with its sign.
 * @csspart select - A list to choose from.
 */
export class P2PDeviceSelect extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, selectStyles, deviceSelectStyles()];

  /** The kind of device to choose. */
  @property() kind: DeviceKind = 'microphone';

  readonly #call = new CallController(this, ({ state }) => {
    const wish = state.settings.deviceWishes[this.kind];
    const wished = wish && findDevice(state.settings.devices, this.kind, wish)?.id;
    const id = state.settings.deviceIds[this.kind] ?? wished ?? systemDefault(state.settings.devices, this.kind)?.id;
    // A track that the page made itself belongs to no device.
    const used = state.settings.devices.find((device) => device.kind === this.kind && device.id === id);
    return { devices: state.settings.devices, usedId: used?.id ?? '' };
  });

  readonly #onChange = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    const deviceId = select.value;
    // The list shows the chosen device once the device is in use.
    select.value = this.#call.value?.usedId ?? '';
    this.#call.request('p2p-device-request', { kind: this.kind, deviceId });
  };

  protected override updated(): void {
    // The value can only be set once its option is rendered.
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.#call.value?.usedId ?? '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { kind } = this;
    const sign = signs[kind];
    if (!sign || (kind === 'speaker' && !('setSinkId' in HTMLMediaElement.prototype))) return nothing;
    const { words } = this;
    const devices = (this.#call.value?.devices ?? []).filter((device) => device.kind === kind);
    const name = kind === 'speaker' ? words.devices.speaker : words[kind].name;
    const usedId = this.#call.value?.usedId ?? '';
    const isListed = devices.some(({ id }) => id === usedId);
    return html`<label part="field" class="field pick">
      ${icon(sign)}
      <span class="unseen">${name}</span>
      <select part="select" ?disabled=${devices.length === 0} @change=${this.#onChange}>
        ${isListed ? nothing : html`<option value="">${devices.length === 0 ? words.devices.none : words.devices.systemDefault}</option>`}
        ${devices.map((device, index) => html`<option value=${device.id}>${this.#labelOf(device, name, index)}</option>`)}
      </select>
    </label>`;
  }

  #labelOf({ label }: Device, name: string, index: number): string {
    return label.replace(hardwareIds, '') || `${name} ${index + 1}`;
  }
}

function deviceSelectStyles(): CSSResultGroup {
  return css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    .field {
      display: flex;
      align-items: center;
      color: var(--_muted);
      font-size: 0.9375rem;
    }
    .field > .icon {
      position: absolute;
      inset-inline-start: 12px;
      inline-size: 18px;
      block-size: 18px;
      pointer-events: none;
    }
    select {
      inline-size: 100%;
      min-block-size: 44px;
      padding-inline-start: 40px;
      border-radius: calc(var(--_radius) * 0.72);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-device-select': P2PDeviceSelect;
  }
}
