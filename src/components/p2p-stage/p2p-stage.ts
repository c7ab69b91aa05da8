import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { type CallState, initialState } from '../../core/state/call-state.js';
import { isInCall, isOver, type Phase, shownPhase } from '../../core/state/phase.js';
import type { Panel } from '../../core/state/view.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { controls as allControls } from '../shared/controls.js';
import { icon } from '../shared/icons.js';
import { iconSlots } from '../shared/icon-slots.js';
import { choiceOf, onOff } from '../shared/page-mistake.js';
import {
  buttonParts,
  controlsParts,
  exported,
  gridParts,
  inviteParts,
  prejoinParts,
  statusParts,
} from '../shared/parts.js';
import { property } from '../shared/property.js';
import { slotted } from '../shared/slotted.js';
import type { Hotkeys } from './hotkeys.js';
import { KeepFocus } from './keep-focus.js';
import { loadAround } from './load-around.js';
import { renderPanel } from './panels.js';
import { stageStyles } from './p2p-stage.styles.js';

const layouts = ['auto', 'grid', 'spotlight'] as const;

/** The controls that a small window has room for. */
const compactControls = (): string => allControls.flatMap(({ name, isCompact }) => (isCompact ? [name] : [])).join(' ');

/**
 * The built-in interface of a call in every phase. `p2p-call` shows it unless the page puts an interface of its own into the call.
 * In its compact form it has the tiles and a short toolbar, as in the picture-in-picture window.
 *
 * @slot - Replaces the interface; compose it from the other elements. Panels open over it.
 * @slot prejoin - Extra content on the pre-join screen.
 * @slot header - Above the tiles.
 * @slot controls - Extra buttons after the built-in ones.
 * @slot empty - Shown while nobody else is in the call.
 * @slot left - Shown after leaving.
 * @csspart stage - Everything of the built-in interface.
 * @csspart header - The row above the tiles.
 * @csspart button - Any button.
 * @csspart menu - What opens from a button: the menu of a tile, the controls that do not fit, the reactions.
 * @csspart badge - A number or a mark on a button or a tile.
 * @csspart field - A text field, a list or a slider.
 * @renders p2p-grid, p2p-controls, p2p-prejoin, p2p-status, p2p-invite-button, p2p-people, p2p-settings, p2p-chat, p2p-shortcuts
 */
export class P2PStage extends CallElement {
  static override readonly styles: CSSResultGroup = stageStyles;

  /** How tiles are arranged. */
  @property() layout: 'auto' | 'grid' | 'spotlight' = 'auto';

  /** The controls to show, in their order, separated by spaces or commas. If left out, all that this browser supports. */
  @property() controls?: string;

  /** Keyboard shortcuts, while the focus is inside. */
  @property() hotkeys: 'on' | 'off' = 'on';

  /** Only the tiles and the controls of a small window. */
  @property({ type: Boolean }) compact = false;

  readonly #call = new CallController(this, ({ state }) => state);
  #hotkeys: Hotkeys | undefined;
  /** The phase in which the file with the elements around the tiles was last requested. */
  #askedIn: Phase | undefined;

  constructor() {
    super();
    new KeepFocus(this);
  }

