import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { CallError } from '../../core/call-error.js';
import { type CallState, initialState } from '../../core/state/call-state.js';
import { isInCall, shownPhase } from '../../core/state/phase.js';
import type { Explanation } from '../../locales/en.js';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement, delegatingFocus } from '../shared/call-element.js';
import { icon, type IconName } from '../shared/icons.js';
import { tokens } from '../shared/tokens.js';
import { announcementsOf, announcementText, explanationOf, isWorthTelling } from './announcements.js';
import { statusStyles } from './p2p-status.styles.js';
import { type Notice, noticesOf } from './notices.js';
import { canJoinAfter, recoveryOf } from './recovery.js';

/** Between two announcements: whoever comes and goes at once is told in one sentence, and speech has time to end. */
const quietMs = 1_500;

/**
 * Where the call stands when there is more to say than pictures do: joining, lost, over, failed, and what to do about it. It
 * holds the one live region of a call, which tells screen readers who comes and goes and what goes wrong.
 *
 * @slot left - shown after leaving
 * @fires p2p-join-request - cancelable; to join again
 * @fires p2p-leave-request - cancelable; to stop joining
 * @fires p2p-mic-request - cancelable; to try the microphone again
 * @fires p2p-camera-request - cancelable; to try the camera again
 * @fires p2p-playback-request - cancelable; to start the sound
 * @csspart status - What the call says of itself.
 * @csspart toast - One message of it.
 * @csspart button - Any button.
 */
export class P2PStatus extends CallElement {
  static override readonly shadowRootOptions: ShadowRootInit = delegatingFocus;
  static override readonly styles: CSSResultGroup = [tokens, actionStyles, statusStyles];

