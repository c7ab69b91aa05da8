import { ContextProvider } from '@lit/context';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Hotkeys } from '../../src/components/p2p-call/hotkeys.js';
import { KeepFocus } from '../../src/components/p2p-call/keep-focus.js';
import { renderInterface } from '../../src/components/p2p-call/p2p-call-interface.js';
import { callStyles } from '../../src/components/p2p-call/p2p-call.styles.js';
import { callContext, callView } from '../../src/components/shared/call-context.js';
import { CallController } from '../../src/components/shared/call-controller.js';
import { WordsProvider } from '../../src/components/shared/words.js';
import { FakeCallView } from './fake-call-view.js';

/** An element that holds a call as `p2p-call` does, with the same interface inside, and nothing behind it. */
export class FakeCall extends LitElement {
  static override readonly styles = callStyles;
  @property() layout: 'auto' | 'grid' | 'spotlight' = 'auto';
  @property() controls?: string;
  @property() hotkeys?: string;
  @property({ reflect: true }) theme?: string;
  readonly view = new FakeCallView();
  readonly #words = new WordsProvider(this);
  protected readonly provider = new ContextProvider(this, { context: callContext, initialValue: this.view });
  protected readonly focusKeeper = new KeepFocus(this);
  protected readonly keys = new Hotkeys(
    this,
    () => this.view.state,
    () => ({ on: this.hotkeys !== 'off', controls: this.controls }),
  );
  #unsubscribe: (() => void) | undefined;

  get [callView](): FakeCallView {
    return this.view;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.view.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override render(): TemplateResult {
    return renderInterface(this, this.view.state, this.#words, { layout: this.layout, controls: this.controls });
  }
}

/** Asked only by tests: what an element of a page sees of a call. */
export class FakeWatcher extends LitElement {
  @property({ attribute: 'for' }) htmlFor?: string;
  renderCount = 0;
  readonly call = new CallController(this, ({ state }) => ({ phase: state.call.phase, name: state.self.name }));

  protected override render(): undefined {
    this.renderCount += 1;
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fake-call': FakeCall;
    'fake-watcher': FakeWatcher;
  }
}
