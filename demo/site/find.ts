/** The element of the page that the selector names; its tag says its type. Throws where the page has none. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  selector: string,
  tag: Tag,
  root: ParentNode = document,
): HTMLElementTagNameMap[Tag] {
  const found = root.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}${selector}`);
  if (!found) throw new Error(`The page has no <${tag}> that is ${selector}.`);
  return found;
}

/** A new element with a class and content. Text stays text. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}
