import { type Dictionary, en } from '../../locales/en.js';
import { followWords, loadDictionary, matchLanguage } from '../../locales/load-dictionary.js';
import { lazy } from './lazy.js';

/** The words in the language of an element's place: of its own `lang`, or of the closest around it. Follows changes. */
export class Language {
  words: Dictionary = en;
  /** The direction of the interface: the closest `dir`, or the direction of the language if a `lang` is closer. */
  dir: 'ltr' | 'rtl' = 'ltr';
  readonly #element: HTMLElement;
  readonly #changed: () => void;
  #observer: MutationObserver | undefined;
  #unfollowWords: (() => void) | undefined;
  #wanted = 'en';

  /** `changed` is called after each change of the words or the direction. */
  constructor(element: HTMLElement, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  follow(): void {
    this.#observer?.disconnect();
    this.#observer = new MutationObserver(() => void this.#refresh());
    const options = { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] };
    for (let root: Node | undefined = this.#element.getRootNode(); root; root = hostOf(root)?.getRootNode()) {
      this.#observer.observe(root, options);
    }
    this.#unfollowWords ??= followWords(this.#refresh);
    void this.#refresh();
  }

  unfollow(): void {
    this.#unfollowWords?.();
    this.#unfollowWords = undefined;
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  readonly #refresh = async (): Promise<void> => {
    const wanted = matchLanguage(closest(this.#element, '[lang]')?.getAttribute('lang') ?? '');
    this.#wanted = wanted;
    const loaded = loadDictionary(wanted);
    if (!('then' in loaded)) return this.#apply(loaded);
    // If the file cannot be loaded, the present words stay.
    const words = await lazy(wanted, async () => loaded)(this.#element);
    if (words && this.#observer && this.#wanted === wanted) this.#apply(words);
  };

  #apply(words: Dictionary): void {
    const dir = closest(this.#element, '[lang], [dir]')?.getAttribute('dir');
    const next = dir === 'ltr' || dir === 'rtl' ? dir : words.dir;
    if (words === this.words && next === this.dir) return;
    this.words = words;
    this.dir = next;
    this.#changed();
  }
}

/** The closest element that matches, the element itself included, through the hosts of shadow trees. */
function closest(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found) return found;
  const host = hostOf(element.getRootNode());
  return host && closest(host, selector);
}

function hostOf(root: Node): Element | undefined {
  return root instanceof ShadowRoot ? root.host : undefined;
}
