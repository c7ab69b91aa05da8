import { ContextProvider } from '@lit/context';
import { gridStyles } from '../p2p-grid/p2p-grid.styles.js';
import { callContext, type CallView } from '../shared/call-context.js';
import { tokens } from '../shared/tokens.js';
import { type Wording, wordsContext } from '../shared/words.js';
import { forwardRequests } from './answer-requests.js';

/** W3C Document Picture-in-Picture, section 3; TypeScript has it not yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** CSS pixels; people make it larger or smaller. */
const size = { width: 420, height: 480 };

const pageStyles = `
  html, body { block-size: 100%; margin: 0; }
  body { background: var(--p2p-color-surface, light-dark(#f3f5f8, #0f1218)); font-size: 1rem; }
`;

/**
 * Opens a window over all others with the tiles and the controls of a call. They are further elements of the same call, made by
 * this page, so that they hear of everything as those on the page do; what they ask goes to `call`.
 */
export async function openCallWindow(
  call: HTMLElement,
  view: CallView,
  wording: Wording,
  closed: () => void,
): Promise<() => void> {
  const { documentPictureInPicture } = window as unknown as { documentPictureInPicture: DocumentPictureInPicture };
  const pip = await documentPictureInPicture.requestWindow(size);
  const { document: page } = pip;
  page.title = document.title;
  dress(page, pip as Window & typeof globalThis);
  takeLooks(page.documentElement, call);
  page.documentElement.lang = wording.words.lang;
  page.documentElement.dir = getComputedStyle(call).direction;
  new ContextProvider(page.body, { context: callContext, initialValue: view });
  new ContextProvider(page.body, { context: wordsContext, initialValue: wording });
  forwardRequests(page.body, call);
  const stage = document.createElement('p2p-stage');
  stage.compact = true;
  // Panels open in the page, out of sight from here.
  stage.hotkeys = 'off';
  page.body.append(stage);
  pip.addEventListener(
    'pagehide',
    () => {
      // Its elements no longer listen.
      stage.remove();
      closed();
    },
    { once: true },
  );
  return () => pip.close();
}

function dress(page: Document, { CSSStyleSheet: Sheet }: typeof globalThis): void {
  const sheet = new Sheet();
  sheet.replaceSync(pageStyles);
  page.adoptedStyleSheets = [sheet];
}

/** The properties by which a page styles what the window shows, as the style sheets ask for them. */
const properties = new Set(
  [tokens, gridStyles].flatMap(({ cssText }) => cssText.match(/(?<=var\()--p2p-[\w-]+/gu) ?? []),
);

/** What the page has set for the call holds in the window as well: light or dark, and every property. */
function takeLooks({ style }: HTMLElement, call: HTMLElement): void {
  const looks = getComputedStyle(call);
  style.colorScheme = looks.colorScheme === 'normal' ? 'light' : looks.colorScheme;
  for (const name of properties) {
    const value = looks.getPropertyValue(name);
    if (value) style.setProperty(name, value);
  }
}
