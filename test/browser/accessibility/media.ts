import { deep } from '../elements/scene.js';

/**
 * Makes the style rules for a media query, such as `(pointer: coarse)`, apply; the returned function ends that. Only rules are
 * affected: the browser itself still behaves as before, for example it does not force colours.
 */
export function pretendMedium(root: Element, medium: string): () => void {
  const undo: (() => void)[] = [];
  for (const sheet of sheetsBelow(root)) {
    for (const rule of mediaRules(sheet.cssRules)) {
      const { mediaText } = rule.media;
      if (!mediaText.includes(medium)) continue;
      rule.media.mediaText = 'all';
      undo.push(() => (rule.media.mediaText = mediaText));
    }
  }
  return () => undo.forEach((one) => one());
}

/** The number of style rules for a media query. */
export function countRulesFor(root: Element, medium: string): number {
  return [...sheetsBelow(root)]
    .flatMap((sheet) => mediaRules(sheet.cssRules))
    .filter(({ media }) => media.mediaText.includes(medium)).length;
}

function sheetsBelow(root: Element): Set<CSSStyleSheet> {
  return new Set([root, ...deep(root)].flatMap(({ shadowRoot }) => shadowRoot?.adoptedStyleSheets ?? []));
}

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule ? [rule] : []),
    ...(rule instanceof CSSGroupingRule ? mediaRules(rule.cssRules) : []),
  ]);
}
