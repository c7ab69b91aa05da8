import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { icon } from '../shared/icons.js';
import { state } from '../shared/property.js';
import { playTestSound } from '../shared/test-sound.js';
import { tokens } from '../shared/tokens.js';
import {
  checkCamera,
  checkConnection,
  checkMicrophone,
  type CheckName,
  checkRelay,
  type CheckResult,
} from './checks.js';
import { checkStyles } from './p2p-check.styles.js';

/** The line of one check: its result, or its progress until then. */
type Line = CheckResult | { readonly grade: 'running' | 'asking'; readonly said: CheckResult['said'] | undefined };

const order: readonly CheckName[] = ['microphone', 'camera', 'speaker', 'server', 'connection', 'relay'];
const signs = { passed: 'check', doubtful: 'alert', failed: 'close', running: 'spinner', asking: 'sound' } as const;

/**
 * Checks what a call needs, one thing after the other, and says in plain words whether each works and what to do if not: the
 * microphone, the camera, the speaker, the room server, and connections of this browser with itself, directly and through the
 * relay that the room server provides. Outside of a call, the element checks the devices, and connections without servers.
 *
 * @fires p2p-check-done - `{ results }`: the grade of each check, `passed`, `doubtful` or `failed`
 * @csspart check - The check of devices and connection.
 * @csspart check-result - The line of one check.
 * @csspart button - Any button.
 */
export class P2PCheck extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, actionStyles, checkStyles];

  @state() private lines: ReadonlyMap<CheckName, Line> = new Map();
  @state() private isRunning = false;

  readonly #call = new CallController(this, (view) => ({
    server: view.state.call.server,
    audioOnly: view.state.call.audioOnly,
    deviceIds: view.state.settings.deviceIds,
    view,
  }));
  /** Ends the check of the speaker: whether the person heard the sound. */
  #resolveHeard: (heard: boolean) => void = () => undefined;

  /** Checks everything. Resolves after the last result; at once if a check is running already. */
  async start(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    this.lines = new Map();
    try {
      for (const name of order) {
        if (!this.isConnected) return;
        if (this.#isNeeded(name)) await this.#run(name);
      }
    } finally {
      this.isRunning = false;
    }
    const results = Object.fromEntries([...this.lines].map(([name, { grade }]) => [name, grade]));
    this.dispatchEvent(new CustomEvent('p2p-check-done', { detail: { results }, bubbles: true, composed: true }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resolveHeard(false);
  }

  readonly #onStart = (): void => void this.start();

  #isNeeded(name: CheckName): boolean {
    if (name === 'camera') return !this.#call.value?.audioOnly;
    return name !== 'server' || this.#call.hasCall;
  }

  async #run(name: CheckName): Promise<void> {
    this.#setLine(name, { grade: 'running', said: undefined });
    this.#setLine(name, await this.#resultOf(name));
  }

  async #resultOf(name: CheckName): Promise<CheckResult> {
    const { deviceIds = {}, server, view } = this.#call.value ?? {};
    switch (name) {
      case 'microphone':
        return checkMicrophone(deviceIds.microphone, () =>
          this.#setLine(name, { grade: 'running', said: 'say-something' }),
        );
      case 'camera':
        return checkCamera(deviceIds.camera);
      case 'speaker':
        return this.#checkSpeaker(deviceIds.speaker);
      case 'server': {
        const isReached = server === 'open' || server === 'welcomed';
        return isReached ? { grade: 'passed', said: 'reached' } : { grade: 'failed', said: 'unreachable' };
      }
      case 'connection':
        return checkConnection(view?.iceServers() ?? []);
      case 'relay':
        return checkRelay(view?.iceServers() ?? []);
    }
  }

  async #checkSpeaker(speakerId: string | undefined): Promise<CheckResult> {
    const heard = new Promise<boolean>((resolve) => (this.#resolveHeard = resolve));
    this.#setLine('speaker', { grade: 'asking', said: 'did-you-hear' });
    // If the sound cannot be played, the question stays: the person answers that nothing was heard.
    await playTestSound(speakerId).catch(() => undefined);
    return (await heard) ? { grade: 'passed', said: 'audible' } : { grade: 'failed', said: 'inaudible' };
  }

  /** The answer removes both buttons, so the focus moves to the button that stays. */
  #onAnswer(heard: boolean): void {
    this.renderRoot.querySelector<HTMLElement>('.check > .action')?.focus();
    this.#resolveHeard(heard);
  }

  #setLine(name: CheckName, line: Line): void {
    this.lines = new Map(this.lines).set(name, line);
  }

  #renderLine(name: CheckName, { grade, said }: Line): TemplateResult {
    const words = this.words.check;
    const isOver = grade === 'passed' || grade === 'doubtful' || grade === 'failed';
    return html`<li part="check-result" class=${grade}>
      <span class="sign">${icon(signs[grade])}</span>
      <div>
        <strong>${words.names[name]}</strong>
        <span class="unseen">${isOver ? words[grade] : nothing}</span>
        <p>${said ? words.said[said] : words.running}</p>
        ${
          grade === 'asking'
            ? html`<p class="answers">
                <button part="button" class="action" @click=${() => this.#onAnswer(true)}>${words.yes}</button>
                <button part="button" class="action" @click=${() => this.#onAnswer(false)}>${words.no}</button>
              </p>`
            : nothing
        }
      </div>
    </li>`;
  }

  protected override render(): TemplateResult {
    const words = this.words.check;
    return html`<section part="check" class="check" aria-labelledby="title">
      <h3 id="title">${words.title}</h3>
      <ol>
        ${[...this.lines].map(([name, line]) => this.#renderLine(name, line))}
      </ol>
      <button part="button" class="action" aria-disabled=${this.isRunning} @click=${this.#onStart}>
        ${this.isRunning ? words.running : this.lines.size > 0 ? words.again : words.start}
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-check': P2PCheck;
  }
  interface HTMLElementEventMap {
    'p2p-check-done': CustomEvent<{ results: Partial<Record<CheckName, CheckResult['grade']>> }>;
  }
}
