/**
 * Call with the `beforetoggle` event of a popover: if the popover closes with the focus inside, the focus returns to `opener`.
 * Browsers do so by themselves (HTML, the popover attribute), except Chromium if the focus is in a shadow tree below the popover.
 */
export function returnFocus(event: Event, opener: HTMLElement | null): void {
  const popover = event.currentTarget as HTMLElement;
  if ((event as ToggleEvent).newState !== 'closed' || !hasFocus(popover)) return;
  popover.addEventListener('toggle', () => opener?.focus(), { once: true });
}

/** Whether the focus is inside an element of a shadow tree. `:focus-within` sometimes misses shadow trees further below. */
export function hasFocus(element: Element): boolean {
  return element.contains((element.getRootNode() as Document | ShadowRoot).activeElement);
}
