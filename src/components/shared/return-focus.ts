/**
 * Gives the focus back to what opened a popover when it closes with the focus inside; called with its `beforetoggle`. Browsers do
 * so by themselves (HTML, the popover attribute), but Chromium not where the focus is in a shadow tree below the popover.
 */
export function returnFocus(event: Event, opener: HTMLElement | null): void {
  const popover = event.currentTarget as HTMLElement;
  if ((event as ToggleEvent).newState !== 'closed' || !hasFocus(popover)) return;
  popover.addEventListener('toggle', () => opener?.focus(), { once: true });
}

/** Whether the focus is inside of an element of a shadow tree. `:focus-within` is at times not told of trees further below. */
export function hasFocus(element: Element): boolean {
  return element.contains((element.getRootNode() as Document | ShadowRoot).activeElement);
}
