// Puts the parts of the page together. The page knows of the call only what any page can: its tag, attributes, properties,
// methods and events.
import { AttributeForm } from './attribute-form.js';
import { offerCopy } from './copy-button.js';
import { EventLog, logEvents } from './event-log.js';
import { find } from './find.js';
import { showMethods } from './methods.js';
import { highlightHtml, htmlOf } from './page-html.js';
import { showProperties } from './properties.js';
import { addressOf, isLocal, randomRoom, roomOf } from './room.js';
import { followScheme } from './scheme.js';

const call = find('#call', 'p2p-call');
const link = find('#invite-link', 'input');
const html = find('#html', 'code');
const form = new AttributeForm(find('#attributes', 'form'), show);

form.restore();
form.set('room', roomOf(location.href));
show();

/** Whatever the form says, said everywhere. The call may or may not have started: an attribute counts at any time. */
function show(): void {
  const attributes = form.attributes();
  for (const [name, value] of attributes) {
    if (value === undefined) call.removeAttribute(name);
    else if (call.getAttribute(name) !== value) call.setAttribute(name, value);
  }
  const address = addressOf(location.href, attributes.get('room'));
  if (address !== location.href) history.replaceState(null, '', address);
  link.value = address;
  find('#open-link', 'a').href = address;
  html.replaceChildren(...highlightHtml(htmlOf(new URL('/p2p-call.js', location.href).href, attributes)));
  form.keep();
}

function enter(room: string): void {
  form.set('room', room);
  show();
}

find('#new-room', 'button').addEventListener('click', () => {
  history.pushState(null, '', location.href);
  enter(randomRoom(Math.random));
});
addEventListener('popstate', () => enter(roomOf(location.href)));
link.addEventListener('focus', () => link.select());
find('#local-hint', 'p').hidden = !isLocal(location.hostname);

// The name that was typed on the pre-join screen.
call.addEventListener('p2p-joined', () => {
  form.set('name', call.name);
  show();
});

offerCopy(find('#copy-link', 'button'), () => link.value);
offerCopy(find('#copy-html', 'button'), () => html.textContent);

const log = new EventLog(find('#events', 'ol'), find('#no-events', 'p'));
find('#clear-events', 'button').addEventListener('click', () => log.clear());
logEvents(call, log);
showMethods(call, log);
showProperties(call);
followScheme(find('#scheme', 'fieldset'));
