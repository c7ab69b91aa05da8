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
import { announcementsOf, announcementText, explanationOf, concernsPeople } from './announcements.js';
import { statusStyles } from './p2p-status.styles.js';
import { type Notice, noticesOf } from './notices.js';
import { canJoinAfter, recoveryOf } from './recovery.js';

/** The pause between two announcements: speech has time to end, and people who come together are announced in one sentence. */
const announcementPauseMs = 1_500;

/**
 * The state of the call, where tiles do not show it: joining, reconnecting, over, failed, and what to do about it. The element
 * has the only live region of a call, which announces to screen readers who comes and goes and what goes wrong.
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
  #isMuteDismissed = false;
  #announcement = '';
  #announcedState: CallState | undefined;
  #wasRemoved = false;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = undefined;
    this.#announcedState = undefined;
    this.#wasRemoved = true;
  }

  protected override willUpdate(): void {
    if (!this.#call.value?.self.mutedByHost) this.#isMuteDismissed = false;
    this.#announce();
  }

  protected override firstUpdated(): void {
    // Screen readers do not read a live region that is inserted together with its text, so the text follows later.
    this.#pauseAnnouncing(0);
  }

  #announce(): void {
    const next = this.#call.value;
    if (!next || !this.hasUpdated || this.#pauseTimer !== undefined) return;
    // This element is loaded after the call has begun. What happened until then is news, except for the messages. If the
    // element was only moved in the page, nothing is news.
    const before = this.#wasRemoved ? next : { ...initialState, chat: next.chat };
    const news = announcementsOf(this.#announcedState ?? before, next);
    this.#announcedState = next;
    if (news.length === 0) return;
    const text = news.map((one) => announcementText(one, this.words)).join(' ');
    // Screen readers read changes only, so the same text again needs a difference.
    this.#announcement = text === this.#announcement ? `${text}\u00a0` : text;
    this.#pauseAnnouncing(announcementPauseMs);
  }

  #pauseAnnouncing(durationMs: number): void {
    this.#pauseTimer = setTimeout(() => {
      this.#pauseTimer = undefined;
      this.requestUpdate();
    }, durationMs);
  }

  #dismiss(error: CallError): void {
    this.#dismissed.add(error);
    this.requestUpdate();
  }

  #renderStateCard(state: CallState): TemplateResult | typeof nothing {
    const { words } = this;
    switch (shownPhase(state.call)) {
      case 'joining': {
        const slow = state.errors.findLast((error) => concernsPeople(error.code) && !recoveryOf(error));
        const explanation = slow ? explanationOf(slow.code, words) : { ...words.joining, remedy: '' };
        return this.#renderCard('spinner', explanation, undefined, this.#renderCancel());
      }
      case 'left': {
        const reason = state.call.leftReason ?? 'left';
        const action = canJoinAfter(reason) ? words.rejoin : undefined;
        return this.#renderCard('leave', words.left[reason], action, html`<slot name="left"></slot>`);
      }
      // An idle call with an error cannot start yet: it has no room.
      case 'idle':
      case 'failed': {
        const error = state.errors.findLast((one) => one.fatal) ?? state.errors.at(-1);
        if (!error) return nothing;
        const action = canJoinAfter(error.code) ? words.retry : undefined;
        return this.#renderCard('alert', explanationOf(error.code, words), action);
      }
      default:
        return nothing;
    }
  }

  #renderCard(sign: IconName, explanation: Explanation, action?: string, more?: TemplateResult): TemplateResult {
    return html`<div class="card ${sign === 'alert' ? 'failed' : ''}">
      <div class="sign">${icon(sign)}</div>
      <h2 tabindex="-1">${explanation.title}</h2>
      <p>${explanation.text}</p>
      ${explanation.remedy ? html`<p class="remedy">${explanation.remedy}</p>` : nothing}
      ${action ? this.#renderAction(action, () => this.#call.request('p2p-join-request', {}), 'main-action') : nothing}
      ${more ?? nothing}
    </div>`;
  }

  #renderCancel(): TemplateResult {
    return this.#renderAction(this.words.cancel, () => this.#call.request('p2p-leave-request', {}));
  }

  #renderAction(label: string, press: () => void, className = ''): TemplateResult {
    return html`<button part="button" class="action ${className}" @click=${press}>${label}</button>`;
  }

  #renderToasts(state: CallState): TemplateResult | typeof nothing {
    const inCall = isInCall(state.call.phase);
    if (!inCall && shownPhase(state.call) !== 'prejoin') return nothing;
    const { words } = this;
    const errors = state.errors.filter(
      (error, index, all) =>
        // An error that concerns both devices has the same text for each, so it is shown once.
        all.findIndex(({ code }) => code === error.code) === index &&
        concernsPeople(error.code) &&
        !this.#dismissed.has(error) &&
        // During a call, media flows without the room server, and the call reconnects by itself.
        !(inCall && error.code === 'server-unreachable'),
    );
    return html`<div class="toasts">
      ${
        state.call.phase === 'reconnecting'
          ? this.#renderToast('spinner', words.reconnecting.title, words.reconnecting.text)
          : nothing
      }${
        state.view.playbackBlocked
          ? this.#renderToast(
              'sound',
              words.playback.title,
              undefined,
              this.#renderAction(
                words.playback.action,
                () => this.#call.request('p2p-playback-request', {}),
                'main-action',
              ),
            )
          : nothing
      }${state.self.mutedByHost ? this.#renderMuted() : nothing}${noticesOf(state).map((notice) =>
        this.#renderNotice(notice),
      )}${errors.map((error) => this.#renderProblem(error))}
    </div>`;
  }

  /** Shown until the microphone is on again, or until the message is dismissed. */
  #renderMuted(): TemplateResult | typeof nothing {
    const { words } = this;
    if (this.#isMuteDismissed) return nothing;
    return this.#renderToast(
      'mic-off',
      words.muted.title,
      words.muted.text,
      html`${this.#renderAction(words.microphone.turnOn, () => this.#call.request('p2p-mic-request', { on: true }))}${this.#renderClose(
        words.muted.title,
        () => {
          this.#isMuteDismissed = true;
          this.requestUpdate();
        },
      )}`,
    );
  }

  #renderClose(title: string, press: () => void): TemplateResult {
    const label = `${this.words.dismiss}: ${title}`;
    return html`<button part="button" class="close" aria-label=${label} @click=${press}>${icon('close')}</button>`;
  }

  #renderNotice(notice: Notice): TemplateResult {
    const { words } = this;
    const { title, text } = words.notice[notice];
    const actions: Partial<Record<Notice, TemplateResult>> = {
      paused: this.#renderAction(words.retry, () => this.#call.request('p2p-mic-request', { on: true })),
      talking: this.#renderAction(words.microphone.turnOn, () => this.#call.request('p2p-mic-request', { on: true })),
      deafened: this.#renderAction(words.notice.deafened.action, () =>
        this.#call.request('p2p-deafen-request', { on: false }),
      ),
    };
    return this.#renderToast(notice === 'deafened' ? 'sound' : 'mic-off', title, text, actions[notice]);
  }

  #renderProblem(error: CallError): TemplateResult {
    const { words } = this;
    const explanation = explanationOf(error.code, words);
    const recovery = recoveryOf(error);
    return this.#renderToast(
      'alert',
      explanation.title,
      explanation.remedy || explanation.text,
      html`${
        recovery ? this.#renderAction(words.retry, () => this.#call.request(recovery.type, recovery.detail)) : nothing
      }${this.#renderClose(explanation.title, () => this.#dismiss(error))}`,
    );
  }

  #renderToast(sign: IconName, title: string, text: string | undefined, actions?: TemplateResult): TemplateResult {
    return html`<div part="toast" class="toast ${sign === 'alert' ? 'problem' : ''}">
      ${icon(sign)}
      <div class="said"><strong>${title}</strong>${text ? html`<p>${text}</p>` : nothing}</div>
      ${actions ? html`<div class="doings">${actions}</div>` : nothing}
    </div>`;
  }

  protected override render(): TemplateResult {
    const state = this.#call.value ?? initialState;
    return html`<div part="status" class="status">${this.#renderToasts(state)}${this.#renderStateCard(state)}</div>
      <div class="unseen" role="status">${this.#announcement}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-status': P2PStatus;
  }
}
