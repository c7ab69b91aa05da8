/**
 * Registers elements in the given order, so that a parent stands before its children ask for it. A tag that is taken already,
 * by this package or by the page, stays as it is: loading the script twice does no harm.
 */
export function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
