import { ContextProvider } from '@lit/context';
import { gridStyles } from '../p2p-grid/p2p-grid.styles.js';
import { callContext, type CallView } from '../shared/call-context.js';
import { tokens } from '../shared/tokens.js';
import { type Wording, wordsContext } from '../shared/words.js';
import { forwardRequests } from './answer-requests.js';

/** W3C Document Picture-in-Picture section 3; TypeScript does not declare it yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** The first size of the window, in CSS pixels; people can change it. */
const size = { width: 420, height: 480 };

const pageStyles = `
  html, body { block-size: 100%; margin: 0; }
  body { background: var(--p2p-color-surface, light-dark(#f3f5f8, #0f1218)); font-size: 1rem; }
`;

/**
 * Opens a picture-in-picture window with the tiles and the controls of a call. They are elements of this page's script with the
 * same view of the call; their requests are passed on to `call`.
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
      // Removes the elements, so that they stop listening.
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

/** The CSS custom properties with which a page can style the content of the window, as the style sheets use them. */
const properties = new Set(
  [tokens, gridStyles].flatMap(({ cssText }) => cssText.match(/(?<=var\()--p2p-[\w-]+/gu) ?? []),
);

/** Copies the colour scheme and the CSS custom properties of the call to the window. */
function takeLooks({ style }: HTMLElement, call: HTMLElement): void {
  const looks = getComputedStyle(call);
  style.colorScheme = looks.colorScheme === 'normal' ? 'light' : looks.colorScheme;
  for (const name of properties) {
    const value = looks.getPropertyValue(name);
    if (value) style.setProperty(name, value);
  }
}
