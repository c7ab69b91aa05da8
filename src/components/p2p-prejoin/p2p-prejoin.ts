import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { longestName, nameSome } from '../../core/names.js';
import type { CallState } from '../../core/state/call-state.js';
import { state } from '../shared/property.js';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { iconSlots } from '../shared/icon-slots.js';
import { icon } from '../shared/icons.js';
import { lazy } from '../shared/lazy.js';
import { buttonParts, devicesParts, exported, tileParts } from '../shared/parts.js';
import { tokens } from '../shared/tokens.js';
import type { Dictionary } from '../../locales/en.js';
import { prejoinStyles } from './p2p-prejoin.styles.js';
import { readRememberedName, rememberName } from './remembered-name.js';

const loadDevices = lazy('devices', () => import('../p2p-devices/define.js'));
const loadHelp = lazy('permission-help', () => import('../p2p-permission-help/define.js'));

/**
 * The screen before joining: a preview of the self, the name, the devices, the participants who are in the call already, and the Join
 * button. A typed name is stored for the next visit, if the site may store anything.
 *
 * @slot - more content below the Join button
 * @fires p2p-join-request - cancelable; `detail.name` is what was typed
 * @csspart prejoin - The pre-join screen.
 * @csspart preview - The own picture on it.
 * @csspart button-join - The Join button.
 * @csspart field - A text field or a list.
 * @csspart button - Any button.
 * @renders p2p-video-tile, p2p-mic-button, p2p-camera-button, p2p-devices
 */
export class P2PPrejoin extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, actionStyles, prejoinStyles];

  /** The typed name; undefined until something is typed. */
  @state() private typedName?: string;

  /** Whether the choice of devices is shown in a small box, where it is hidden at first. */
  @state() private showsDevices = false;

  #remembered = '';
  #wasBlocked = false;

  readonly #call = new CallController(this, (view) => {
    const { self } = view.state;
    const { audioOnly, present } = view.state.call;
    const stream = self.camera === 'on' ? view.streamOf(undefined, 'camera') : undefined;
    const { camera, facing } = self;
    return { name: self.name, camera, audioOnly, facing, present, stream, blocked: isBlocked(view.state) };
  });

  readonly #onInput = (event: Event): void => {
    this.typedName = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const name = this.#name().trim();
    if (this.typedName !== undefined) rememberName(name);
    this.#call.request('p2p-join-request', { name });
  };

  readonly #onDevices = (): void => {
    this.showsDevices = !this.showsDevices;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#remembered = readRememberedName();
  }

  protected override firstUpdated(): void {
    // After what joining needs. Where it does not come, the call takes the devices of the system.
    void loadDevices(this.#call.target);
  }

  protected override updated(): void {
    const isBlocked = !!this.#call.value?.blocked;
    if (isBlocked && !this.#wasBlocked) void loadHelp(this.#call.target);
    this.#wasBlocked = isBlocked;
  }

  /** The typed name, else the name that the page sets, else the name of the last visit. */
  #name(): string {
    return this.typedName ?? (this.#call.value?.name || this.#remembered);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const call = this.#call.value;
    const name = this.#name();
    const id = this.htmlFor ?? nothing;
    const parts = exported(buttonParts);
    return html`<div part="prejoin" class="prejoin">
      <div part="preview" class="preview" role="group" aria-label=${words.prejoin.preview}>
        <p2p-video-tile
          .stream=${call?.stream}
          .name=${name}
          muted
          ?mirror=${call?.facing !== 'environment'}
          exportparts=${exported(tileParts)}
        ></p2p-video-tile>
        ${
          call?.camera === 'off' && !call.audioOnly ? html`<div class="hint">${words.prejoin.cameraOff}</div>` : nothing
        }
        <div class="switches">
          <p2p-mic-button for=${id} exportparts=${parts}>${iconSlots(['mic-on', 'mic-off'])}</p2p-mic-button>
          ${
            call?.audioOnly
              ? nothing
              : html`<p2p-camera-button for=${id} exportparts=${parts}
                  >${iconSlots(['camera-on', 'camera-off'])}</p2p-camera-button
                >`
          }
          <button
            part="button"
            type="button"
            class="device-switch"
            aria-label=${words.prejoin.devices}
            aria-expanded=${this.showsDevices}
            ?disabled=${!call}
            @click=${this.#onDevices}
          >
            ${icon('settings')}
          </button>
        </div>
      </div>
      <p2p-devices
        class=${this.showsDevices ? 'shown' : ''}
        for=${id}
        exportparts=${exported(devicesParts)}
      ></p2p-devices>
      <form class="form" @submit=${this.#onSubmit}>
        <h2>${words.prejoin.title}</h2>
        ${call?.present ? html`<p class="present">${presentText(call.present, words)}</p>` : nothing}
        ${call?.blocked ? html`<p2p-permission-help for=${id}></p2p-permission-help>` : nothing}
        <label
          >${words.prejoin.name}
          <input
            part="field"
            name="name"
            autocomplete="name"
            dir="auto"
            maxlength=${longestName}
            placeholder=${words.prejoin.namePlaceholder}
            .value=${name}
            @input=${this.#onInput}
          />
        </label>
        <button part="button button-join" class="action main-action" ?disabled=${!call}>${words.prejoin.join}</button>
        <slot></slot>
      </form>
    </div>`;
  }
}

function presentText(names: readonly string[], words: Dictionary): string {
  if (names.length === 0) return words.prejoin.nobody;
  const { named, more } = nameSome(names);
  return words.prejoin.present(
    named.map((name) => name || words.guest),
    more,
  );
}

function isBlocked({ self, errors }: CallState): boolean {
  const denied = errors.some(({ code }) => code === 'mic-denied' || code === 'camera-denied');
  return denied && (self.microphone === 'blocked' || self.camera === 'blocked');
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-prejoin': P2PPrejoin;
  }
}
