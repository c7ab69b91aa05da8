import type { CallState } from './state/call-state.js';
import { selectParticipants } from './participant.js';

/** What a tile shows of a participant. */
export type TileSource = 'camera' | 'screen';

/** Names one tile: a participant's id for the camera, `id/screen` for the screen. Ids have no slash. */
export function tileKey(id: string, source: TileSource = 'camera'): string {
  return source === 'screen' ? `${id}/screen` : id;
}

/** The participant and the source that a key names. */
export function tileOf(key: string): { readonly id: string; readonly source: TileSource } {
  // A page's request may name anything as a pin.
  const [id = '', screen] = String(key).split('/');
  return { id, source: screen ? 'screen' : 'camera' };
}

/** The keys of all tiles: the cameras of all participants, the self first, then the shared screens. */
export function selectTileKeys(state: CallState): readonly string[] {
  const participants = selectParticipants(state);
  const screens = participants.filter(({ screen }) => screen === 'on').map(({ id }) => tileKey(id, 'screen'));
  return [...participants.map(({ id }) => id), ...screens];
}
