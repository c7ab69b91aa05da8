import { css, type CSSResult } from 'lit';

export const tileStyles: CSSResult = css`
  :host {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
  }
  .tile {
    --_hue: 255;
    --_ring: color-mix(in oklab, var(--_accent), #fff 25%);
    position: relative;
    isolation: isolate;
    container-type: size;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    border-radius: var(--_radius);
    background: light-dark(oklch(0.915 0.028 var(--_hue)), oklch(0.262 0.026 var(--_hue)));
  }
  video,
  .backdrop {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  video {
    object-fit: cover;
    opacity: 0;
    transition: filter 0.3s;
  }
  /* The video lies over the avatar and is transparent until its first frame, so the frame is shown without any further update. */
  .live video {
    opacity: 1;
  }
  .mirrored {
    scale: -1 1;
  }
  .whole video {
    object-fit: contain;
  }
  .picture.whole video {
    background: #0b0d12;
  }
  /* Cropping an upright picture to a wide tile could cut off the face. */
  @container (aspect-ratio > 1.25) {
    .upright {
      object-fit: contain;
      background: #0b0d12;
    }
  }
  .lost video {
    filter: grayscale(1) brightness(0.55);
  }
  .backdrop {
    display: grid;
    place-items: center;
  }
  .picture .backdrop {
    visibility: hidden;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: clamp(2.25rem, 40cqmin, 8.5rem);
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.5 0.12 var(--_hue));
    color: #fff;
    font-size: clamp(0.875rem, 15cqmin, 3.25rem);
    font-weight: 600;
  }
  .lost .avatar {
    filter: grayscale(1);
    opacity: 0.7;
  }
  .name,
  .hand,
  .status {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 3px 9px;
    border-radius: calc(var(--_radius) * 0.6);
    background: rgb(13 16 24 / 72%);
    color: #fff;
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .name {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: calc(8px + var(--_name-start, 0px));
    max-inline-size: calc(100% - 16px - var(--_name-inset, 0px));
  }
  .name bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .badge {
    flex: none;
    color: #b9d4ff;
    font-size: 0.75rem;
  }
  .top {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: calc(8px + var(--_status-start, 0px));
    display: flex;
    gap: 6px;
    max-inline-size: calc(100% - 16px - var(--_status-inset, 0px));
  }
  .hand {
    padding: 4px;
    border-radius: 50%;
    background: #ffd166;
    color: #2a1c00;
    animation: wave 0.5s;
  }
  .hand .icon {
    font-size: 0.9375rem;
  }
  /* The ring lies over everything in the tile, so that no picture covers it. */
  .tile::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid transparent;
    border-radius: inherit;
    pointer-events: none;
    transition: border-color 0.25s;
  }
  /* A light and a dark line: one of them stands out against any picture. */
  .speaking::after {
    border-color: var(--_ring);
    box-shadow: inset 0 0 0 1px #0d1018;
    transition-duration: 0.08s;
  }
  .badge.mic-off {
    color: #ff9ea3;
  }
  .status .icon {
    font-size: 0.75rem;
  }
  /* A connection that is made within a moment shows no status. */
  .connecting .status {
    animation: appear 0.2s 0.7s backwards;
  }
  .failed .status .icon {
    color: #ffc266;
  }
  .zoomed {
    cursor: move;
  }
  .tile:focus-visible {
    outline-offset: -3px;
  }
  .more {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: rgb(13 16 24 / 62%);
    color: #fff;
    font: inherit;
    font-size: 0.8125rem;
    cursor: pointer;
    /* While a sheet covers the tile, keys must not reach the button. */
    visibility: var(--_covered, visible);
    anchor-name: --more;
  }
  /* The size of a touch target. */
  .more::before {
    content: '';
    position: absolute;
    inset: -6px;
  }
  @media (hover: hover) {
    .more {
      opacity: 0;
      transition: opacity 0.15s;
    }
    .tile:hover .more,
    .more:focus-visible,
    .open .more {
      opacity: 1;
    }
  }
  .menu {
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(20rem, 100vw - 16px);
    max-block-size: calc(100vh - 16px);
    margin: 6px 0;
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    position-anchor: --more;
    position-area: block-end span-inline-start;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
  }
  @supports not (position-area: block-end) {
    .menu {
      inset: 0;
      block-size: fit-content;
      margin: auto;
    }
  }
  @keyframes wave {
    from {
      rotate: -30deg;
      scale: 0.4;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @container (width < 150px) or (height < 100px) {
    .name {
      inset-block-end: 4px;
      inset-inline-start: calc(4px + var(--_name-start, 0px));
      max-inline-size: calc(100% - 8px - var(--_name-inset, 0px));
      padding: 1px 7px;
    }
    .status span {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tile,
    .avatar {
      border: 1px solid;
    }
    .more {
      border: 1px solid ButtonText;
    }
    /* Forced colours would draw a transparent border. */
    .tile::after {
      border: 0;
    }
    .speaking::after {
      border: 5px double Highlight;
    }
  }
`;
