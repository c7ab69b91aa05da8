import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property } from '../shared/property.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { tokens } from '../shared/tokens.js';

/** The number of paths, side by side, on which reactions rise. */
const lanes = 5;

/**
 * The reactions of one participant, rising over the box that the element fills. Screen readers do not read them out: if everybody
 * claps, nothing else could be heard.
 *
 * @csspart tile-reaction - each emoji
 */
export class P2PReactions extends CallElement {
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: clip;
        border-radius: inherit;
        pointer-events: none;
        container-type: size;
      }
      .reaction {
        --_lane: 50%;
        position: absolute;
        inset-block-end: 6%;
        inset-inline-start: var(--_lane);
        font-size: clamp(1.5rem, 16cqmin, 4.5rem);
        line-height: 1;
        filter: drop-shadow(0 2px 6px rgb(10 14 26 / 35%));
        animation: rise 4s cubic-bezier(0.2, 0.6, 0.4, 1) forwards;
      }
      .lane-0 {
        --_lane: 42%;
      }
      .lane-1 {
        --_lane: 58%;
      }
      .lane-2 {
        --_lane: 26%;
      }
      .lane-3 {
        --_lane: 70%;
      }
      .lane-4 {
        --_lane: 14%;
      }
      @keyframes rise {
        0% {
          translate: 0 30%;
          scale: 0.3;
          opacity: 0;
        }
        10% {
          translate: 0 0;
          scale: 1.15;
          opacity: 1;
        }
        18% {
          scale: 1;
        }
        70% {
          opacity: 1;
        }
        100% {
          translate: 0 -70cqh;
          opacity: 0;
        }
      }
      /* The reaction is shown for the same time, but does not move. */
      @media (prefers-reduced-motion: reduce) {
        .reaction {
          animation: none;
        }
      }
    `,
  ];

  /** The id of the participant whose reactions are shown. */
  @property() participant?: string;

  readonly #call = new CallController(this, ({ state }) =>
    state.chat.reactions.filter(({ from }) => from === this.participant),
  );

  protected override render(): TemplateResult {
    return html`<div aria-hidden="true">
      ${repeat(
        this.#call.value ?? [],
        ({ key }) => key,
        ({ key, emoji }) => html`<span part="tile-reaction" class="reaction lane-${key % lanes}">${emoji}</span>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-reactions': P2PReactions;
  }
}
