import { css, type CSSResult } from 'lit';

export const peopleStyles: CSSResult = css`
  .panel-body {
    padding-inline: 12px;
  }
  p2p-invite-button {
    display: grid;
    margin: 0 6px 10px;
  }
  .count {
    min-inline-size: 1.75rem;
    padding: 2px 8px;
    border-radius: 99px;
    background: color-mix(in oklab, var(--_muted) 16%, var(--_raised));
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: center;
  }
  .people {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .person {
    border-radius: calc(var(--_radius) * 0.72);
  }
  .person:has([aria-expanded='true']) {
    background: color-mix(in oklab, var(--_muted) 9%, var(--_raised));
  }
  .line {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 56px;
    padding: 4px 2px 4px 6px;
  }
  .line:dir(rtl) {
    padding: 4px 6px 4px 2px;
  }
  .avatar {
    --_hue: 255;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 38px;
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.5 0.12 var(--_hue));
    color: #fff;
    font-size: 0.875rem;
    font-weight: 600;
    transition: box-shadow 0.15s;
  }
  .speaking .avatar {
    box-shadow:
      0 0 0 2px var(--_raised),
      0 0 0 4px var(--_accent);
  }
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid;
    }
    .speaking .avatar {
      border: 5px double Highlight;
    }
  }
  .who {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    /* The name stays beside the avatar, whatever the direction of its script. */
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .below {
    color: var(--_muted);
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  .signs {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .sign {
    display: flex;
    align-items: center;
    gap: 3px;
  }
  .sign-hand {
    padding: 3px 8px 3px 6px;
    border-radius: 99px;
    background: var(--_warning);
    color: var(--_raised);
    font-weight: 650;
  }
  .sign-screen {
    color: var(--_accent);
  }
  .more,
  .no-more {
    flex: none;
    inline-size: 44px;
  }
  .more {
    display: grid;
    place-items: center;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: 0.9375rem;
    cursor: pointer;
  }
  .more:hover,
  .more[aria-expanded='true'] {
    background: color-mix(in oklab, var(--_muted) 16%, transparent);
    color: var(--_text);
  }
  .doings {
    display: grid;
    gap: 2px;
    padding: 0 6px 8px;
  }
  .volume {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    padding-inline: 12px;
    font-size: 0.9375rem;
  }
  .volume input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 24px;
    accent-color: var(--_accent);
  }
  .doing {
    min-block-size: 44px;
    padding: 6px 12px;
    border: 0;
    border-radius: calc(var(--_radius) * 0.6);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375rem;
    text-align: start;
    cursor: pointer;
  }
  .doing:hover {
    background: color-mix(in oklab, var(--_muted) 14%, transparent);
  }
  .doing:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .grave {
    color: var(--_danger-text);
  }
  .question {
    padding: 4px 12px 12px;
  }
  .question p {
    margin: 0 0 10px;
    overflow-wrap: anywhere;
    font-size: 0.9375rem;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .answers .action {
    flex: 1;
    padding-inline: 12px;
    font-size: 0.9375rem;
  }
  .danger {
    border-color: transparent;
    /* White text needs more contrast than a white icon. */
    background: color-mix(in oklab, var(--_danger) 88%, #000);
    color: #fff;
  }
  .for-all {
    display: grid;
    gap: 2px;
    padding: 8px 18px;
    border-block-start: 1px solid var(--_border);
  }
  .for-all .question {
    padding: 8px 0;
  }
`;
