/** Nobody enters the consultation without consent: `p2p-before-join` can be prevented. */
import { find } from '../site/find.js';

const consent = find('#consent', 'input');
const label = consent.closest('label');

document.addEventListener('p2p-before-join', (event) => {
  if (consent.checked) return;
  event.preventDefault();
  label?.classList.add('missing');
  consent.focus();
});
consent.addEventListener('change', () => label?.classList.remove('missing'));
