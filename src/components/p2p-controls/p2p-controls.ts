import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { buttonStyles, renderButton } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { type Control, controls, findControl } from '../shared/controls.js';
import { tellMistake } from '../shared/page-mistake.js';
import { property } from '../shared/property.js';
import { hasFocus, returnFocus } from '../shared/return-focus.js';
import { rove } from '../shared/roving.js';
import { tokens } from '../shared/tokens.js';
import { windowOf } from '../shared/window-of.js';
import { controlsStyles } from './p2p-controls.styles.js';
import { readControls } from './read-controls.js';
import { renderControl } from './render-control.js';
import { splitControls } from './split-controls.js';

const allControls: readonly string[] = controls.map(({ name }) => name);

/**
 * The toolbar of a call. It is one stop of the Tab key, with arrow keys inside (ARIA toolbar pattern). Controls that do not fit are
 * in a menu.
 *
 * @slot - buttons of the page, after the built-in ones
 * @slot icon-more - The icon of the More button.
 * @csspart controls - The toolbar.
 * @csspart button - Any button.
 * @csspart button-more - The More button.
 * @csspart menu - What opens from a button: the controls that do not fit, the reactions.
 * @renders controls
 * @cssproperty --p2p-button-size - size of the buttons
 */
export class P2PControls extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, buttonStyles, controlsStyles];

  /** The names of the controls, in their order, separated by spaces or commas. Default: all that this browser supports. */
  @property() controls?: string;

  readonly #call = new CallController(this, ({ state }) => state.call.audioOnly);
  readonly #widths = new Map<string, number>();
  #names: readonly string[] = [];
  /** The names of the controls in the menu. */
  #hidden: readonly string[] = [];
  #isTight = false;
  #isMenuOpen = false;
  #current: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #frame = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    // The toolbar is not arranged in the callback itself: if it became a line higher there, the observer would run once more.
    this.#observer = new (windowOf(this).ResizeObserver)(() => this.#scheduleArrange());
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    windowOf(this).cancelAnimationFrame(this.#frame);
  }

  protected override willUpdate(): void {
    this.#names = this.#chooseNames();
    this.#hidden = this.#names.filter((name) => this.#hidden.includes(name));
  }

  protected override updated(): void {
    this.#updateTabOrder();
    this.#scheduleArrange();
  }

  /** The names of the controls to show. Unknown names are left out; if no other name is given, all controls are shown. */
  #chooseNames(): readonly string[] {
    const { names = allControls, unknown } = readControls(this.controls);
    if (unknown.length > 0) {
      tellMistake(
        this,
        'controls',
        `controls="${unknown.join(' ').slice(0, 40)}" names none of: ${allControls.join(', ')}.`,
      );
    }
    const isUseful = ({ isPossible, needsVideo }: Control): boolean =>
      (isPossible?.() ?? true) && !(needsVideo && this.#call.value);
    return names.filter((name) => {
      const control = findControl(name);
      return control && isUseful(control);
    });
  }

  /** Arranges the controls before the next frame, when all buttons have their size. */
  #scheduleArrange(): void {
    windowOf(this).cancelAnimationFrame(this.#frame);
    this.#frame = windowOf(this).requestAnimationFrame(() => this.#arrange());
  }

  #arrange(): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.bar');
    if (!bar || !this.clientWidth) return;
    for (const item of bar.children) {
      const name = item.getAttribute('data-name');
      if (name && item.clientWidth) this.#widths.set(name, item.getBoundingClientRect().width);
    }
    const looks = getComputedStyle(bar);
    const gap = Number.parseFloat(looks.columnGap) || 0;
    const edges = bar.offsetWidth - bar.clientWidth + 2 * (Number.parseFloat(looks.paddingInlineStart) || 0);
    const own = this.#slotted.reduce((sum, element) => sum + element.getBoundingClientRect().width + gap, 0);
    const room = getComputedStyle(this);
    const inner = this.clientWidth - Number.parseFloat(room.paddingLeft) - Number.parseFloat(room.paddingRight);
    const usual = this.#widths.get('mic') ?? this.#widths.values().next().value ?? 0;
    const widthOf = (name: string): number => this.#widths.get(name) ?? usual;
    const available = inner - edges - own;
    const { shown, hidden } = splitControls(this.#names, available, gap, widthOf, usual);
    const isTight = shown.reduce((sum, name) => sum + widthOf(name) + gap, hidden.length ? usual : -gap) > available;
    if (isTight === this.#isTight && hidden.join() === this.#hidden.join()) return;
    this.#isTight = isTight;
    this.#hidden = hidden;
    this.requestUpdate();
  }

  #renderControl(name: string, isRow = false): TemplateResult | undefined {
    const control = findControl(name);
    return control && renderControl(control, this.htmlFor ?? nothing, isRow);
  }

  get #slotted(): Element[] {
    return (
      this.renderRoot.querySelector<HTMLSlotElement>('slot:not([name])')?.assignedElements({ flatten: true }) ?? []
    );
  }

  /** The items that arrow keys move through: our buttons, and the page's own buttons and links. */
  get #items(): HTMLElement[] {
    const bar = this.renderRoot.querySelector('.bar');
    const all = [...(bar?.children ?? []), ...this.#slotted].map((item) =>
      item.matches('.menu-place') ? item.firstElementChild : item,
    );
    return all.filter((item): item is HTMLElement => item instanceof HTMLElement && item.matches(itemSelector));
  }

  get #more(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.more');
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  /** One item is in the Tab order: the one that had the focus last, or the first. */
  #updateTabOrder(): void {
    const items = this.#items;
    if (!this.#current || !items.includes(this.#current)) this.#current = items[0];
    for (const item of items) {
      // On the host of a shadow tree, -1 removes everything inside from the Tab order.
      if (item !== this.#current) item.tabIndex = -1;
      else if (item.localName.startsWith('p2p-')) item.removeAttribute('tabindex');
      else item.tabIndex = 0;
    }
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const item = this.#items.find((one) => event.composedPath().includes(one));
    if (!item || item === this.#current) return;
    this.#current = item;
    this.#updateTabOrder();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    rove(event, this.#items, { axis: 'row', isRtl: getComputedStyle(this).direction === 'rtl' });
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    rove(event, [...(this.#menu?.children ?? [])] as HTMLElement[], { axis: 'column' });
  };

  readonly #onMenuBeforeToggle = (event: Event): void => {
    returnFocus(event, this.#more);
  };

  readonly #onMenuToggle = (event: Event): void => {
    this.#isMenuOpen = (event as ToggleEvent).newState === 'open';
    if (this.#isMenuOpen) (this.#menu?.firstElementChild as HTMLElement | null)?.focus();
    this.requestUpdate();
  };

  /** A press closes the menu, unless the control opens a choice of its own. */
  readonly #onMenuPress = (event: Event): void => {
    const path = event.composedPath();
    const row = [...(this.#menu?.children ?? [])].find((one) => path.includes(one));
    const control = findControl(row?.getAttribute('data-name') ?? '');
    if (!control?.opensChoice) this.#menu?.hidePopover();
  };

  /** Runs before the handler of the reactions: they close together with the menu, and then cannot tell where the focus was. */
  readonly #onReaction = {
    handleEvent: (): void => {
      const menu = this.#menu;
      const hadFocus = menu && hasFocus(menu);
      menu?.hidePopover();
      if (hadFocus) this.#more?.focus();
    },
    capture: true,
  };

  #renderMore(): TemplateResult {
    const label = this.words.toolbar.more;
    return html`<span class="menu-place"
      >${renderButton({
        kind: 'more',
        icon: 'more',
        label,
        tip: label,
        expanded: this.#isMenuOpen,
        popover: 'menu',
      })}</span
    >`;
  }

  protected override render(): TemplateResult {
    const shown = this.#names.filter((name) => !this.#hidden.includes(name));
    // The More button stands where the first hidden control would be.
    const place = shown.filter((name) => this.#names.indexOf(name) < this.#names.indexOf(this.#hidden[0] ?? '')).length;
    const words = this.words;
    return html`<div
        part="controls"
        class="bar ${this.#isTight ? 'tight' : ''}"
        role="toolbar"
        aria-label=${words.controls}
        @focusin=${this.#onFocus}
        @keydown=${this.#onKey}
        @slotchange=${this.#onSlot}
      >
        ${shown.slice(0, place).map((name) => this.#renderControl(name))}${
          this.#hidden.length > 0 ? this.#renderMore() : nothing
        }${shown.slice(place).map((name) => this.#renderControl(name))}<slot></slot>
      </div>
      ${
        this.#hidden.length > 0
          ? html`<div
              id="menu"
              part="menu"
              class="menu"
              popover
              role="toolbar"
              aria-orientation="vertical"
              aria-label=${words.toolbar.more}
              @beforetoggle=${this.#onMenuBeforeToggle}
              @toggle=${this.#onMenuToggle}
              @keydown=${this.#onMenuKey}
              @click=${this.#onMenuPress}
              @p2p-reaction-request=${this.#onReaction}
            >
              ${this.#hidden.map((name) => this.#renderControl(name, true))}
            </div>`
          : nothing
      }`;
  }

  readonly #onSlot = (): void => {
    this.#updateTabOrder();
    this.#scheduleArrange();
  };
}

const itemSelector = 'button, a[href], [data-name]';

declare global {
  interface HTMLElementTagNameMap {
    'p2p-controls': P2PControls;
  }
}
