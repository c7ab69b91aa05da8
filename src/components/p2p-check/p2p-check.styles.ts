import { css, type CSSResult } from 'lit';

export const checkStyles: CSSResult = css`
  :host {
    display: block;
  }
  .check {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  h3 {
    margin: 0;
    font-size: 1rem;
  }
  ol {
    display: grid;
    gap: 14px;
    inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol:empty {
    display: none;
  }
  li {
    display: flex;
    gap: 12px;
  }
  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_tone, var(--_muted)) 16%, var(--_raised));
    color: var(--_tone, var(--_muted));
    font-size: 12px;
  }
  .passed {
    --_tone: var(--_good);
  }
  .doubtful {
    --_tone: var(--_warning);
  }
  .failed {
    --_tone: var(--_danger-text);
  }
  p {
    margin: 2px 0 0;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .answers {
    display: flex;
    gap: 8px;
    margin-block-start: 8px;
  }
`;
