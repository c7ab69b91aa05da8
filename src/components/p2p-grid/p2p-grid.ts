import { type CSSResultGroup, html, nothing, render, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import { isInCall } from '../../core/state/phase.js';
import { selectTileKeys, tileKey, tileOf } from '../../core/tile-key.js';
import type { Rect, Size } from '../../core/layout.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { icon } from '../shared/icons.js';
import { lazy } from '../shared/lazy.js';
import { exported, tileParts } from '../shared/parts.js';
import { tokens } from '../shared/tokens.js';
import { windowOf } from '../shared/window-of.js';
import { gridStyles } from './p2p-grid.styles.js';
import { type Corner, type GridLayout, planStage, type StagePlan } from './plan-stage.js';

const parts = exported(tileParts);

const loadFloat = lazy('float', () => import('./float.js'));

/** The distance between a floating picture and the text on the tile below, in CSS pixels. */
const floatClearance = 12;

/**
 * Arranges the tiles of everyone in the call. Pinned tiles and shared screens are large; in the spotlight, the participant who speaks
 * is. The other tiles are as large as the box allows; if they would be too small, they are put on several pages.
 *
 * @cssstate keyed - a key moved the focus here
 * @csspart grid - The area of the tiles.
 * @csspart pager - The row that turns pages of tiles.
 * @csspart button - Any button.
 * @csspart button-self-view - The button that brings the own tile back.
 * @renders p2p-video-tile
 * @cssproperty --p2p-gap - space between tiles
 * @cssproperty --p2p-tile-ratio - aspect ratio of every tile, such as `4 / 3`; if left out, the ratio that fills the box best
 */
export class P2PGrid extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, gridStyles];

  /** With `auto`, the other participant of two is large; if there are more, all are equal until one is pinned or shares a screen. */
  @property() layout: GridLayout = 'auto';

  /** The corner of the floating self. */
  @state() private corner: Corner = { block: 'end', inline: 'end' };
  /** The requested page, from 0. */
  @state() private page = 0;

  readonly #call = new CallController(this, ({ state }) => ({
    tiles: selectTileKeys(state).join('\n'),
    self: state.self.id,
    pins: state.view.pins,
    speaker: state.people.speakerId,
    selfHidden: state.view.selfHidden && state.people.list.length > 0,
    // While a link is being connected, no tile moves smoothly, because animation would slow the connection down.
    isSettled: isInCall(state.call.phase) && state.people.list.every(({ link }) => link === 'connected'),
  }));
  readonly #internals = this.attachInternals();
  readonly #places = new Map<string, HTMLElement>();
  /** The places that can be moved while they float; a promise until the code for that is loaded. */
  readonly #movable = new WeakMap<HTMLElement, Promise<boolean>>();
  #observer: ResizeObserver | undefined;
  /** The size of the box in CSS pixels, once it is known. */
  #size: Size | undefined;
  #plan: StagePlan | undefined;
  #arrangement = '';
  /** The number of pages that the pager shows. */
  #pages = 1;

  constructor() {
    super();
    this.addEventListener('focusin', (event) => {
      const [target] = event.composedPath();
      if (target instanceof Element && target.matches(':focus-visible')) this.#internals.states.add('keyed');
    });
    this.addEventListener('focusout', () => this.#internals.states.delete('keyed'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override willUpdate(): void {
    const box = this.#box;
    if (!box || !this.#size) return;
    this.#plan = this.#planFor(box);
    this.page = this.#plan.page;
  }

  protected override updated(): void {
    const box = this.#box;
    if (!box) return;
    if (!this.#observer && this.isConnected) {
      // It tells the first size, too, right before the next frame is drawn, when the layout is known anyway: to ask for the size
      // here would have everything laid out once more while connections are being made.
      const view = windowOf(this);
      this.#observer = new view.ResizeObserver(() => {
        this.#size = { width: box.clientWidth, height: box.clientHeight };
        this.#fit(box);
      });
      this.#observer.observe(box);
    }
    this.#renderTiles(box);
    if (!this.#plan) return;
    this.#glide(box, this.#plan);
    this.#place(box, this.#plan);
  }

  get #box(): HTMLElement | null {
    return this.renderRoot?.querySelector('.grid') ?? null;
  }

  #fit(box: HTMLElement): void {
    if (!this.isConnected) return;
    this.#plan = this.#planFor(box);
    this.#glide(box, this.#plan);
    // When the box is resized, tiles follow at once; they only move smoothly when participants come and go.
    box.classList.remove('moving');
    this.#place(box, this.#plan);
    if (this.#plan.pages !== this.#pages) this.requestUpdate();
  }

  /** The keys of all tiles; without the own tile if it is hidden. */
  get #keys(): readonly string[] {
    const { tiles = '', self, selfHidden } = this.#call.value ?? {};
    return tiles.split('\n').filter((key) => key && !(selfHidden && key === self));
  }

  /** Renders a tile for each key. A tile keeps its place in the DOM tree, because a video that is moved there stops. */
  #renderTiles(box: HTMLElement): void {
    const keys = this.#keys;
    for (const [key, place] of this.#places) {
      if (keys.includes(key)) continue;
      place.remove();
      this.#places.delete(key);
    }
    for (const key of keys) {
      const place = this.#places.get(key) ?? box.appendChild(createPlace());
      this.#places.set(key, place);
      const { id, source } = tileOf(key);
      render(
        html`<p2p-video-tile
          participant=${id}
          source=${source}
          for=${this.htmlFor ?? nothing}
          exportparts=${parts}
        ></p2p-video-tile>`,
        place,
      );
    }
  }

  #planFor(box: HTMLElement): StagePlan {
    const { self, pins = [], speaker } = this.#call.value ?? {};
    const keys = this.#keys;
    const ownScreen = self === undefined ? undefined : tileKey(self, 'screen');
    return planStage({
      box: this.#size ?? { width: 0, height: 0 },
      layout: this.layout,
      gap: Number.parseFloat(getComputedStyle(box).columnGap) || 0,
      ratio: ratioOf(box.querySelector('.ratio')),
      self: keys.find((key) => key === self),
      ownScreen: keys.find((key) => key === ownScreen),
      others: keys.filter((key) => key !== self && key !== ownScreen),
      pins,
      speaker,
      page: this.page,
      corner: this.corner,
      previous: this.#plan?.order ?? [],
    });
  }

  /** Lets tiles move smoothly if the arrangement has changed. */
  #glide(box: HTMLElement, { featured, floating, page, places }: StagePlan): void {
    const { block, inline } = this.corner;
    const arrangement = [this.layout, floating, block, inline, page, ...featured, '', ...places.keys()].join(' ');
    if (arrangement === this.#arrangement) return;
    box.classList.toggle('moving', !!this.#arrangement && !!this.#call.value?.isSettled);
    this.#arrangement = arrangement;
  }

  #place(box: HTMLElement, plan: StagePlan): void {
    const { floating } = plan;
    const isRtl = getComputedStyle(box).direction === 'rtl';
    const put = (element: HTMLElement, rect: Rect): void => {
      const x = isRtl ? (this.#size?.width ?? 0) - rect.x - rect.width : rect.x;
      element.style.translate = `${x}px ${rect.y}px`;
      element.style.width = `${rect.width}px`;
      element.style.height = `${rect.height}px`;
    };
    for (const [key, place] of this.#places) {
      const rect = plan.places.get(key);
      place.hidden = !rect;
      if (!rect) continue;
      // A tile that is being dragged stays with the pointer.
      if (!place.classList.contains('dragged')) put(place, rect);
      const floats = key === floating;
      place.classList.toggle('floating', floats);
      place.classList.toggle('featured', plan.featured.includes(key));
      if (floats) void this.#markFloating(place);
      else for (const name of ['tabindex', 'role', 'aria-label']) place.removeAttribute(name);
      this.#insetLabels(
        place,
        floats || floating === undefined ? 0 : (plan.places.get(floating)?.width ?? 0) + floatClearance,
      );
    }
    const pager = box.querySelector<HTMLElement>('.pager');
    if (pager && plan.pager) put(pager, plan.pager);
  }

  async #markFloating(place: HTMLElement): Promise<void> {
    const movable = this.#movable.get(place) ?? this.#letFloat(place);
    this.#movable.set(place, movable);
    if (!(await movable) || !place.classList.contains('floating')) return;
    place.tabIndex = 0;
    place.role = 'group';
    place.ariaLabel = this.words.stage.floating;
  }

  async #letFloat(place: HTMLElement): Promise<boolean> {
    const loaded = await loadFloat(this.#call.target);
    // Without its file it stays where it is.
    loaded?.letFloat(
      place,
      () => this.corner,
      (corner) => {
        this.corner = corner;
        this.requestUpdate();
      },
    );
    return !!loaded;
  }

  /** Insets name and status of the tile below, so that the floating tile does not cover them. */
  #insetLabels(place: HTMLElement, width: number): void {
    const { block, inline } = this.corner;
    const set = (name: string, applies: boolean): void => place.style.setProperty(name, `${applies ? width : 0}px`);
    set('--_name-inset', block === 'end');
    set('--_name-start', block === 'end' && inline === 'start');
    set('--_status-inset', block === 'start');
    set('--_status-start', block === 'start' && inline === 'start');
  }

  #renderPager({ page: shownPage, pages }: StagePlan): TemplateResult {
    const { stage } = this.words;
    // `aria-disabled`, because a disabled button would lose the focus on the last page.
    const turn = (to: number, look: 'back' | 'next', label: string): TemplateResult =>
      html`<button
        part="button"
        class="turn"
        aria-label=${label}
        aria-disabled=${to < 0 || to >= pages}
        @click=${() => (this.page = Math.min(Math.max(0, to), pages - 1))}
      >
        ${icon(look)}
      </button>`;
    return html`<div part="pager" class="pager" role="group" aria-label=${stage.pageOf(shownPage + 1, pages)}>
      ${turn(shownPage - 1, 'back', stage.previousPage)}<span class="dots" aria-hidden="true"
        >${Array.from({ length: pages }, (_, page) => html`<i class=${page === shownPage ? 'current' : ''}></i>`)}</span
      >${turn(shownPage + 1, 'next', stage.nextPage)}
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    this.#pages = this.#plan?.pages ?? 1;
    return html`<div part="grid" class="grid" role="group" aria-label=${words.participants}>
      <div class="ratio"></div>
      ${this.#plan?.pager ? this.#renderPager(this.#plan) : nothing}
      ${
        this.#call.value?.selfHidden
          ? html`<button
              part="button button-self-view"
              class="self-view"
              @click=${() => this.#call.request('p2p-self-view-request', { on: true })}
            >
              ${icon('person')}${words.stage.showSelf}
            </button>`
          : nothing
      }
    </div>`;
  }
}

function createPlace(): HTMLElement {
  const place = document.createElement('div');
  place.className = 'place';
  // Hidden until it has its place, to save layout work.
  place.hidden = true;
  return place;
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
