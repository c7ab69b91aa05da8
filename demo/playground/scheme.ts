import { readStored, writeStored } from '../site/stored.js';

const storageKey = 'playground-scheme';

/** Lets a person choose light or dark for this page; the call follows while its `theme` is `auto`. */
export function followScheme(choices: HTMLFieldSetElement): void {
  const inputs = [...choices.querySelectorAll('input')];
  const apply = (scheme: string): void => {
    document.documentElement.dataset['scheme'] = scheme;
    for (const input of inputs) input.checked = input.value === scheme;
  };
  const kept = readStored(() => localStorage, storageKey) ?? '';
  apply(inputs.some(({ value }) => value === kept) ? kept : '');
  choices.addEventListener('change', ({ target }) => {
    const { value } = target as HTMLInputElement;
    writeStored(() => localStorage, storageKey, value);
    apply(value);
  });
}
