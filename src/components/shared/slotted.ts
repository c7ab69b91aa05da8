/** The nodes that the page has put into a slot of `host` (by default the one without a name), also through slots that pass them on. */
export function slotted(host: Element, name = ''): Node[] {
  return [...host.childNodes]
    .filter((node) => (node instanceof Element ? node.slot : '') === name)
    .flatMap((node) => (node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : [node]));
}
