import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { icon } from '../shared/icons.js';
import { deviceSelectParts, exported } from '../shared/parts.js';
import { state } from '../shared/property.js';
import { tokens } from '../shared/tokens.js';
import { playTestSound } from '../shared/test-sound.js';

/**
 * The choice of devices: three lists, a meter for the level of the microphone, and a sound that tests the speaker.
 *
 * @fires p2p-device-request - cancelable; `{ kind, deviceId }`
 * @fires p2p-flip-request - cancelable; changes to the next camera
 * @csspart button - Any button.
 * @renders p2p-device-select, p2p-level-meter
 */
export class P2PDevices extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, actionStyles, devicesStyles()];

  @state() private test: 'idle' | 'playing' | 'failed' = 'idle';

  readonly #call = new CallController(this, ({ state }) => ({
    audioOnly: state.call.audioOnly,
    cameras: state.settings.devices.filter(({ kind }) => kind === 'camera').length,
    facing: state.self.facing,
    speakerId: state.settings.deviceIds.speaker,
  }));

  readonly #flipCamera = (): void => {
    this.#call.request('p2p-flip-request', {});
  };

  readonly #playTestSound = async (): Promise<void> => {
    if (this.test === 'playing') return;
    this.test = 'playing';
    try {
      await playTestSound(this.#call.value?.speakerId);
      this.test = 'idle';
    } catch {
      this.test = 'failed';
    }
  };

  protected override render(): TemplateResult {
    const words = this.words.devices;
    const id = this.htmlFor ?? nothing;
    const parts = exported(deviceSelectParts);
    const { audioOnly = false, cameras = 0, facing } = this.#call.value ?? {};
    return html`<div class="devices">
      <div class="device">
        <p2p-device-select kind="microphone" for=${id} exportparts=${parts}></p2p-device-select>
        <p2p-level-meter for=${id} exportparts="meter"></p2p-level-meter>
      </div>
      <div class="device">
        <p2p-device-select kind="speaker" for=${id} exportparts=${parts}></p2p-device-select>
        <button
          part="button"
          class="action quiet"
          aria-describedby="failed"
          ?disabled=${!this.#call.hasCall}
          @click=${this.#playTestSound}
        >
          ${icon('sound')}<span>${this.test === 'playing' ? words.testing : words.test}</span>
        </button>
        <span class="failed" id="failed">${this.test === 'failed' ? words.testFailed : ''}</span>
      </div>
      ${
        audioOnly
          ? nothing
          : html`<div class="device">
              <p2p-device-select kind="camera" for=${id} exportparts=${parts}></p2p-device-select>
              ${
                facing && cameras > 1
                  ? html`<button part="button" class="action quiet" @click=${this.#flipCamera}>
                      ${icon('flip')}<span>${words.flip}</span>
                    </button>`
                  : nothing
              }
            </div>`
      }
    </div>`;
  }
}

function devicesStyles(): CSSResultGroup {
  return css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .devices {
      display: grid;
      gap: 14px;
    }
    .device {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      align-content: start;
    }
    p2p-level-meter {
      padding-inline: 2px;
    }
    .quiet {
      display: flex;
      align-items: center;
      gap: 8px;
      justify-self: start;
      min-block-size: 36px;
      padding: 4px 14px 4px 12px;
      border-radius: 99px;
      font-size: 0.875rem;
    }
    .quiet .icon {
      inline-size: 16px;
      block-size: 16px;
    }
    .failed:empty {
      display: none;
    }
    .failed {
      color: var(--_danger-text);
      font-size: 0.875rem;
    }
    @media (pointer: coarse) {
      .quiet {
        min-block-size: 44px;
      }
    }
    @container (width >= 36rem) {
      .devices {
        grid-template-columns: repeat(auto-fit, minmax(0, 1fr));
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        grid-template-columns: none;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-devices': P2PDevices;
  }
}
