import { find } from './find.js';

/** How long the button says that it worked, milliseconds: long enough to be seen, gone before the next wish. */
const saidMs = 1_800;

/** Makes a button copy a text. It says so itself, and to screen readers what its `data-said` says. */
export function offerCopy(button: HTMLButtonElement, text: () => string): void {
  const label = button.textContent;
  let timer = 0;
  button.addEventListener('click', () => {
    void copy(text()).then((copied) => {
      const said = copied ? 'Copied' : 'Copying failed';
      button.textContent = said;
      find('#said', 'div').textContent = copied ? (button.dataset['said'] ?? said) : said;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        button.textContent = label;
        find('#said', 'div').textContent = '';
      }, saidMs);
    });
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Pages without https have no clipboard but this one. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
