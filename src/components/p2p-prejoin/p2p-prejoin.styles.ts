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
  /* The text keeps clear of the switches. */
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
    border-radius: 99px;
    box-shadow: var(--_shadow);
  }
  .hint {
    position: absolute;
    inset-block-start: 14px;
    inset-inline: 14px;
    color: var(--_muted);
    font-size: 0.875rem;
    text-align: center;
  }
  .device-switch {
    display: grid;
    place-items: center;
    inline-size: max(44px, var(--_button));
    block-size: max(44px, var(--_button));
    padding: 0;
    border: 1px solid transparent;
    background: color-mix(in oklab, var(--_muted) 14%, var(--_raised));
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  .device-switch[aria-expanded='true'] {
    background: var(--_text);
    color: var(--_surface);
  }
  p2p-devices:not(.shown) {
    display: none;
  }
  .present {
    margin: -8px 0 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    align-content: center;
  }
  h2 {
    margin: 0;
    font-size: 1.5rem;
    line-height: 1.25;
  }
  label {
    display: grid;
    gap: 6px;
    font-size: 0.875rem;
    font-weight: 600;
  }
  input {
    inline-size: 100%;
    min-block-size: 46px;
    padding: 8px 14px;
    border: 1px solid color-mix(in oklab, var(--_text) 50%, var(--_surface));
    border-radius: calc(var(--_radius) * 0.72);
    background: var(--_raised);
    color: var(--_text);
    font: 1rem var(--_font);
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
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
      grid-area: 1 / 2 / span 2;
    }
    h2 {
      font-size: 1.875rem;
    }
  }
  /* In a low box the Join button must stay in sight, so the picture shrinks, beside the form or above it. */
  @container (height < 34rem) {
    .prejoin {
      gap: 10px 24px;
      padding: 12px;
    }
    .preview {
      aspect-ratio: auto;
      block-size: clamp(5rem, 100cqb - 17rem, 20rem);
    }
    .form {
      gap: 10px;
    }
    .main-action {
      position: sticky;
      inset-block-end: 8px;
    }
  }
  @container ((height < 34rem) and (width >= 30rem)) or ((height < 17rem) and (width >= 18rem)) {
    .prejoin {
      grid-template-columns: minmax(0, 1.3fr) minmax(8.5rem, 1fr);
      align-items: center;
      inline-size: min(100%, 68rem);
    }
    .preview {
      block-size: min(100cqb - 80px, 24rem);
    }
  }
  /* If there is room, all lists are shown: below each other they need height, beside each other they need width. */
  @container (height >= 34rem) and ((width >= 68rem) or ((width >= 44rem) and (height >= 42rem))) {
    p2p-devices:not(.shown) {
      display: block;
    }
    .device-switch {
      display: none;
    }
  }
  @container (height < 20rem) {
    h2,
    .present,
    .hint {
      display: none;
    }
  }
`;
