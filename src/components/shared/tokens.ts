import { css, type CSSResult } from 'lit';

/**
 * The design tokens of all elements: private properties that read the public `--p2p-…` ones and have light and dark defaults. In
 * both themes, the contrast of text is at least 4.5 : 1 (WCAG 1.4.3), that of icons and borders of controls 3 : 1 (1.4.11).
 */
export const tokens: CSSResult = css`
  :host {
    --_text: var(--p2p-color-text, light-dark(#14171f, #f3f5f9));
    --_muted: var(--p2p-color-muted, light-dark(#565e6e, #a7afbf));
    --_surface: var(--p2p-color-surface, light-dark(#f3f5f8, #0f1218));
    --_raised: var(--p2p-color-raised, light-dark(#fff, #1b2029));
    --_border: var(--p2p-color-border, light-dark(#d8dde6, #2f3643));
    --_accent: var(--p2p-color-accent, light-dark(#3653d6, #8ea6ff));
    --_on-accent: var(--p2p-color-on-accent, light-dark(#fff, #0b1233));
    --_danger: var(--p2p-color-danger, light-dark(#cf2a36, #e0353f));
    --_good: var(--p2p-color-good, light-dark(#177245, #5fd39a));
    --_warning: var(--p2p-color-warning, light-dark(#8a5200, #ffc266));
    --_danger-text: color-mix(in oklab, var(--_danger) 72%, var(--_text));
    --_radius: var(--p2p-radius, 14px);
    --_gap: var(--p2p-gap, 10px);
    --_button: var(--p2p-button-size, 48px);
    --_font: var(--p2p-font, system-ui, sans-serif);
    --_shadow: 0 1px 2px rgb(10 14 26 / 8%), 0 8px 28px rgb(10 14 26 / 12%);
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.45;
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .icon {
    display: block;
    inline-size: 1.375em;
    block-size: 1.375em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon-leave {
    rotate: 135deg;
  }
  /* Drawing the turning spinner costs time, so work that ends within 0.7 s is not slowed down by it. */
  .icon-spinner {
    animation: turn 0.9s 0.7s linear infinite;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  /* Forced colours remove backgrounds, so buttons need a border; those of the toolbar have their own. */
  @media (forced-colors: active) {
    :host button:not(.button) {
      border: 1px solid;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
`;
