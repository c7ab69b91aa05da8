import { css, type CSSResultGroup, html, type TemplateResult } from 'lit';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { tokens } from '../shared/tokens.js';

/** The call measures levels this often. */
const readEveryMs = 100;
const barCount = 20;
/** The lowest level that lights a bar, in decibels relative to full scale: a whisper. */
const quietestDb = -54;

/**
 * A meter for the level of the own microphone, live.
 *
 * @csspart meter - How loud the microphone is.
 */
export class P2PLevelMeter extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, meterStyles()];

  readonly #call = new CallController(this, (view) => view);
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(this.#update, readEveryMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  // Sets the attribute without a Lit render, because it changes ten times a second.
  readonly #update = (): void => {
    const meter = this.renderRoot.querySelector('.meter');
    if (!meter) return;
    const lit = barsOf(this.#call.value?.levelOf(undefined) ?? 0);
    if (meter.getAttribute('aria-valuenow') === `${lit}`) return;
    meter.setAttribute('aria-valuenow', `${lit}`);
    [...meter.children].forEach((bar, index) => bar.classList.toggle('lit', index < lit));
  };

  protected override render(): TemplateResult {
    return html`<div
      part="meter"
      class="meter"
      role="meter"
      aria-label=${this.words.devices.level}
      aria-valuemin="0"
      aria-valuemax=${barCount}
      aria-valuenow="0"
    >
      ${Array.from({ length: barCount }, () => html`<i></i>`)}
    </div>`;
  }
}

/** The number of bars that a level lights, on a logarithmic scale, as people hear loudness. */
export function barsOf(level: number): number {
  const db = 20 * Math.log10(Math.max(level, 1e-6));
  return Math.round(Math.min(1, Math.max(0, 1 - db / quietestDb)) * barCount);
}

function meterStyles(): CSSResultGroup {
  return css`
    :host {
      display: block;
    }
    .meter {
      display: flex;
      gap: 3px;
      block-size: 8px;
    }
    i {
      flex: 1;
      border-radius: 2px;
      background: color-mix(in oklab, var(--_muted) 28%, var(--_raised));
    }
    .lit {
      background: var(--_good);
    }
    @media (forced-colors: active) {
      i {
        border: 1px solid CanvasText;
      }
      .lit {
        background: Highlight;
        forced-color-adjust: none;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-level-meter': P2PLevelMeter;
  }
}
