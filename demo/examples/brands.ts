/** Dresses the call in one of five brands: a class on the call, and the brand's style sheet does the rest. */
import { find } from '../site/find.js';

const call = document.querySelector('p2p-call');
const sheet = find('.brand-css', 'pre').querySelector('code');
const inputs = [...document.querySelectorAll<HTMLInputElement>('input[name="brand"]')];
const names = inputs.map(({ value }) => value);

async function dress(name: string): Promise<void> {
  if (!names.includes(name)) return;
  call?.classList.remove(...names);
  call?.classList.add(name);
  for (const input of inputs) input.checked = input.value === name;
  const answer = await fetch(`/brands/${name}.css`).catch(() => undefined);
  if (sheet && call?.classList.contains(name)) sheet.textContent = (await answer?.text()) ?? '';
}

for (const input of inputs) {
  input.addEventListener('change', () => {
    history.replaceState(null, '', `#${input.value}`);
    void dress(input.value);
  });
}
const fromAddress = (): string => location.hash.slice(1);
addEventListener('hashchange', () => void dress(fromAddress()));
void dress(names.includes(fromAddress()) ? fromAddress() : 'harbor');
