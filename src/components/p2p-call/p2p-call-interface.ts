import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CallState } from '../../core/state/call-state.js';
import { isInCall, shownPhase } from '../../core/state/phase.js';
import type { Dictionary } from '../../locales/en.js';
import { renderPanel } from './panels.js';
import type { WordsProvider } from '../shared/words.js';
import { icon } from '../shared/icons.js';
import { request } from '../shared/requests.js';
import { iconSlots } from '../shared/icon-slots.js';
import { buttonParts, controlsParts, exported, gridParts, prejoinParts, statusParts } from '../shared/parts.js';

/** How the author of the page wants the interface. */
export interface InterfaceOptions {
  readonly layout: 'auto' | 'grid' | 'spotlight';
  /** The `controls` attribute; undefined: all there are. */
  readonly controls: string | undefined;
}

/**
 * The whole inside of `<p2p-call>`: what the page put into its default slot, or else the built-in interface for the phase of
 * the call. `host` updates when the page changes its mind.
 */
export function renderInterface(
  host: ReactiveControllerHost & HTMLElement,
  state: CallState,
  words: WordsProvider,
  options: InterfaceOptions,
): TemplateResult {
  const replaced = hasOwnInterface(host);
  // White space alone would keep a slot from showing its fallback, so the slot is hidden instead, and only listens.
  return html`<slot ?hidden=${!replaced} @slotchange=${() => host.requestUpdate()}></slot>${
      replaced ? renderOver(state, words) : renderStage(state, words, options)
    }`;
}

function hasOwnInterface(host: HTMLElement): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element ? !node.hasAttribute('slot') : node.nodeType === Node.TEXT_NODE && !!node.nodeValue?.trim(),
  );
}

function renderSide({ view: { panel } }: CallState): TemplateResult | null {
  return panel ? html`<div class="side">${renderPanel(panel)}</div>` : null;
}

/** What an interface of the page has no place for. */
function renderOver(state: CallState, { words, dir }: WordsProvider): TemplateResult {
  return html`<div class="main over" lang=${words.lang} dir=${dir}>
    ${isInCall(state.call.phase) ? renderSide(state) : null}
  </div>`;
}

function renderElsewhere({ elsewhere }: Dictionary): TemplateResult {
  const bringBack = ({ currentTarget }: Event): void => {
    if (currentTarget) request(currentTarget, 'p2p-pip-request', { on: false });
  };
  return html`<div class="elsewhere">
    ${icon('pip')}<span>${elsewhere.text}</span>
    <button part="button" class="action" @click=${bringBack}>${elsewhere.action}</button>
  </div>`;
}

/** Whether the file of what is around the pictures is not here, yet or for good. */
function isBare(): boolean {
  return !customElements.get('p2p-controls');
}

/** What nobody can do without. */
function renderBareControls({ call: { audioOnly } }: CallState): TemplateResult {
  const parts = exported(buttonParts);
  return html`<p2p-mic-button exportparts=${parts}></p2p-mic-button
    >${audioOnly ? null : html`<p2p-camera-button exportparts=${parts}></p2p-camera-button>`}<p2p-leave-button
      exportparts=${parts}
    ></p2p-leave-button>`;
}

function renderBareJoin({ prejoin }: Dictionary): TemplateResult {
  const join = ({ currentTarget }: Event): void => {
    if (currentTarget) request(currentTarget, 'p2p-join-request', {});
  };
  return html`<button part="button" class="action main-action" @click=${join}>${prejoin.join}</button>`;
}

function renderStage(state: CallState, { words, dir }: WordsProvider, options: InterfaceOptions): TemplateResult {
  const phase = shownPhase(state.call);
  const inCall = isInCall(phase);
  // One video alone leaves the others here.
  const isElsewhere = inCall && state.view.pip && !document.pictureInPictureElement;
  const alone = state.people.met ? words.deserted : words.alone;
  return html`<div part="stage" class="stage ${phase}" tabindex="-1" lang=${words.lang} dir=${dir}>
    <div part="header" class="header"><slot name="header"></slot></div>
    <div class="main">
      <p2p-status exportparts=${exported(statusParts)}
        ><slot name="left" slot="left"></slot
        >${isBare() && (phase === 'left' || phase === 'failed') ? renderBareJoin(words) : null}</p2p-status
      >
      ${
        phase === 'prejoin'
          ? html`<p2p-prejoin exportparts=${exported(prejoinParts)}
              >${iconSlots()}<slot name="prejoin"></slot
            ></p2p-prejoin>`
          : null
      }
      ${
        inCall && !isElsewhere
          ? html`<p2p-grid layout=${options.layout} exportparts=${exported(gridParts)}></p2p-grid>`
          : null
      }
      ${isElsewhere ? renderElsewhere(words) : null}
      ${
        phase === 'joined' && state.people.list.length === 0
          ? html`<div class="empty">
              <slot name="empty"
                ><strong>${alone.title}</strong><span>${alone.text}</span
                ><p2p-invite-button exportparts="button,field,button-invite"></p2p-invite-button
              ></slot>
            </div>`
          : null
      }
      ${inCall ? renderSide(state) : null}
    </div>
    ${
      inCall
        ? html`<p2p-controls .controls=${options.controls} exportparts=${exported(controlsParts)}
            >${iconSlots()}${isBare() ? renderBareControls(state) : null}<slot name="controls"></slot
          ></p2p-controls>`
        : null
    }
  </div>`;
}
