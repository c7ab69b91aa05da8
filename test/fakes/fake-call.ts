import { ContextProvider } from '@lit/context';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { callStyles } from '../../src/components/p2p-call/p2p-call.styles.js';
import { renderStage } from '../../src/components/p2p-call/render-stage.js';
import { callContext, callView } from '../../src/components/shared/call-context.js';
import { CallController } from '../../src/components/shared/call-controller.js';
import { WordsProvider } from '../../src/components/shared/words.js';
import { FakeCallView } from './fake-call-view.js';

/** An element that holds a call as `p2p-call` does, with the same interface inside, and nothing behind it. */
export class FakeCall extends LitElement {
  static override readonly styles = callStyles;
  @property() layout: 'auto' | 'grid' | 'spotlight' = 'auto';
  @property() controls?: string;
  @property() hotkeys: 'on' | 'off' = 'on';
  @property({ reflect: true }) theme?: string;
  readonly view = new FakeCallView();
  protected readonly words = new WordsProvider(this);
  protected readonly provider = new ContextProvider(this, { context: callContext, initialValue: this.view });

  get [callView](): FakeCallView {
    return this.view;
  }

  protected override render(): TemplateResult {
    return renderStage(this);
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
