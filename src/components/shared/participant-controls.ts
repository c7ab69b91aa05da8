import { html, nothing, type TemplateResult } from 'lit';
import { type TileSource, tileKey } from '../../core/tile-key.js';
import type { CallController } from './call-controller.js';

type Call = Pick<CallController<unknown>, 'request'>;

/** A slider for the volume of a participant. `label` is its accessible name if nothing around it names it. */
export function renderVolume(call: Call, id: string, volume: number, label?: string): TemplateResult {
  const percent = Math.round(volume * 100);
  const onInput = ({ currentTarget }: Event): void => {
    call.request('p2p-volume-request', { id, volume: (currentTarget as HTMLInputElement).valueAsNumber / 100 });
  };
  return html`<input
    part="field"
    type="range"
    min="0"
    max="100"
    step="5"
    aria-label=${label ?? nothing}
    aria-valuetext="${percent} %"
    .value=${`${percent}`}
    @input=${onInput}
  />`;
}

/** Pins a tile, or unpins it. */
export interface PinAction {
  readonly isPinned: boolean;
  readonly label: string;
  readonly press: () => void;
}

export function pinAction(
  call: Call,
  words: { readonly pin: string; readonly unpin: string },
  pins: readonly string[],
  id: string,
  source?: TileSource,
): PinAction {
  const isPinned = pins.includes(tileKey(id, source));
  return {
    isPinned,
    label: isPinned ? words.unpin : words.pin,
    press: () => void call.request('p2p-pin-request', { id, ...(source && { source }), on: !isPinned }),
  };
}