  get #state(): CallState {
    return this.#call.value ?? initialState;
  }

  get #hasKeys(): boolean {
    return choiceOf(this, 'hotkeys', this.hotkeys, onOff) === 'on';
  }

  get #gridLayout(): P2PStage['layout'] {
    return choiceOf(this, 'layout', this.layout, layouts);
  }

  #namedControls(): string | undefined {
    return this.controls ?? (this.compact ? compactControls() : undefined);
  }

  readonly #slotChanged = (): void => this.requestUpdate();

  readonly #bringBack = (): void => {
    this.#call.request('p2p-pip-request', { on: false });
  };

  protected override willUpdate(): void {
    // An invalid value is reported at once, not with the first key or tile.
    void [this.#hasKeys, this.#gridLayout];
    // The page lays out its own interface as if this element were not around it.
    this.toggleAttribute('data-replaced', this.#isReplaced);
  }

  protected override updated(): void {
    const { phase } = this.#state.call;
    // A file that could not be loaded is requested again in the next phase.
    if (phase !== this.#askedIn) void this.#getAround();
    this.#askedIn = phase;
  }

  async #getAround(): Promise<void> {
    const around = await loadAround(this.#call.target);
    if (!around || this.#hotkeys) return;
    this.#hotkeys = new around.Hotkeys(
      this,
      () => this.#state,
      () => ({ on: this.#hasKeys, controls: this.#namedControls() }),
    );
    this.requestUpdate();
  }

  readonly #joinAgain = (): void => {
    this.#call.request('p2p-join-request', {});
  };

  /** Whether the page has put an interface of its own here. White space alone is none. */
  get #isReplaced(): boolean {
    return slotted(this).some((node) => node instanceof Element || (node instanceof Text && !!node.data.trim()));
  }

  /** Whether the interface of the page has a stage of its own, which shows the panels itself. */
  get #hasStageInside(): boolean {
    return slotted(this).some((node) => node instanceof Element && (node.matches(tag) || node.querySelector(tag)));
  }

  #renderSide(panel: Panel | undefined): TemplateResult | null {
    return panel ? html`<div class="side">${renderPanel(panel, this.htmlFor ?? nothing)}</div>` : null;
  }

  /** The panels, which lie over an interface of the page. */
  #renderOver({ call, view }: CallState): TemplateResult {
    const shows = isInCall(call.phase) && !this.#hasStageInside;
    return html`<div class="main over" lang=${this.words.lang} dir=${this.wordsDir}>
      ${shows ? this.#renderSide(view.panel) : null}
    </div>`;
  }

  /** The essential controls, shown while the toolbar cannot be loaded. */
  #renderEssential(id: string | typeof nothing): TemplateResult {
    const parts = exported(buttonParts);
    return html`<p2p-mic-button for=${id} exportparts=${parts}></p2p-mic-button>${
        this.#state.call.audioOnly ? null : html`<p2p-camera-button for=${id} exportparts=${parts}></p2p-camera-button>`
      }<p2p-leave-button for=${id} exportparts=${parts}></p2p-leave-button>`;
  }

  /** A button to join again, shown while the status cannot be loaded. */
  #renderJoinAgain(): TemplateResult {
    return html`<button part="button" class="action main-action" @click=${this.#joinAgain}>
      ${this.words.prejoin.join}
    </button>`;
  }

  #renderElsewhere(): TemplateResult {
    const { elsewhere } = this.words;
    return html`<div class="elsewhere">
      ${icon('pip')}<span>${elsewhere.text}</span>
      <button part="button" class="action" @click=${this.#bringBack}>${elsewhere.action}</button>
    </div>`;
  }

  #renderPrejoin(id: string | typeof nothing): TemplateResult {
    return html`<p2p-prejoin for=${id} exportparts=${exported(prejoinParts)}
      >${iconSlots()}<slot name="prejoin"></slot
    ></p2p-prejoin>`;
  }

  #renderGrid(id: string | typeof nothing): TemplateResult {
    return html`<p2p-grid for=${id} layout=${this.#gridLayout} exportparts=${exported(gridParts)}></p2p-grid>`;
  }

  #renderControls(id: string | typeof nothing): TemplateResult {
    return html`<p2p-controls for=${id} .controls=${this.#namedControls()} exportparts=${exported(controlsParts)}
      >${iconSlots()}${this.#hotkeys ? null : this.#renderEssential(id)}<slot name="controls"></slot
    ></p2p-controls>`;
  }

  #renderEmpty({ people }: CallState, id: string | typeof nothing): TemplateResult {
    const { title, text } = people.met ? this.words.deserted : this.words.alone;
    // A slot of the call passes the page's content on. That slot alone would already replace a fallback of this one.
    return html`<div class="empty">
      <slot name="empty" @slotchange=${this.#slotChanged}></slot>${
        slotted(this, 'empty').length > 0
          ? null
          : html`<strong>${title}</strong><span>${text}</span
              ><p2p-invite-button for=${id} exportparts=${exported(inviteParts)}></p2p-invite-button>`
      }
    </div>`;
  }

  #renderStage(state: CallState): TemplateResult {
    const phase = shownPhase(state.call);
    const id = this.htmlFor ?? nothing;
    const inCall = isInCall(phase);
    // If only one video is in a window of its own, the other tiles stay here.
    const isElsewhere = inCall && state.view.pip && !this.compact && !document.pictureInPictureElement;
    const isAlone = phase === 'joined' && state.people.list.length === 0;
    return html`<div part="stage" class="stage ${phase}" tabindex="-1" lang=${this.words.lang} dir=${this.wordsDir}>
      <div part="header" class="header"><slot name="header"></slot></div>
      <div class="main">
        <p2p-status for=${id} exportparts=${exported(statusParts)}
          ><slot name="left" slot="left"></slot
          >${this.#hotkeys || !isOver(phase) ? null : this.#renderJoinAgain()}</p2p-status
        >
        ${phase === 'prejoin' ? this.#renderPrejoin(id) : null} ${inCall && !isElsewhere ? this.#renderGrid(id) : null}
        ${isElsewhere ? this.#renderElsewhere() : null} ${isAlone ? this.#renderEmpty(state, id) : null}
        ${inCall ? this.#renderSide(state.view.panel) : null}
      </div>
      ${inCall ? this.#renderControls(id) : null}
    </div>`;
  }

  #renderCompact(): TemplateResult {
    const id = this.htmlFor ?? nothing;
    return html`<div part="stage" class="stage compact" tabindex="-1" lang=${this.words.lang} dir=${this.wordsDir}>
      <div class="main">${this.#renderGrid(id)}</div>
      ${this.#renderControls(id)}
    </div>`;
  }

  protected override render(): TemplateResult {
    const state = this.#state;
    if (this.compact) return this.#renderCompact();
    const isReplaced = this.#isReplaced;
    // White space would already replace a fallback of the slot. So without an interface of the page the slot is hidden, and only listens.
    return html`<slot ?hidden=${!isReplaced} @slotchange=${this.#slotChanged}></slot>${
        isReplaced ? this.#renderOver(state) : this.#renderStage(state)
      }`;
  }
}

const tag = 'p2p-stage';

declare global {
  interface HTMLElementTagNameMap {
    'p2p-stage': P2PStage;
  }
}
