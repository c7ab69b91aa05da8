/** The corner button of the shop: puts the call into the dialog when it opens, and takes it out when it closes. */
import { find } from '../site/find.js';

const dialog = find('.support', 'dialog');
const template = dialog.querySelector('template');
const room = new URL(location.href).searchParams.get('room')?.trim();

for (const button of document.querySelectorAll('[data-open-support]')) {
  button.addEventListener('click', () => {
    if (dialog.open || !template) return;
    dialog.append(template.content.cloneNode(true));
    if (room) dialog.querySelector('p2p-call')?.setAttribute('room', room);
    // Not modal: the customer goes on reading the page while talking.
    dialog.show();
  });
}
find('.support-close', 'button').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => dialog.querySelector('p2p-call')?.remove());
// After the call the widget is out of the way again.
document.addEventListener('p2p-left', ({ detail }) => {
  if (detail.reason === 'left') dialog.close();
});
