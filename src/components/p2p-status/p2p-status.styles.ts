import { css, type CSSResult } from 'lit';

export const statusStyles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    container-type: inline-size;
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
    text-align: center;
    text-wrap: balance;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 4rem;
    aspect-ratio: 1;
    margin-block-end: 10px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_accent) 15%, var(--_surface));
    color: var(--_accent);
    font-size: 1.25rem;
  }
  .failed .sign {
    background: color-mix(in oklab, var(--_danger) 15%, var(--_surface));
    color: var(--_danger-text);
  }
  h2 {
    margin: 0;
    outline: none;
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.25;
  }
  p {
    margin: 0;
  }
  .card p {
    color: var(--_muted);
  }
  .card .remedy {
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
  .toasts:empty {
    display: none;
  }
  .toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 10px 10px 10px 14px;
    padding-inline: 14px 10px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    font-size: 0.875rem;
    pointer-events: auto;
    transition:
      opacity 0.2s,
      translate 0.2s var(--_ease);
    @starting-style {
      opacity: 0;
      translate: 0 -8px;
    }
  }
  /* Where there is little room, one problem at a time. */
  @container (width < 36rem) {
    .problem:has(~ .problem) {
      display: none;
    }
  }
  .toast > .icon {
    color: var(--_warning);
    font-size: 1rem;
  }
  .toast > .icon-spinner,
  .toast > .icon-sound {
    color: var(--_accent);
  }
  .said {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }
  .said p {
    color: var(--_muted);
  }
  .toast strong {
    font-weight: 600;
  }
  .doings {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
  }
  .toast .action {
    min-block-size: 36px;
    padding: 4px 14px;
    font-size: 0.875rem;
  }
  .close {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    font: inherit;
    cursor: pointer;
  }
  @media (hover: hover) {
    .close:hover {
      background: color-mix(in oklab, var(--_text) 9%, transparent);
    }
  }
  @media (pointer: coarse) {
    .toast .action,
    .close {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
`;
