import { setMaxListeners } from 'node:events';

// One signal ends everything of a session. Node warns about its many listeners as a leak, which they are not.
setMaxListeners(64);
