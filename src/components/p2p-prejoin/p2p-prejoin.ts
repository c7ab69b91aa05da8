import { type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { iconSlots } from '../shared/icon-slots.js';
import { buttonParts, exported, tileParts } from '../shared/parts.js';
import { tokens } from '../shared/tokens.js';
import { WordsController } from '../shared/words.js';
import { prejoinStyles } from './p2p-prejoin.styles.js';

/** As many letters as the call takes of a name. */
const nameLength = 64;

/**
 * The screen before joining: how the others will see the self, under which name, and Join.
 *
 * @slot - more, under the Join button
 * @slot icon-mic-on - and `icon-mic-off`, `icon-camera-on`, `icon-camera-off`: an icon each
 * @fires p2p-join-request - cancelable; `detail.name` is what was typed
 * @csspart prejoin - the whole screen
 * @csspart preview - the picture and its switches
 * @csspart field - the name field
 * @csspart button - the Join button, which is also `button-join`, and the switches
 */
export class P2PPrejoin extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles: CSSResultGroup = [tokens, actionStyles, prejoinStyles];

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  /** What was typed; until then the name that the call has. */
  @state() private typedName?: string;

  readonly #call = new CallController(this, (view) => {
    const { self, audioOnly } = view.state;
    const stream = self.camera === 'on' ? view.streamOf(undefined, 'camera') : undefined;
    return { name: self.name, camera: self.camera, audioOnly, stream };
  });
  readonly #words = new WordsController(this);

  readonly #onInput = (event: Event): void => {
    this.typedName = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const name = (this.typedName ?? this.#call.value?.name ?? '').trim();
    this.#call.request('p2p-join-request', { name });
  };

  protected override render(): TemplateResult {
    const { words } = this.#words;
    const call = this.#call.value;
    const name = this.typedName ?? call?.name ?? '';
    const id = this.htmlFor ?? nothing;
    const parts = exported(buttonParts);
    return html`<div part="prejoin" class="prejoin">
      <div part="preview" class="preview" role="group" aria-label=${words.prejoin.preview}>
        <p2p-video-tile
          .stream=${call?.stream}
          .name=${name}
          muted
          mirror
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
        </div>
      </div>
      <form class="form" @submit=${this.#onSubmit}>
        <h2>${words.prejoin.title}</h2>
        <label
          >${words.prejoin.name}
          <input
            part="field"
            name="name"
            autocomplete="name"
            dir="auto"
            maxlength=${nameLength}
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

declare global {
  interface HTMLElementTagNameMap {
    'p2p-prejoin': P2PPrejoin;
  }
}
