/** Nobody enters the consultation without consent: `p2p-before-join` can be prevented. */
import { find } from '../site/find.js';

const consent = find('#consent', 'input');
const hint = find('#consent-missing', 'strong');

function mark(isMissing: boolean): void {
  hint.hidden = !isMissing;
  consent.setAttribute('aria-invalid', `${isMissing}`);
}

document.addEventListener('p2p-before-join', (event) => {
  if (consent.checked) return;
  event.preventDefault();
  mark(true);
  consent.focus();
});
consent.addEventListener('change', () => mark(false));
