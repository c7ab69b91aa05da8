import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { iconSlot } from './icon-slots.js';
import { icon, type IconName } from './icons.js';

/** What a round button of the toolbar shows. */
export interface ButtonLook {
  /** The end of its part name: `button-…`. */
  readonly kind: string;
  readonly icon: IconName;
  /** Its accessible name. */
  readonly label: string;
  /** What pressing it does, shown on hover and focus. */
  readonly tip: string;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
  /** Why it does not do what it should; the button still takes a press, to try again. */
  readonly trouble?: string | undefined;
  /** There is no call to control. */
  readonly inert?: boolean;
  readonly onPress: () => void;
}

/** One round button with its icon, its tip and the parts `button`, `button-…` and, for a switch that is off, `button-off`. */
export function renderButton(look: ButtonLook): TemplateResult {
  const off = look.pressed === false;
  return html`<button
      part="button button-${look.kind}${off ? ' button-off' : ''}"
      class="button ${look.kind} ${off ? 'off' : ''} ${look.trouble ? 'troubled' : ''}"
      aria-label=${look.label}
      aria-pressed=${look.pressed === undefined ? nothing : `${look.pressed}`}
      aria-describedby=${look.trouble ? 'tip' : nothing}
      ?disabled=${look.inert ?? false}
      @click=${look.onPress}
    >
      ${iconSlot(look.icon)}${look.trouble ? html`<span part="badge" class="badge">${icon('alert')}</span>` : nothing}
    </button>
    <span class="tip" id="tip" aria-hidden="true">${look.trouble ?? look.tip}</span>`;
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
    inline-size: 20px;
    block-size: 20px;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_raised);
    color: var(--_warning);
    font-size: 10px;
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
    .button:hover + .tip {
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
  }
`;

/** Buttons with words on them: the main action of a screen, and the quieter ones beside it. */
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
  .action:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
`;
