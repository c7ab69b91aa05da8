import { css, type CSSResult } from 'lit';

export const statusStyles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    container-type: inline-size;
    /* A page may lay this element over something else; then only the messages take presses. */
    pointer-events: none;
  }
  .status {
    display: flex;
    flex-direction: column;
    min-block-size: 100%;
  }
  .card {
    display: grid;
    justify-items: center;
    gap: 6px;
    inline-size: min(100%, 27rem);
    margin: auto;
    padding: 28px 24px;
    pointer-events: auto;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }
  .sign {
    --_tone: var(--_accent);
    display: grid;
    place-items: center;
    inline-size: 4rem;
    aspect-ratio: 1;
    margin-block-end: 10px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_tone) 15%, var(--_surface));
    color: var(--_tone);
    font-size: 1.25rem;
  }
  .failed .sign {
    --_tone: var(--_danger-text);
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    outline: none;
    color: var(--_text);
    font-size: 1.5rem;
    line-height: 1.25;
  }
  .remedy {
    color: var(--_text);
  }
  .card .action {
    margin-block: 16px 4px;
    min-inline-size: 11rem;
  }
  .toasts {
    display: grid;
    gap: 8px;
    inline-size: min(100%, 40rem);
    margin-inline: auto;
    padding: 12px;
  }
  .toasts:not(:has(.toast)) {
    display: none;
  }
  .toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 10px 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    font-size: 0.875rem;
    pointer-events: auto;
  }
  /* If there is little room, one problem is shown at a time. */
  @container (width < 36rem) {
    .problem:has(~ .problem) {
      display: none;
    }
  }
  .toast > .icon {
    color: var(--_accent);
    font-size: 1rem;
  }
  .problem > .icon {
    color: var(--_warning);
  }
  .said {
    flex: 1 12rem;
  }
  .said p,
  .close {
    color: var(--_muted);
  }
  .doings {
    display: flex;
    gap: 4px;
    margin-inline-start: auto;
  }
  .toast .action,
  .close {
    min-block-size: 36px;
    padding: 4px 14px;
  }
  .close {
    border: 0;
    border-radius: 99px;
    background: none;
    font: inherit;
    cursor: pointer;
  }
  .close:hover {
    color: var(--_text);
  }
  @media (pointer: coarse) {
    .toast .action,
    .close {
      min-block-size: 44px;
    }
  }
`;
