import { css, type CSSResult } from 'lit';

export const chatStyles: CSSResult = css`
  .talk {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    padding: 0 14px 10px;
    overflow: auto;
    overscroll-behavior: contain;
    outline-offset: -3px;
  }
  ol {
    display: grid;
    gap: 14px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .group {
    display: grid;
    justify-items: start;
    gap: 3px;
    min-inline-size: 0;
  }
  .own {
    justify-items: end;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    max-inline-size: 100%;
    padding-inline: 4px;
    font-size: 0.8125rem;
  }
  .who {
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  time,
  .whom {
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .whom {
    overflow-wrap: anywhere;
  }
  .group ol {
    gap: 3px;
    justify-items: inherit;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .message {
    display: grid;
    justify-items: inherit;
    gap: 2px;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .bubble {
    max-inline-size: min(100%, 34rem);
    padding: 7px 12px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.9);
    background: color-mix(in oklab, var(--_muted) 13%, var(--_raised));
    font-size: 0.9375rem;
    line-height: 1.4;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .own .bubble {
    background: color-mix(in oklab, var(--_accent) 17%, var(--_raised));
  }
  .private .bubble {
    border: 1px dashed color-mix(in oklab, var(--_muted) 70%, var(--_raised));
  }
  .bubble a {
    color: inherit;
    text-decoration-color: color-mix(in oklab, currentcolor 55%, transparent);
    text-underline-offset: 2px;
  }
  .bubble a:hover {
    text-decoration-color: currentcolor;
  }
  .note {
    padding-inline: 4px;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .failed {
    color: var(--_danger-text);
  }
  .none {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 6px;
    block-size: 100%;
    padding: 24px 12px;
    color: var(--_muted);
    font-size: 0.875rem;
    text-align: center;
    text-wrap: balance;
  }
  .none .icon {
    margin-block-end: 6px;
    font-size: 1.75rem;
  }
  .none strong {
    color: var(--_text);
    font-size: 1rem;
  }
  .newer {
    position: absolute;
    inset-block-end: 10px;
    inset-inline: 0;
    inline-size: fit-content;
    min-block-size: 36px;
    margin-inline: auto;
    padding: 4px 16px;
    border: 0;
    border-radius: 99px;
    background: var(--_accent);
    box-shadow: var(--_shadow);
    color: var(--_on-accent);
    font: inherit;
    font-size: 0.875rem;
    font-weight: 600;
    cursor: pointer;
  }
  .composer {
    display: grid;
    flex: none;
    gap: 8px;
    margin: 0;
    padding: 10px 12px 12px;
    border-block-start: 1px solid var(--_border);
  }
  .reader {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    padding-inline-start: 4px;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  select {
    flex: 1;
    min-block-size: 36px;
    padding-block: 4px;
    padding-inline-start: 10px;
    border-radius: calc(var(--_radius) * 0.6);
  }
  .writing {
    display: flex;
    align-items: end;
    gap: 6px;
    padding: 3px;
    border: 1px solid color-mix(in oklab, var(--_muted) 80%, var(--_raised));
    border-radius: calc(var(--_radius) + 6px);
    background: color-mix(in oklab, var(--_muted) 6%, var(--_raised));
  }
  .writing:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 1px;
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 8.4em;
    padding: 9px 4px 9px 12px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 1rem;
    line-height: 1.35;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
  }
  /* The focus ring is drawn around the field and its button together. */
  textarea:focus-visible {
    outline: none;
  }
  textarea:read-only {
    cursor: not-allowed;
    opacity: 0.6;
  }
  textarea:dir(rtl) {
    padding: 9px 12px 9px 4px;
  }
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .send {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    cursor: pointer;
  }
  .send:disabled {
    background: transparent;
    color: var(--_muted);
    cursor: default;
  }
  @media (pointer: coarse) {
    textarea {
      min-block-size: 44px;
      padding-block: 11px;
    }
    .send {
      inline-size: 44px;
      block-size: 44px;
    }
    select,
    .newer {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .bubble,
    .send {
      border: 1px solid;
    }
  }
`;
