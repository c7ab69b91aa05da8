import { ContextProvider } from '@lit/context';
import { type CSSResult, html, render } from 'lit';
import type { Dictionary } from '../../locales/en.js';
import { callContext, type CallView } from '../shared/call-context.js';
import type { RequestType } from '../shared/requests.js';
import { wordsContext } from '../shared/words.js';

/** W3C Document Picture-in-Picture, section 3; TypeScript has it not yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** CSS pixels; people make it larger or smaller. */
const size = { width: 420, height: 480 };

/** What a page may have set on the call, and the window is to have as well. */
const looks = [
  'font',
  'color-text',
  'color-muted',
  'color-surface',
  'color-raised',
  'color-border',
  'color-accent',
  'color-on-accent',
  'color-danger',
  'color-good',
  'color-warning',
  'radius',
  'gap',
  'button-size',
  'tile-ratio',
].map((name) => `--p2p-${name}`);

const requests: readonly RequestType[] = [
  'p2p-leave-request',
  'p2p-mic-request',
  'p2p-camera-request',
  'p2p-screen-request',
  'p2p-hand-request',
  'p2p-reaction-request',
  'p2p-pip-request',
  'p2p-pin-request',
  'p2p-volume-request',
  'p2p-self-view-request',
  'p2p-mirror-request',
];

const windowStyles = `
  html, body { block-size: 100%; margin: 0; }
  body { background: var(--p2p-color-surface, light-dark(#f3f5f8, #0f1218)); font-size: 1rem; }
  .call { display: flex; flex-direction: column; block-size: 100%; overflow: clip; }
  p2p-grid { flex: 1; min-block-size: 0; margin: 8px 8px 0; --p2p-gap: 8px; }
  p2p-controls { flex: none; padding: 8px; }
`;

/**
 * Opens a window over all others with the tiles and the controls of a call. They are further elements of the same call, made by
 * this page, so that they hear of everything as those on the page do; what they ask goes to `call`.
 */
export async function openCallWindow(
  call: HTMLElement,
  view: CallView,
  words: Dictionary,
  closed: () => void,
): Promise<() => void> {
  const { documentPictureInPicture } = window as unknown as { documentPictureInPicture: DocumentPictureInPicture };
  const pip = await documentPictureInPicture.requestWindow(size);
  letTravel();
  const page = pip.document;
  const stage = document.createElement('div');
  stage.className = 'call';
  page.title = document.title;
  page.adoptedStyleSheets = [sheetFor(page, windowStyles)];
  page.documentElement.lang = words.lang;
  page.documentElement.dir = getComputedStyle(call).direction;
  const { colorScheme } = getComputedStyle(call);
  page.documentElement.style.colorScheme = colorScheme === 'normal' ? 'light' : colorScheme;
  for (const name of looks) {
    const value = getComputedStyle(call).getPropertyValue(name);
    if (value) page.documentElement.style.setProperty(name, value);
  }
  new ContextProvider(stage, { context: callContext, initialValue: view });
  new ContextProvider(stage, { context: wordsContext, initialValue: words });
  for (const type of requests) {
    stage.addEventListener(type, (event) => {
      const { detail } = event as CustomEvent<unknown>;
      const copy = new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true });
      if (!call.dispatchEvent(copy)) event.preventDefault();
    });
  }
  page.body.append(stage);
  render(html`<p2p-grid></p2p-grid><p2p-controls controls="mic camera screen hand pip leave"></p2p-controls>`, stage);
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

/** Style sheets belong to one document (CSSOM section 6.5): the window has its own, one for each text. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

function sheetFor(page: Document, text: string): CSSStyleSheet {
  const known = sheets.get(page) ?? new Map<string, CSSStyleSheet>();
  sheets.set(page, known);
  const { CSSStyleSheet: Sheet } = page.defaultView as Window & typeof globalThis;
  const sheet = known.get(text) ?? new Sheet();
  if (!known.has(text)) sheet.replaceSync(text);
  known.set(text, sheet);
  return sheet;
}

interface Styled {
  readonly elementStyles: readonly CSSResult[];
  readonly shadowRootOptions: ShadowRootInit;
}

const travelling = new Set<CustomElementConstructor>();

/** The elements of ours that the window shows, also those whose files come later. */
const tags = [
  'p2p-grid',
  'p2p-video-tile',
  'p2p-controls',
  'p2p-mic-button',
  'p2p-camera-button',
  'p2p-screen-button',
  'p2p-hand-button',
  'p2p-reactions',
  'p2p-pip-button',
  'p2p-leave-button',
  'p2p-tile-menu',
  'p2p-link-detail',
];

/** Has the elements of this page dress for the document that they are in; Lit knows the sheets of one document only. */
function letTravel(): void {
  for (const tag of tags) {
    const known = customElements.get(tag);
    if (known) dressAbroad(known);
    else void customElements.whenDefined(tag).then(dressAbroad);
  }
}

function dressAbroad(element: CustomElementConstructor): void {
  if (travelling.has(element)) return;
  travelling.add(element);
  const { elementStyles, shadowRootOptions } = element as unknown as Styled;
  const prototype = element.prototype as { createRenderRoot(): Element | ShadowRoot };
  const atHome = prototype.createRenderRoot;
  prototype.createRenderRoot = function (this: HTMLElement): Element | ShadowRoot {
    if (this.ownerDocument === document) return atHome.call(this);
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    root.adoptedStyleSheets = elementStyles.map(({ cssText }) => sheetFor(this.ownerDocument, cssText));
    return root;
  };
}
