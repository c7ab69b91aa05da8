import { setMaxListeners } from 'node:events';

// One signal ends everything of a session: that so many listen to it is no leak, which is what Node takes it for.
setMaxListeners(64);
