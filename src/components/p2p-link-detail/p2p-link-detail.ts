import { css, type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { figuresOf, type LinkStats } from '../../core/link-stats.js';
import { selectParticipant } from '../../core/participant.js';
import type { TileSource } from '../../core/tile-key.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { property, state } from '../shared/property.js';
import { tokens } from '../shared/tokens.js';
import { curveLength, curveOf } from './curve.js';

const sampleEveryMs = 1_000;
const field = { width: 96, height: 26 };

/** The figures of one moment. */
interface Moment {
  readonly kbps: number | undefined;
  readonly framesPerSecond: number | undefined;
  /** In percent. */
  readonly loss: number | undefined;
  readonly rttMs: number | undefined;
}

/**
 * The figures of the connection to one participant: its path, and small curves of the last forty seconds. The figures are read
 * only while the element is on the page.
 *
 * @csspart detail - the whole list
 */
export class P2PLinkDetail extends CallElement {
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto auto;
        align-items: center;
        gap: 6px 12px;
        margin: 6px 0 0;
        padding: 10px 12px 6px;
        border-block-start: 1px solid var(--_border);
      }
      dt {
        color: var(--_muted);
      }
      dd {
        margin: 0;
        text-align: end;
      }
      .wide {
        grid-column: span 2;
      }
      svg {
        display: block;
        fill: none;
        stroke: var(--_accent);
        stroke-width: 1.5;
        stroke-linejoin: round;
      }
      svg:dir(rtl) {
        scale: -1 1;
      }
      .base {
        stroke: var(--_border);
      }
    `,
  ];

  /** The id of the participant at the other end of the connection. */
  @property() participant?: string;

  /** The picture that the figures describe. */
  @property() source: TileSource = 'camera';

  @state() private moments: readonly Moment[] = [];

  readonly #call = new CallController(this, (view) => ({
    path: selectParticipant(view.state, this.participant)?.path,
    view,
  }));
  #timer: ReturnType<typeof setInterval> | undefined;
  #last: LinkStats | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#sample(), sampleEveryMs);
    void this.updateComplete.then(() => this.#sample());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #sample(): Promise<void> {
    if (this.participant === undefined) return;
    const stats = await this.#call.value?.view.statsOf(this.participant);
    if (!stats || !this.isConnected) return;
    const before = this.#last;
    this.#last = stats;
    const present = stats.received[this.source];
    const figures = before && figuresOf(before.received[this.source], present, stats.atMs - before.atMs);
    const moment = {
      kbps: figures?.kbps,
      framesPerSecond: present?.framesPerSecond,
      loss: figures && figures.loss * 100,
      rttMs: stats.rttMs,
    };
    this.moments = [...this.moments.slice(1 - curveLength), moment];
  }

  #renderCurve(label: string, key: keyof Moment, unit: string, least: number, digits = 0): TemplateResult {
    const values = this.moments.map((moment) => moment[key]);
    const last = values.at(-1);
    const { width, height } = field;
    const number = new Intl.NumberFormat(this.words.lang, { maximumFractionDigits: digits });
    return html`<dt>${label}</dt>
      <dd aria-hidden="true">
        <svg width=${width} height=${height} viewBox="0 -1 ${width} ${height + 2}">
          ${svg`<path class="base" d="M0 ${height}H${width}" /><path d=${curveOf(values, width, height, least)} />`}
        </svg>
      </dd>
      <dd>${last === undefined ? '–' : `${number.format(last)} ${unit}`}</dd>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const selected = this.#call.value;
    if (!selected) return nothing;
    const { link, linkDetail: words } = this.words;
    const { width, height } = this.#last?.received[this.source] ?? {};
    return html`<dl part="detail">
      <dt>${words.path}</dt>
      <dd class="wide">${selected.path ? words[selected.path] : link.connecting}</dd>
      <dt>${words.resolution}</dt>
      <dd class="wide">${width && height ? `${width} × ${height}` : '–'}</dd>
      ${this.#renderCurve(words.frameRate, 'framesPerSecond', words.perSecond, 30)}
      ${this.#renderCurve(words.bitrate, 'kbps', 'kbit/s', 100)} ${this.#renderCurve(words.loss, 'loss', '%', 5, 1)}
      ${this.#renderCurve(words.delay, 'rttMs', 'ms', 50)}
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-link-detail': P2PLinkDetail;
  }
}
