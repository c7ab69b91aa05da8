import { css, type CSSResult } from 'lit';
import { actionStyles } from '../shared/button.js';
import { tokens } from '../shared/tokens.js';

const stage = css`
  :host {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-inline-size: 0;
  }
  /* What the page has put here is laid out as if this element were not around it. */
  :host([data-replaced]) {
    display: contents;
  }
  .stage {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    overflow: clip;
    border-radius: var(--_stage-radius, var(--_radius));
    background: var(--_surface);
    font-size: 1rem;
  }
  /* Takes the focus of a click, so that the keys work from there on. */
  .stage:focus {
    outline: none;
  }
  .header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    padding-inline: max(16px, var(--_gap));
  }
  /* A line of its own look: the page's own styles win. */
  slot[name='header']::slotted(*) {
    margin: 12px 0;
    font-size: 1.0625rem;
  }
  .main {
    position: relative;
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
    container-type: size;
  }
  /* In an interface of the page a panel lies over it. */
  .over {
    position: absolute;
    z-index: 3;
    inset: 0;
    /* Most have their buttons there, which a panel must not cover. */
    inset-block-end: calc(var(--_button) + 24px);
    pointer-events: none;
  }
  .over .side {
    pointer-events: auto;
  }
  p2p-prejoin,
  p2p-grid {
    flex: 1;
    min-block-size: 0;
  }
  .prejoin p2p-prejoin {
    overflow: auto;
  }
  .idle p2p-status,
  .joining p2p-status,
  .left p2p-status,
  .failed p2p-status {
    flex: 1;
    overflow: auto;
  }
  /* Over the pictures, so that trouble moves nobody's face. */
  .joined p2p-status,
  .reconnecting p2p-status {
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline: 0;
    max-block-size: 100%;
    overflow: auto;
    pointer-events: none;
  }
  /* Nor over a picture that the keyboard has come to. */
  .main:has(p2p-grid:state(keyed)) p2p-status {
    position: static;
    flex: none;
  }
  p2p-grid {
    margin: var(--_gap) var(--_gap) 0;
  }
  /* Over the pictures, as a sheet, unless there is room beside them. */
  .side {
    position: absolute;
    z-index: 3;
    /* Of whoever is behind it something stays in sight, where the sheet can spare it. */
    inset: clamp(0px, 100cqb - 26rem, 5rem) 0 0;
    display: flex;
  }
  .side > * {
    flex: 1;
    min-inline-size: 0;
    transition:
      translate 0.24s,
      opacity 0.24s;
    @starting-style {
      translate: 0 24px;
      opacity: 0;
    }
  }
  .side > ::part(panel) {
    border-radius: var(--_radius) var(--_radius) 0 0;
    box-shadow: var(--_shadow);
  }
  .main:has(.side) p2p-grid {
    --_covered: hidden;
  }
  @container (width >= 44rem) {
    .main:has(.side) p2p-grid {
      --_covered: visible;
    }
    .side {
      inset: 0 0 0 auto;
      inline-size: 22rem;
      padding: var(--_gap) var(--_gap) 0;
    }
    .side:dir(rtl) {
      inset: 0 auto 0 0;
    }
    .side > ::part(panel) {
      border-radius: var(--_radius);
      box-shadow: none;
    }
    .main:has(.side) p2p-grid {
      margin-inline-end: 22rem;
    }
    .main:has(.side) p2p-status {
      inset-inline-end: 22rem;
    }
  }
  .elsewhere {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 16px;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }
  .elsewhere .icon {
    font-size: 2rem;
  }
  p2p-controls {
    flex: none;
    padding: 12px var(--_gap);
  }
  .compact {
    border-radius: 0;
  }
  .compact p2p-grid {
    --p2p-gap: 8px;
    margin: 8px 8px 0;
  }
  .compact p2p-controls {
    padding: 8px;
  }
  /* Its file is on the way, and the pictures do not move when it comes; or it never comes. */
  p2p-controls:not(:defined) {
    display: flex;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_button);
  }
  p2p-status:not(:defined) {
    display: grid;
    place-items: center;
  }
  p2p-controls:not(:defined) > slot[slot],
  p2p-status:not(:defined) > slot {
    display: none;
  }
  .empty {
    position: absolute;
    z-index: 1;
    inset-block-end: 16px;
    inset-inline: 16px;
    display: grid;
    justify-items: center;
    gap: 2px;
    inline-size: fit-content;
    max-inline-size: calc(100% - 32px);
    margin-inline: auto;
    padding: 12px 20px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    text-align: center;
    text-wrap: balance;
  }
  /* Above the name on the tile. */
  @container (width < 40rem) {
    .empty {
      inset-block-end: 52px;
    }
  }
  .empty p2p-invite-button {
    margin-block-start: 8px;
  }
  .empty span {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  @container (height < 20rem) {
    .empty span {
      display: none;
    }
  }
`;

export const stageStyles: CSSResult[] = [tokens, actionStyles, stage];
