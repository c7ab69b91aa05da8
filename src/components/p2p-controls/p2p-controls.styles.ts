import { css, type CSSResult } from 'lit';

export const controlsStyles: CSSResult = css`
  :host {
    display: block;
    /* In a grid or flex box of the page, the toolbar shrinks rather than stretch the box. */
    min-inline-size: 0;
  }
  .bar {
    display: flex;
    justify-content: center;
    gap: 8px;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-inline: auto;
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_button) / 2 + 7px);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  ::slotted(*) {
    flex: none;
  }
  /* The page's own styles win over these, whatever their selectors. */
  ::slotted(:is(button, a)) {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-inline-size: var(--_button);
    min-block-size: var(--_button);
    box-sizing: border-box;
    padding: 4px 16px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: color-mix(in oklab, var(--_muted) 14%, var(--_raised));
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  ::slotted(:is(button, a):hover) {
    background: color-mix(in oklab, var(--_muted) 26%, var(--_raised));
  }
  ::slotted(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  ::slotted(:disabled) {
    opacity: 0.5;
    cursor: not-allowed;
  }
  @media (pointer: coarse) {
    ::slotted(:is(button, a)) {
      min-block-size: max(44px, var(--_button));
    }
  }
  /* Even the essential controls do not fit into one line. */
  .tight {
    flex-wrap: wrap;
  }
  .menu-place {
    position: relative;
    display: inline-flex;
    flex: none;
    anchor-name: --more;
  }
  .menu {
    inset: auto;
    inline-size: max-content;
    min-inline-size: 13rem;
    max-inline-size: min(20rem, 100vw - 16px);
    margin: 10px 8px;
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    box-shadow: var(--_shadow);
    position-anchor: --more;
    position-area: block-start;
    position-try-fallbacks: flip-block;
  }
  @supports not (position-area: block-start) {
    .menu {
      inset: 0;
      block-size: fit-content;
      margin: auto;
    }
  }
`;
