import { stageElements } from '../p2p-stage/stage-elements.js';
import { define } from '../shared/define.js';
import { watchFor } from './on-demand.js';
import { P2PCall } from './p2p-call.js';

define({ 'p2p-call': P2PCall, ...stageElements });
// Imported where there is no document, too, by a server that renders pages; of several copies the first one is in charge.
if (globalThis.document && customElements.get('p2p-call') === P2PCall) watchFor(document);
