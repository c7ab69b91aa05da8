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
      type="button"
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
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: var(--_button);
    block-size: var(--_button);
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 999px;
    background: color-mix(in oklab, var(--_muted) 14%, var(--_raised));
    color: var(--_text);
    font: inherit;
    cursor: pointer;
    transition:
      background-color 0.15s,
      color 0.15s,
      scale 0.15s var(--_ease);
  }
  .button:active {
    scale: 0.94;
  }
  .off {
    background: color-mix(in oklab, var(--_danger) 16%, var(--_raised));
    color: var(--_danger-text);
  }
  .leave {
    min-inline-size: calc(var(--_button) * 1.4);
    background: var(--_danger);
    color: #fff;
  }
  @media (hover: hover) {
    .button:hover {
      background: color-mix(in oklab, var(--_muted) 26%, var(--_raised));
    }
    .off:hover {
      background: color-mix(in oklab, var(--_danger) 24%, var(--_raised));
    }
    .leave:hover {
      background: color-mix(in oklab, var(--_danger) 88%, #000);
    }
  }
  .button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  ::slotted([slot^='icon-']) {
    inline-size: 1.375em;
    block-size: 1.375em;
  }
  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    background: var(--_raised);
    color: var(--_warning);
    font-size: 10px;
    box-shadow: 0 0 0 1px var(--_border);
  }
  .tip {
    position: absolute;
    z-index: 3;
    inset-block-end: calc(100% + 10px);
    inset-inline-start: 50%;
    inline-size: max-content;
    max-inline-size: 14rem;
    padding: 5px 10px;
    border-radius: 8px;
    background: var(--_text);
    color: var(--_surface);
    font-size: 0.8125rem;
    font-weight: 500;
    text-align: center;
    text-wrap: balance;
    opacity: 0;
    visibility: hidden;
    translate: -50% 4px;
    pointer-events: none;
    transition:
      opacity 0.12s,
      translate 0.12s,
      visibility 0.12s;
  }
  .tip:dir(rtl) {
    translate: 50% 4px;
  }
  .button:focus-visible + .tip {
    opacity: 1;
    visibility: visible;
    translate: -50% 0;
  }
  .button:focus-visible + .tip:dir(rtl) {
    translate: 50% 0;
  }
  @media (hover: hover) {
    .button:hover + .tip {
      opacity: 1;
      visibility: visible;
      translate: -50% 0;
      transition-delay: 0.35s;
    }
    .button:hover + .tip:dir(rtl) {
      translate: 50% 0;
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
    .tip {
      border: 1px solid;
    }
  }
`;

/** Buttons with words on them: the main action of a screen, and the quieter ones beside it. */
export const actionStyles: CSSResult = css`
  .action {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 20px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.72);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition:
      background-color 0.15s,
      scale 0.15s var(--_ease);
  }
  .action:active {
    scale: 0.98;
  }
  .main-action {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (hover: hover) {
    .action:hover {
      background: color-mix(in oklab, var(--_text) 7%, var(--_raised));
    }
    .main-action:hover {
      background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
    }
  }
  .action:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
`;
