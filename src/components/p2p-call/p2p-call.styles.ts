import { css, type CSSResult } from 'lit';
import { tokens } from '../shared/tokens.js';

const call = css`
  :host {
    display: block;
    position: relative;
    inline-size: 100%;
    /* A height given by the page wins; without one, most of the window, and no more than a low one has. */
    block-size: clamp(min(26rem, 100dvh), 76dvh, 54rem);
    max-inline-size: 100%;
    /* In a grid or a flex box of the page it takes the place that there is. */
    min-inline-size: 0;
  }
  :host(:fullscreen) {
    --_stage-radius: 0;
    block-size: 100%;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

export const callStyles: CSSResult[] = [tokens, call];
