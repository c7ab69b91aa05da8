import { css, type CSSResult } from 'lit';

export const settingsStyles: CSSResult = css`
  .panel-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    align-content: start;
  }
  section {
    display: grid;
    gap: 4px;
  }
  h3 {
    margin: 0 0 8px;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 44px;
    padding-block: 5px;
    box-sizing: border-box;
    font-size: 0.9375rem;
    cursor: pointer;
  }
  .choice:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }
  small {
    display: block;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  input {
    --_knob: 18px;
    position: relative;
    flex: none;
    inline-size: 42px;
    block-size: 24px;
    margin: 0;
    border: 1px solid color-mix(in oklab, var(--_text) 45%, var(--_raised));
    border-radius: 99px;
    background: color-mix(in oklab, var(--_muted) 24%, var(--_raised));
    appearance: none;
    cursor: inherit;
    transition: background-color 0.15s;
  }
  input::before {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: var(--_knob);
    block-size: var(--_knob);
    border-radius: 50%;
    background: var(--_text);
    transition: translate 0.15s;
  }
  input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input:checked::before {
    background: var(--_on-accent);
    translate: var(--_knob);
  }
  input:checked:dir(rtl)::before {
    translate: calc(var(--_knob) * -1);
  }
  input:disabled {
    opacity: 0.5;
  }
  @media (forced-colors: active) {
    input::before {
      background: ButtonText;
      forced-color-adjust: none;
    }
    input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
