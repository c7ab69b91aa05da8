import { css, type CSSResultGroup, html, LitElement, nothing, render, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { selectParticipants } from '../../core/participant.js';
import { orderTiles } from '../../core/tile-order.js';
import { CallController } from '../shared/call-controller.js';
import { exported, tileParts } from '../shared/parts.js';
import { tokens } from '../shared/tokens.js';
import { WordsController } from '../shared/words.js';
import { type GridLayout, placeTiles } from './place-tiles.js';

const parts = exported(tileParts);

/**
 * Arranges a tile for everyone in the call, as large as its box allows.
 *
 * @csspart grid - the box that the tiles are placed in
 * @csspart tile - each tile, and what `p2p-video-tile` has inside
 * @cssproperty --p2p-gap - space between tiles
 * @cssproperty --p2p-tile-ratio - aspect ratio of every tile, such as `4 / 3`; left out, what fills the box best
 */
export class P2PGrid extends LitElement {
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
        min-block-size: 0;
      }
      .grid {
        position: relative;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 8rem;
        /* Only read, by the code that places the tiles. */
        column-gap: var(--_gap);
      }
      .ratio {
        position: absolute;
        visibility: hidden;
        aspect-ratio: var(--p2p-tile-ratio, auto);
      }
      .place {
        position: absolute;
        inset-block-start: 0;
        left: 0;
      }
      p2p-video-tile {
        block-size: 100%;
        aspect-ratio: auto;
      }
      .moving .place {
        transition:
          translate 0.32s,
          inline-size 0.32s,
          block-size 0.32s,
          opacity 0.24s;
        @starting-style {
          opacity: 0;
        }
      }
      .floating {
        z-index: 1;
        border-radius: var(--_radius);
        box-shadow:
          0 0 0 1px rgb(255 255 255 / 14%),
          0 6px 24px rgb(0 0 0 / 34%);
      }
    `,
  ];

  /** `auto`: of two, the other one is large; of more, all are equal. */
  @property() layout: GridLayout = 'auto';

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  readonly #call = new CallController(this, ({ state }) =>
    selectParticipants(state).map((participant) => participant.id),
  );
  /** While someone is being connected the machine has better things to do than to glide. */
  readonly #settled = new CallController(this, ({ state }) => state.people.every(({ link }) => link === 'connected'));
  readonly #words = new WordsController(this);
  readonly #places = new Map<string, HTMLElement>();
  #observer: ResizeObserver | undefined;
  #order: readonly string[] = [];
  #arrangement = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override willUpdate(): void {
    const [self, ...others] = this.#call.value ?? [];
    this.#order = self === undefined ? [] : [self, ...orderTiles(this.#order.slice(1), others)];
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.grid');
    if (!box) return;
    if (!this.#observer && this.isConnected) {
      this.#observer = new ResizeObserver(() => {
        // Tiles follow the edges of the box at once; gliding is for people who come and go.
        box.classList.remove('moving');
        this.#place(box);
      });
      this.#observer.observe(box);
    }
    const arrangement = [this.layout, ...this.#order].join(' ');
    if (arrangement !== this.#arrangement) box.classList.toggle('moving', !!this.#arrangement && !!this.#settled.value);
    this.#arrangement = arrangement;
    this.#keepTiles(box);
    this.#place(box);
  }

  /** A tile for each, kept where it is in the tree: a video that is moved there stands still. */
  #keepTiles(box: HTMLElement): void {
    for (const [id, place] of this.#places) {
      if (this.#order.includes(id)) continue;
      place.remove();
      this.#places.delete(id);
    }
    for (const id of this.#order) {
      const place = this.#places.get(id) ?? box.appendChild(document.createElement('div'));
      this.#places.set(id, place);
      place.classList.add('place');
      render(
        html`<p2p-video-tile participant=${id} for=${this.htmlFor ?? nothing} exportparts=${parts}></p2p-video-tile>`,
        place,
      );
    }
  }

  #place(box: HTMLElement): void {
    const looks = getComputedStyle(box);
    const size = { width: box.clientWidth, height: box.clientHeight };
    const { rects, isFloating } = placeTiles(size, this.#order.length, {
      layout: this.layout,
      gap: Number.parseFloat(looks.columnGap) || 0,
      ratio: ratioOf(box.querySelector('.ratio')),
    });
    const isRtl = looks.direction === 'rtl';
    for (const [index, id] of this.#order.entries()) {
      const place = this.#places.get(id);
      const rect = rects[index];
      if (!place || !rect) continue;
      const x = isRtl ? size.width - rect.x - rect.width : rect.x;
      place.style.translate = `${x}px ${rect.y}px`;
      place.style.width = `${rect.width}px`;
      place.style.height = `${rect.height}px`;
      place.classList.toggle('floating', isFloating && index === 0);
      // The name of the one below ends where the floating tile begins.
      place.style.setProperty('--_name-inset', isFloating && index > 0 ? `${(rects[0]?.width ?? 0) + 12}px` : '0px');
    }
  }

  protected override render(): TemplateResult {
    return html`<div part="grid" class="grid" role="group" aria-label=${this.#words.words.participants}>
      <div class="ratio"></div>
    </div>`;
  }
}

function ratioOf(element: Element | null): number | undefined {
  const [width, height = 1] = element ? getComputedStyle(element).aspectRatio.split('/').map(Number.parseFloat) : [];
  const ratio = (width ?? Number.NaN) / height;
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-grid': P2PGrid;
  }
}
