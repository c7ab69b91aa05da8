import { css, type CSSResult } from 'lit';

export const prejoinStyles: CSSResult = css`
  :host {
    display: flex;
    container-type: inline-size;
  }
  .prejoin {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px 48px;
    inline-size: min(100%, 26rem);
    margin: auto;
    padding: 20px;
  }
  .preview {
    position: relative;
    --_preview-radius: calc(var(--_radius) * 1.25);
    aspect-ratio: 7 / 5;
    border-radius: var(--_preview-radius);
    box-shadow: var(--_shadow);
  }
  .preview p2p-video-tile {
    --p2p-radius: var(--_preview-radius);
    position: absolute;
    inset: 0;
    inline-size: auto;
    aspect-ratio: auto;
  }
  .preview p2p-video-tile::part(tile-name) {
    display: none;
  }
  /* Clear of the switches. */
  .preview p2p-video-tile::part(tile-avatar) {
    margin-block-end: 36px;
  }
  .switches {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    display: flex;
    justify-content: center;
    gap: 12px;
  }
  .switches > * {
    border-radius: 999px;
    box-shadow: 0 2px 12px rgb(10 14 26 / 28%);
  }
  .hint {
    position: absolute;
    inset-block-start: 14px;
    inset-inline: 14px;
    color: var(--_muted);
    font-size: 0.875rem;
    text-align: center;
  }
  .form {
    display: grid;
    gap: 14px;
    align-content: center;
    margin: 0;
  }
  h2 {
    margin: 0;
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }
  label {
    display: grid;
    gap: 6px;
    font-size: 0.875rem;
    font-weight: 550;
  }
  input {
    inline-size: 100%;
    min-block-size: 46px;
    padding: 8px 14px;
    border: 1px solid color-mix(in oklab, var(--_text) 50%, var(--_surface));
    border-radius: calc(var(--_radius) * 0.72);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-size: 1rem;
    font-weight: 400;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  input:focus-visible {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: 0;
  }
  .action {
    min-block-size: 48px;
    font-size: 1rem;
  }
  @container (width >= 44rem) {
    .prejoin {
      grid-template-columns: minmax(0, 1.55fr) minmax(15rem, 1fr);
      align-items: center;
      inline-size: min(100%, 68rem);
      padding: 32px;
    }
    .preview {
      aspect-ratio: 16 / 10;
    }
    .form {
      gap: 18px;
    }
    h2 {
      font-size: 1.875rem;
    }
  }
`;
