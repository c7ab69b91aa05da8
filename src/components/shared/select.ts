import { css, type CSSResult } from 'lit';

/** Styles that make a `select` in a `.pick` look like the fields around it, with an arrow of our own. */
export const selectStyles: CSSResult = css`
  .pick {
    position: relative;
  }
  select {
    min-inline-size: 0;
    padding-inline-end: 34px;
    border: 1px solid var(--_border);
    background-color: var(--_raised);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    appearance: none;
    cursor: pointer;
  }
  select:hover {
    background-color: color-mix(in oklab, var(--_muted) 10%, var(--_raised));
  }
  select:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  .pick::after {
    content: '';
    position: absolute;
    inset-inline-end: 16px;
    inline-size: 7px;
    block-size: 7px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    margin-block-start: -4px;
    rotate: 45deg;
    pointer-events: none;
  }
`;
