import { stageElements } from '../p2p-stage/stage-elements.js';
import { define } from '../shared/define.js';
import { watchFor } from './on-demand.js';
import { P2PCall } from './p2p-call.js';

define({ 'p2p-call': P2PCall, ...stageElements });
// This module may be imported on a server, where there is no document. If a page loads several copies, the first one does the work.
if (globalThis.document && customElements.get('p2p-call') === P2PCall) watchFor(document);
