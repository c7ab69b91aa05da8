import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type CallState, initialState } from '../../core/state/call-state.js';
import type { Participant } from '../../core/participant.js';
import { actionStyles } from '../shared/button.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { icon, type IconName } from '../shared/icons.js';
import { hueOf, initialsOf } from '../shared/initials.js';
import { PanelShell, panelStyles } from '../shared/panel-shell.js';
import { pinAction, renderVolume } from '../shared/participant-controls.js';
import { rove } from '../shared/roving.js';
import { tokens } from '../shared/tokens.js';
import { orderRoster, type RosterEntry } from './order-roster.js';
import { peopleStyles } from './p2p-people.styles.js';

/** The requests that need a confirmation. */
type ConfirmedRequest = 'p2p-remove-request' | 'p2p-host-request' | 'p2p-end-request';

/** An open question; `id` is the participant that it is about. */
interface Question {
  readonly type: ConfirmedRequest;
  readonly id: string | undefined;
}

/**
 * The list of the participants: hosts, raised hands, what each participant sends, and how they are connected. Each participant has
 * actions, such as volume and pin; for a host, there are the actions that only hosts have.
 *
 * @fires p2p-panel-request - cancelable; to close the panel
 * @fires p2p-invite-request - cancelable
 * @fires p2p-volume-request - cancelable; `detail` is `{ id, volume }`
 * @fires p2p-pin-request - cancelable; `detail` is `{ id, on }`
 * @fires p2p-mute-request - cancelable; `detail` is `{ id }`
 * @fires p2p-remove-request - cancelable; `detail` is `{ id }`
 * @fires p2p-host-request - cancelable; `detail` is `{ id }`
 * @fires p2p-end-request - cancelable
 * @csspart panel - What opens beside the tiles: the chat and others.
 * @csspart panel-title - The title of a panel.
 * @csspart button-close - The button that closes a panel.
 * @csspart people - The list of people.
 * @csspart person - One line of it.
 * @csspart badge - A sign beside a name.
 * @csspart field - The volume of a participant.
 * @csspart button - Any button.
 * @renders p2p-invite-button
 */
