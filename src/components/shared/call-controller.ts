import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type CallHolder, type CallView, callContext, callView, isCallHolder } from './call-context.js';
import { ContextLink } from './context-link.js';
import { type RequestDetails, type RequestType, request } from './requests.js';

/** An element that shows something of a call: of the call around the element, or of the call that it names with `for`. */
export type CallWatcher = ReactiveControllerHost & HTMLElement & { htmlFor?: string };

/**
 * Connects an element to its call. The element updates only when the selected value changes; its requests go up to the call.
 * Without a call, the value is undefined, and nothing answers a request.
 */
export class CallController<T> implements ReactiveController {
  readonly #host: CallWatcher;
  readonly #select: (view: CallView) => T;
  readonly #link: ContextLink<CallView>;
  #view: CallView | undefined;
  #unsubscribe: (() => void) | undefined;
  #followedId: string | undefined;
  #holder: CallHolder | undefined;
  #observer: MutationObserver | undefined;
  #shown: T | undefined;

  /** `select` may also read properties of the host. If it creates arrays or plain objects, they are compared by their members. */
  constructor(host: CallWatcher, select: (view: CallView) => T) {
    this.#host = host;
    this.#select = select;
    this.#link = new ContextLink(host, callContext, (view) => this.#attach(view));
    host.addController(this);
  }

  /** The present value that `select` gives; undefined without a call. */
  get value(): T | undefined {
    return this.#view && this.#select(this.#view);
  }

  get hasCall(): boolean {
    return this.#view !== undefined;
  }

  /** Where what is said to the call is dispatched. */
  get target(): EventTarget {
    return this.#holder ?? this.#host;
  }

  /** Asks the call for something; true unless a listener on the way prevented it. */
  request<R extends RequestType>(type: R, detail: RequestDetails[R]): boolean {
    return request(this.target, type, detail);
  }

  hostConnected(): void {
    this.#open();
  }

  hostUpdate(): void {
    if (this.#host.isConnected && (this.#host.htmlFor || undefined) !== this.#followedId) {
      this.#close();
      this.#open();
    }
    this.#shown = this.value;
  }

  hostDisconnected(): void {
    this.#close();
  }

  #open(): void {
    this.#followedId = this.#host.htmlFor || undefined;
    if (this.#followedId === undefined) {
      this.#link.open();
      return;
    }
    this.#observer = new MutationObserver(this.#find);
    for (const root of rootsAround(this.#host)) {
      this.#observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['id'] });
    }
    this.#find();
  }

  #close(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#holder = undefined;
    this.#link.close();
    this.#attach(undefined);
  }

  readonly #find = (): void => {
    const id = this.#followedId;
    if (id === undefined) return;
    const element = rootsAround(this.#host)
      .map((root) => root.getElementById(id))
      .find(Boolean);
    this.#holder = isCallHolder(element) ? element : undefined;
    this.#attach(this.#holder?.[callView]);
    if (element && !this.#holder && element.localName.includes('-') && !customElements.get(element.localName)) {
      void customElements.whenDefined(element.localName).then(this.#find);
    }
  };

  #attach(view: CallView | undefined): void {
    if (view === this.#view) return;
    this.#unsubscribe?.();
    this.#view = view;
    this.#unsubscribe = view?.subscribe(this.#changed);
    // Elements also show whether there is a call at all, whatever they select.
    this.#host.requestUpdate();
  }

  readonly #changed = (): void => {
    if (!same(this.value, this.#shown)) this.#host.requestUpdate();
  };
}

/** The trees around an element, the innermost first: an element in a shadow tree may name a call outside of that tree. */
function rootsAround(element: Element): (Document | ShadowRoot)[] {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return [root, ...rootsAround(root.host)];
  return root instanceof Document ? [root] : [];
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
