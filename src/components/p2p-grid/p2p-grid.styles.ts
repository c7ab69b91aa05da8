import { css, type CSSResult } from 'lit';

export const gridStyles: CSSResult = css`
  :host {
    display: block;
    min-block-size: 0;
  }
  .grid {
    position: relative;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 8rem;
    /* Draws nothing: the code that places the tiles reads the ratio from here. */
    column-gap: var(--_gap);
  }
  .ratio {
    position: absolute;
    visibility: hidden;
    aspect-ratio: var(--p2p-tile-ratio, auto);
  }
  .place {
    position: absolute;
    inset-block-start: 0;
    left: 0;
  }
  .place[hidden] {
    display: none;
  }
  p2p-video-tile {
    block-size: 100%;
    aspect-ratio: auto;
  }
  .moving .place {
    transition:
      translate 0.32s cubic-bezier(0.3, 0.7, 0.2, 1),
      width 0.32s cubic-bezier(0.3, 0.7, 0.2, 1),
      height 0.32s cubic-bezier(0.3, 0.7, 0.2, 1),
      opacity 0.24s;
    @starting-style {
      opacity: 0;
    }
  }
  .floating {
    z-index: 1;
    border-radius: var(--_radius);
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 14%),
      0 6px 24px rgb(0 0 0 / 34%);
  }
  .floating[tabindex] {
    cursor: grab;
    touch-action: none;
  }
  /* While a sheet covers the tiles, keys must not reach them. */
  .floating,
  .pager,
  .self-view {
    visibility: var(--_covered, visible);
  }
  .pager {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
  }
  .turn {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  .turn:hover {
    background: color-mix(in oklab, var(--_muted) 16%, transparent);
  }
  .turn[aria-disabled='true'] {
    opacity: 0.35;
    background: none;
    cursor: default;
  }
  .turn:dir(rtl) .icon {
    scale: -1 1;
  }
  .dots {
    display: flex;
    flex-wrap: wrap;
    gap: 7px;
  }
  .dots i {
    inline-size: 8px;
    block-size: 8px;
    border: 1px solid var(--_muted);
    border-radius: 4px;
    transition: inline-size 0.2s;
  }
  .dots .current {
    inline-size: 20px;
    background: var(--_muted);
  }
  .self-view {
    position: absolute;
    z-index: 1;
    inset-block-end: 12px;
    inset-inline-end: 12px;
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    padding: 6px 16px;
    border: 1px solid rgb(255 255 255 / 22%);
    border-radius: 99px;
    background: rgb(13 16 24 / 72%);
    color: #fff;
    font: inherit;
    font-size: 0.875rem;
    font-weight: 500;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .dots .current {
      background: Highlight;
    }
  }
  .grid .dragged {
    cursor: grabbing;
    transition: none;
  }
`;