export class P2PPeople extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, panelStyles, actionStyles, peopleStyles];

  readonly #shell = new PanelShell(this, 'people');
  readonly #call = new CallController(this, ({ state }) => state);
  /** The id of the participant whose actions are open. */
  #openId: string | undefined;
  #question: Question | undefined;
  /** The selector of the element that gets the focus after the next update. */
  #focusOn: string | undefined;

  override focus(options?: FocusOptions): void {
    this.#shell.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const avatar of this.renderRoot.querySelectorAll<HTMLElement>('.avatar')) {
      avatar.style.setProperty('--_hue', `${hueOf(avatar.dataset['name'] ?? '')}`);
    }
    const selector = this.#focusOn;
    this.#focusOn = undefined;
    if (selector) this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #change(change: () => void, focusOn?: string): void {
    change();
    this.#focusOn = focusOn;
    this.requestUpdate();
  }

  #toggle(id: string): void {
    this.#change(() => {
      this.#openId = this.#openId === id ? undefined : id;
      this.#question = undefined;
    });
  }

  #openQuestion(type: ConfirmedRequest, id?: string): void {
    this.#change(() => (this.#question = { type, id }), '.cancel');
  }

  #cancelQuestion(): void {
    const type = this.#question?.type;
    this.#change(() => (this.#question = undefined), `[data-asks="${type}"]`);
  }

  #confirm(): void {
    const question = this.#question;
    if (!question) return;
    // The confirmed request may remove the line or close the panel, so the focus moves to the title.
    this.#change(() => {
      this.#question = this.#openId = undefined;
    }, '.panel-title');
    if (question.type === 'p2p-end-request') this.#call.request(question.type, {});
    else this.#call.request(question.type, { id: question.id ?? '' });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && (this.#question || this.#openId)) {
      event.preventDefault();
      if (this.#question) this.#cancelQuestion();
      else {
        const id = this.#openId;
        this.#change(() => (this.#openId = undefined), `[aria-controls="more-${id}"]`);
      }
      return;
    }
    // The arrow keys move from line to line.
    rove(event, [...this.renderRoot.querySelectorAll<HTMLElement>('.more')], { axis: 'column' });
  };

  #renderQuestion({ type }: Question, name: string): TemplateResult {
    const { words } = this;
    const question = words.people.questions[type];
    const text = question.text(name);
    return html`<div class="question" role="group" aria-label=${text}>
      <p>${text}</p>
      <div class="answers">
        <button part="button" class="action cancel" @click=${this.#cancelQuestion}>${words.cancel}</button>
        <button part="button" class="action danger" @click=${this.#confirm}>${question.yes}</button>
      </div>
    </div>`;
  }

  #renderSign(name: IconName, label: string, text?: string): TemplateResult {
    return html`<span part="badge" class="sign sign-${name}" role="img" aria-label=${label}
      >${icon(name)}${text}</span
    >`;
  }

  #renderSigns({ participant, hand }: RosterEntry): TemplateResult {
    const { micOff } = this.words;
    const { people: words } = this.words;
    return html`<span class="signs"
      >${hand === undefined ? nothing : this.#renderSign('hand', words.hand(hand), `${hand}`)}${
        participant.screen === 'on' ? this.#renderSign('screen', words.sharing) : nothing
      }${participant.camera === 'on' ? nothing : this.#renderSign('camera-off', words.cameraOff)}${
        participant.microphone === 'on' ? nothing : this.#renderSign('mic-off', micOff)
      }</span
    >`;
  }

  #renderEntry(entry: RosterEntry, state: CallState): TemplateResult {
    const { words } = this;
    const { participant } = entry;
    const { id, name, self, connection } = participant;
    const displayName = self ? words.self(name) : name || words.guest;
    const below = [
      participant.role === 'host' ? words.people.host : '',
      connection === 'connected' ? '' : words.link[connection === 'new' ? 'connecting' : connection],
    ];
    const isOpen = this.#openId === id;
    return html`<li part="person" class="person ${participant.speaking ? 'speaking' : ''}">
      <div class="line">
        <span class="avatar" data-name=${name} aria-hidden="true">${initialsOf(name) || icon('person')}</span>
        <span class="who"
          ><bdi class="name">${displayName}</bdi><span class="below">${below.filter(Boolean).join(' · ')}</span>${
            participant.speaking ? html`<span class="unseen">${words.stage.speaking}</span>` : nothing
          }</span
        >
        ${this.#renderSigns(entry)}
        ${
          self
            ? html`<span class="no-more"></span>`
            : html`<button
                part="button"
                class="more"
                aria-label=${words.people.more(displayName)}
                aria-expanded=${isOpen}
                aria-controls="more-${id}"
                @click=${() => this.#toggle(id)}
              >
                ${icon('more')}
              </button>`
        }
      </div>
      ${self ? nothing : html`<div id="more-${id}" ?hidden=${!isOpen}>${isOpen ? this.#renderMore(participant, displayName, state) : nothing}</div>`}
    </li>`;
  }

  #renderMore({ id, microphone }: Participant, name: string, state: CallState): TemplateResult {
    const words = this.words.people;
    if (this.#question?.id === id) return this.#renderQuestion(this.#question, name);
    const pin = pinAction(this.#call, words, state.view.pins, id);
    return html`<div class="doings">
      <label class="volume"
        ><span>${words.volume}</span>${renderVolume(this.#call, id, state.people.volumes[id] ?? 1)}</label
      >
      <button part="button" class="doing" aria-pressed=${pin.isPinned} @click=${pin.press}>${pin.label}</button>
      ${
        state.self.role === 'host'
          ? html`<button
                part="button"
                class="doing"
                ?disabled=${microphone !== 'on'}
                @click=${() => this.#call.request('p2p-mute-request', { id })}
              >
                ${words.mute}
              </button>
              ${this.#renderConfirmed('p2p-host-request', id)}${this.#renderConfirmed('p2p-remove-request', id)}`
          : nothing
      }
    </div>`;
  }

  #renderConfirmed(type: ConfirmedRequest, id?: string): TemplateResult {
    return html`<button
      part="button"
      class="doing ${type === 'p2p-host-request' ? '' : 'grave'}"
      data-asks=${type}
      @click=${() => this.#openQuestion(type, id)}
    >
      ${this.words.people.questions[type].ask}
    </button>`;
  }

  #renderForEveryone({ people, self }: CallState): TemplateResult | typeof nothing {
    if (self.role !== 'host' || people.list.length === 0) return nothing;
    const words = this.words.people;
    if (this.#question?.type === 'p2p-end-request') {
      return html`<footer class="for-all">${this.#renderQuestion(this.#question, '')}</footer>`;
    }
    const unmuted = people.list.filter(({ microphone }) => microphone === 'on');
    return html`<footer class="for-all">
      <button
        part="button"
        class="doing"
        ?disabled=${unmuted.length === 0}
        @click=${() => {
          for (const { id } of unmuted) this.#call.request('p2p-mute-request', { id });
        }}
      >
        ${words.muteAll}
      </button>
      ${this.#renderConfirmed('p2p-end-request')}
    </footer>`;
  }

  protected override render(): TemplateResult {
    const state = this.#call.value ?? initialState;
    const { words } = this;
    const roster = orderRoster(state);
    return this.#shell.render(
      words.toolbar.people,
      html`<div class="panel-body" @keydown=${this.#onKey}>
          <p2p-invite-button
            for=${this.htmlFor ?? nothing}
            exportparts="button,field,button-invite"
          ></p2p-invite-button>
          <ul part="people" class="people" aria-label=${words.participants}>
            ${roster.map((entry) => this.#renderEntry(entry, state))}
          </ul>
        </div>
        <div @keydown=${this.#onKey}>${this.#renderForEveryone(state)}</div>`,
      roster.length > 0 ? html`<span class="count">${roster.length}</span>` : undefined,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-people': P2PPeople;
  }
}
