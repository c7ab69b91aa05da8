// The room server, and a way to see from outside whether it has slept: a GET on a room answers with a word that each
// instance draws anew. Bundled by the room server's own tool, not part of what is deployed.
import RoomServer from '../../../party/partykit.js';

export default class WakeCounter extends RoomServer {
  instance = crypto.randomUUID();

  static onBeforeRequest(request) {
    return request;
  }

  onRequest() {
    return new Response(this.instance);
  }
}
