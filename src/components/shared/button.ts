import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { iconSlot } from './icon-slots.js';
import { icon, type IconName } from './icons.js';

/** The looks of a round button of the toolbar. */
export interface ButtonLook {
  /** The end of the part name `button-…`. */
  readonly kind: string;
  readonly icon: IconName;
  /** The accessible name. */
  readonly label: string;
  /** What a press does; shown on hover and focus. */
  readonly tip: string;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
  /** For a button that opens something: whether that is open. */
  readonly expanded?: boolean;
  /** Set if the state is unusual: off where on is usual, or on where off is. Adds the part `button-off` or `button-on`. */
  readonly tone?: 'on' | 'off' | undefined;
  /** Why the control does not work now; a press still tries again. */
  readonly trouble?: string | undefined;
  /** A number for the badge; the label must say what it means. */
  readonly count?: string | undefined;
  /** The id of the popover that the button opens. */
  readonly popover?: string;
  /** Whether the button is disabled, because there is no call. */
  readonly inert?: boolean;
  /** Whether the button is a row with text beside the icon. The text is then the accessible name too. */
  readonly isRow?: boolean;
  readonly onPress?: () => void;
}

/** A button with icon and tip, or as a row with text. Its parts are `button`, `button-…` and the one of its tone. */
export function renderButton(look: ButtonLook): TemplateResult {
  const { kind, tone, trouble, count, isRow = false } = look;
  const sign = trouble ? icon('alert') : count;
  return html`<button
      part="button button-${kind} ${tone ? `button-${tone}` : ''}"
      class="button ${kind} ${tone ?? ''} ${isRow ? 'row' : ''}"
      aria-label=${isRow ? nothing : look.label}
      aria-pressed=${isRow ? nothing : (look.pressed ?? nothing)}
      aria-expanded=${look.expanded ?? nothing}
      aria-describedby=${trouble ? 'tip' : nothing}
      popovertarget=${look.popover ?? nothing}
      ?disabled=${look.inert ?? false}
      @click=${look.onPress}
    >
      ${iconSlot(look.icon)}${isRow ? html`<span class="words">${look.tip}</span>` : nothing}${
        sign ? html`<span part="badge" class="badge ${trouble ? 'troubled' : 'count'}">${sign}</span>` : nothing
      }
    </button>
    <span class="tip" id="tip" aria-hidden="true" ?hidden=${isRow && !trouble}>${trouble ?? look.tip}</span>`;
}

export const buttonStyles: CSSResult = css`
  :host {
    position: relative;
    display: inline-flex;
    flex: none;
    vertical-align: middle;
  }
  .button {
    --_tint: var(--_muted) 14%;
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: var(--_button);
    block-size: var(--_button);
    padding: 0;
    border: 1px solid transparent;
    border-radius: 99px;
    background: color-mix(in oklab, var(--_tint), var(--_raised));
    color: var(--_text);
    font: inherit;
    cursor: pointer;
    transition:
      background-color 0.15s,
      scale 0.15s;
  }
  .button:hover {
    --_tint: var(--_muted) 26%;
  }
  .off {
    --_tint: var(--_danger) 16%;
    color: var(--_danger-text);
  }
  .off:hover {
    --_tint: var(--_danger) 24%;
  }
  .on {
    --_tint: var(--_accent) 100%;
    color: var(--_on-accent);
  }
  .on:hover {
    --_tint: var(--_accent) 88%;
  }
  .leave {
    --_tint: var(--_danger) 100%;
    min-inline-size: calc(var(--_button) * 1.4);
    color: #fff;
  }
  .leave:hover {
    --_tint: var(--_danger) 88%;
    --_raised: #000;
  }
  .button:active {
    scale: 0.94;
  }
  .button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    display: grid;
    place-items: center;
    min-inline-size: 20px;
    block-size: 20px;
    border: 1px solid var(--_border);
    border-radius: 10px;
    background: var(--_raised);
    color: var(--_warning);
    font-size: 10px;
  }
  .count {
    padding-inline: 5px;
    color: var(--_text);
    font-size: 0.6875rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
  .chat .count {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  :host([row]) {
    display: flex;
  }
  .row {
    display: flex;
    flex: 1;
    gap: 12px;
    min-block-size: 44px;
    block-size: auto;
    padding: 6px 14px;
    border-radius: calc(var(--_radius) * 0.72);
    background: transparent;
    text-align: start;
  }
  .row:hover {
    background: color-mix(in oklab, var(--_muted) 14%, transparent);
  }
  .row.on {
    color: var(--_accent);
  }
  .row.off {
    color: var(--_danger-text);
  }
  .row:active {
    scale: none;
  }
  .words {
    flex: 1;
  }
  ::slotted(svg) {
    inline-size: 1.375em;
    block-size: 1.375em;
  }
  .row .badge {
    position: static;
  }
  .tip {
    position: absolute;
    z-index: 3;
    inset-block-end: calc(100% + 10px);
    inset-inline: -100px;
    inline-size: fit-content;
    max-inline-size: 14rem;
    margin-inline: auto;
    padding: 5px 10px;
    border: 1px solid transparent;
    border-radius: 8px;
    background: var(--_text);
    color: var(--_surface);
    font-size: 0.8125rem;
    text-align: center;
    text-wrap: balance;
    visibility: hidden;
    pointer-events: none;
  }
  .button:focus-visible + .tip {
    visibility: visible;
  }
  @media (hover: hover) {
    .button:hover:not([aria-expanded='true']) + .tip {
      visibility: visible;
      transition: visibility 0s 0.35s;
    }
  }
  @media (pointer: coarse) {
    .button {
      min-inline-size: max(44px, var(--_button));
      block-size: max(44px, var(--_button));
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .off {
      border-style: dashed;
    }
    .on {
      border-width: 3px;
    }
  }
`;

/** Buttons with text: the main action of a screen, and the quieter ones beside it. */
export const actionStyles: CSSResult = css`
  .action {
    min-block-size: 44px;
    padding: 8px 20px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.72);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition:
      filter 0.15s,
      scale 0.15s;
  }
  .action:hover {
    filter: brightness(0.94);
  }
  .action:active {
    scale: 0.98;
  }
  .main-action {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .action:is(:disabled, [aria-disabled='true']) {
    opacity: 0.5;
    cursor: not-allowed;
  }
`;
