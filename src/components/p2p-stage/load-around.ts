import { lazy } from '../shared/lazy.js';

/** Loads what is around the tiles: the toolbar, the status, the invitation and the keys. */
export const loadAround = lazy('controls', () => import('./around.js'));