  readonly #call = new CallController(this, (view) => view.state);
  readonly #dismissed = new WeakSet<CallError>();
  #isMuteRead = false;
  #announcement = '';
  #told: CallState | undefined;
  #hasMoved = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#told = undefined;
    this.#hasMoved = true;
  }

  protected override willUpdate(): void {
    if (!this.#call.value?.self.mutedByHost) this.#isMuteRead = false;
    this.#announce();
  }

  protected override firstUpdated(): void {
    // A live region that comes with its words is not read: they follow it.
    this.#rest(0);
  }

  #announce(): void {
    const next = this.#call.value;
    if (!next || !this.hasUpdated || this.#pause !== undefined) return;
    // This element comes in a file of its own: what has happened meanwhile is news, but for what was written.
    const before = this.#hasMoved ? next : { ...initialState, chat: next.chat };
    const news = announcementsOf(this.#told ?? before, next);
    this.#told = next;
    if (news.length === 0) return;
    const text = news.map((one) => announcementText(one, this.words)).join(' ');
    // The same words once more would be no change, and so not be read.
    this.#announcement = text === this.#announcement ? `${text}\u00a0` : text;
    this.#rest(quietMs);
  }

  #rest(ms: number): void {
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.requestUpdate();
    }, ms);
  }

  #dismiss(error: CallError): void {
    this.#dismissed.add(error);
    this.requestUpdate();
  }

  #renderCard(state: CallState): TemplateResult | typeof nothing {
    const { words } = this;
    switch (shownPhase(state.call)) {
      case 'joining': {
        const slow = state.errors.findLast((error) => isWorthTelling(error.code) && !recoveryOf(error));
        const said = slow ? explanationOf(slow.code, words) : { ...words.joining, remedy: '' };
        return this.#card('spinner', said, undefined, this.#renderCancel());
      }
      case 'left': {
        const reason = state.call.leftReason ?? 'left';
        const action = canJoinAfter(reason) ? words.rejoin : undefined;
        return this.#card('leave', words.left[reason], action, html`<slot name="left"></slot>`);
      }
      // Idle with an error is a call that cannot start yet: it has no room.
      case 'idle':
      case 'failed': {
        const error = state.errors.findLast((one) => one.fatal) ?? state.errors.at(-1);
        if (!error) return nothing;
        const action = canJoinAfter(error.code) ? words.retry : undefined;
        return this.#card('alert', explanationOf(error.code, words), action);
      }
      default:
        return nothing;
    }
  }

  #card(sign: IconName, said: Explanation, action?: string, more?: TemplateResult): TemplateResult {
    return html`<div class="card ${sign === 'alert' ? 'failed' : ''}">
      <div class="sign">${icon(sign)}</div>
      <h2 tabindex="-1">${said.title}</h2>
      <p>${said.text}</p>
      ${said.remedy ? html`<p class="remedy">${said.remedy}</p>` : nothing}
      ${action ? this.#action(action, () => this.#call.request('p2p-join-request', {}), 'main-action') : nothing}
      ${more ?? nothing}
    </div>`;
  }

  #renderCancel(): TemplateResult {
    return this.#action(this.words.cancel, () => this.#call.request('p2p-leave-request', {}));
  }

  #action(label: string, press: () => void, rank = ''): TemplateResult {
    return html`<button part="button" class="action ${rank}" @click=${press}>${label}</button>`;
  }

  #renderToasts(state: CallState): TemplateResult | typeof nothing {
    const inCall = isInCall(state.call.phase);
    if (!inCall && shownPhase(state.call) !== 'prejoin') return nothing;
    const { words } = this;
    const errors = state.errors.filter(
      (error, index, all) =>
        // What keeps both devices from working reads the same for each.
        all.findIndex(({ code }) => code === error.code) === index &&
        isWorthTelling(error.code) &&
        !this.#dismissed.has(error) &&
        // In a call the pictures go on without the room server, and it comes back by itself.
        !(inCall && error.code === 'server-unreachable'),
    );
    return html`<div class="toasts">
      ${
        state.call.phase === 'reconnecting'
          ? this.#toast('spinner', words.reconnecting.title, words.reconnecting.text)
          : nothing
      }${
        state.view.playbackBlocked
          ? this.#toast(
              'sound',
              words.playback.title,
              undefined,
              this.#action(words.playback.action, () => this.#call.request('p2p-playback-request', {}), 'main-action'),
            )
          : nothing
      }${state.self.mutedByHost ? this.#renderMuted() : nothing}${noticesOf(state).map((notice) =>
        this.#renderNotice(notice),
      )}${errors.map((error) => this.#renderProblem(error))}
    </div>`;
  }

  /** Shown until the person speaks again, or has read it. */
  #renderMuted(): TemplateResult | typeof nothing {
    const { words } = this;
    if (this.#isMuteRead) return nothing;
    return this.#toast(
      'mic-off',
      words.muted.title,
      words.muted.text,
      html`${this.#action(words.microphone.turnOn, () => this.#call.request('p2p-mic-request', { on: true }))}${this.#close(
        words.muted.title,
        () => {
          this.#isMuteRead = true;
          this.requestUpdate();
        },
      )}`,
    );
  }

  #close(title: string, press: () => void): TemplateResult {
    const label = `${this.words.dismiss}: ${title}`;
    return html`<button part="button" class="close" aria-label=${label} @click=${press}>${icon('close')}</button>`;
  }

  #renderNotice(notice: Notice): TemplateResult {
    const { words } = this;
    const { title, text } = words.notice[notice];
    const actions: Partial<Record<Notice, TemplateResult>> = {
      paused: this.#action(words.retry, () => this.#call.request('p2p-mic-request', { on: true })),
      talking: this.#action(words.microphone.turnOn, () => this.#call.request('p2p-mic-request', { on: true })),
      deafened: this.#action(words.notice.deafened.action, () =>
        this.#call.request('p2p-deafen-request', { on: false }),
      ),
    };
    return this.#toast(notice === 'deafened' ? 'sound' : 'mic-off', title, text, actions[notice]);
  }

  #renderProblem(error: CallError): TemplateResult {
    const { words } = this;
    const said = explanationOf(error.code, words);
    const recovery = recoveryOf(error);
    return this.#toast(
      'alert',
      said.title,
      said.remedy || said.text,
      html`${
        recovery ? this.#action(words.retry, () => this.#call.request(recovery.type, recovery.detail)) : nothing
      }${this.#close(said.title, () => this.#dismiss(error))}`,
    );
  }

  #toast(sign: IconName, title: string, text: string | undefined, doings?: TemplateResult): TemplateResult {
    return html`<div part="toast" class="toast ${sign === 'alert' ? 'problem' : ''}">
      ${icon(sign)}
      <div class="said"><strong>${title}</strong>${text ? html`<p>${text}</p>` : nothing}</div>
      ${doings ? html`<div class="doings">${doings}</div>` : nothing}
    </div>`;
  }

  protected override render(): TemplateResult {
    const state = this.#call.value ?? initialState;
    return html`<div part="status" class="status">${this.#renderToasts(state)}${this.#renderCard(state)}</div>
      <div class="unseen" role="status">${this.#announcement}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-status': P2PStatus;
  }
}
