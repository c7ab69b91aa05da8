import { adoptStyles, type CSSResultOrNative } from 'lit';

/** The style sheets of other documents: a constructed style sheet belongs to one document only (CSSOM section 6.5). */
const sheetsOf = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/** Gives a shadow tree its styles in any document; Lit itself only supports the document that loaded the script. */
export function adoptStylesIn(page: Document, root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  if (page === document) adoptStyles(root, [...styles]);
  else root.adoptedStyleSheets = styles.map((style) => sheetIn(page, style));
}

function sheetIn(page: Document, style: CSSResultOrNative): CSSStyleSheet {
  const known = sheetsOf.get(page) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  sheetsOf.set(page, known);
  const { CSSStyleSheet: Sheet } = page.defaultView as Window & typeof globalThis;
  const sheet = known.get(style) ?? new Sheet();
  if (!known.has(style)) sheet.replaceSync(textOf(style));
  known.set(style, sheet);
  return sheet;
}

function textOf(style: CSSResultOrNative): string {
  return 'cssText' in style ? style.cssText : [...style.cssRules].map(({ cssText }) => cssText).join('\n');
}
