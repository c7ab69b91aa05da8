// Puts the parts of the page together. The page knows of the call only what any page can: its tag, attributes, properties,
// methods and events.
import { AttributeForm } from './attribute-form.js';
import { attributesOf, keepAttributes, keptAttributes, onAttributeChange, setAttributes } from './call-attributes.js';
import { offerCopy } from '../site/copy-button.js';
import { EventLog, logEvents } from './event-log.js';
import { find } from '../site/find.js';
import { showMethods } from './methods.js';
import { highlightHtml, htmlOf } from './page-html.js';
import { showProperties } from './properties.js';
import { addressOf, isLocal, randomRoom, roomOf } from './room.js';
import { followScheme } from './scheme.js';

const call = find('#call', 'p2p-call');
const link = find('#invite-link', 'input');
const html = find('#html', 'code');
const form = new AttributeForm(find('#attributes', 'form'), (attributes) => setAttributes(call, attributes));

setAttributes(call, keptAttributes());
call.setAttribute('room', roomOf(location.href));
show([...form.names]);
onAttributeChange(call, show);

/** Whatever the element's attributes say, said everywhere, whoever changed them. A call takes them at any time. */
function show(changed: readonly string[]): void {
  const attributes = attributesOf(call);
  for (const name of changed) form.set(name, attributes.get(name));
  const address = addressOf(location.href, attributes.get('room'));
  if (address !== location.href) history.replaceState(null, '', address);
  link.value = address;
  find('#open-link', 'a').href = address;
  html.replaceChildren(...highlightHtml(htmlOf(new URL('/p2p-call.js', location.href).href, attributes)));
  keepAttributes(attributes);
}

find('#new-room', 'button').addEventListener('click', () => {
  history.pushState(null, '', location.href);
  call.setAttribute('room', randomRoom(Math.random));
});
addEventListener('popstate', () => call.setAttribute('room', roomOf(location.href)));
link.addEventListener('focus', () => link.select());
find('#local-hint', 'p').hidden = !isLocal(location.hostname);

// The name that was typed on the pre-join screen.
call.addEventListener('p2p-joined', () => setAttributes(call, new Map([['name', call.name || undefined]])));

offerCopy(find('#copy-link', 'button'), () => link.value);
offerCopy(find('#copy-html', 'button'), () => html.textContent);

const log = new EventLog(find('#events', 'ol'), find('#no-events', 'p'));
find('#clear-events', 'button').addEventListener('click', () => log.clear());
logEvents(call, log);
showMethods(call, log);
showProperties(call);
followScheme(find('#scheme', 'fieldset'));
