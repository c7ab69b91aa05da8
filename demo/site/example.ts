/**
 * What every example page does beside its example: takes the room from its address (`?room=`), so that tests and people can
 * choose one, and shows its own HTML, cut from the file itself between the two marks.
 */
import { offerCopy } from './copy-button.js';
import { find } from './find.js';

const marks = /<!-- example -->\n(?<example>.*)\n\s*<!-- \/example -->/su;

const room = new URL(location.href).searchParams.get('room')?.trim();
if (room) for (const call of document.querySelectorAll('p2p-call')) call.setAttribute('room', room);

const dialog = find('#source', 'dialog');
const code = find('#source-html', 'code');
find('#show-source', 'button').addEventListener('click', () => {
  dialog.showModal();
  void fill();
});
find('#hide-source', 'button').addEventListener('click', () => dialog.close());
offerCopy(find('#copy-source', 'button'), () => code.textContent);

async function fill(): Promise<void> {
  if (code.textContent) return;
  try {
    const page = await (await fetch(location.pathname)).text();
    code.textContent = withoutMargin(marks.exec(page)?.groups?.['example'] ?? page);
  } catch {
    code.textContent = 'This page could not be read again. Is the server still there?';
  }
}

/** The text without the white space that all its lines begin with. */
function withoutMargin(text: string): string {
  const lines = text.split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/u)));
  return lines.map((line) => line.slice(margin)).join('\n');
}
