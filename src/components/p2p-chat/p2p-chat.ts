import { type CSSResultGroup, html, nothing, svg, type TemplateResult } from 'lit';
import { state } from '../shared/property.js';
import { type ChatMessage, longestMessage, mayWrite } from '../../core/chat.js';
import type { RemoteParticipant } from '../../core/state/people.js';
import { isInCall } from '../../core/state/phase.js';
import type { CallView } from '../shared/call-context.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { icon } from '../shared/icons.js';
import { PanelShell, panelStyles } from '../shared/panel-shell.js';
import { tokens } from '../shared/tokens.js';
import { findLinks, type Stretch } from './find-links.js';
import { groupMessages } from './group-messages.js';
import { chatStyles } from './p2p-chat.styles.js';
import { selectStyles } from '../shared/select.js';
import { typesOnScreen } from '../shared/abilities.js';

/** An unsent message and its reader. It lives as long as its call, so it survives closing the chat. */
interface Draft {
  text: string;
  /** The id of the only reader; empty for everyone. */
  to: string;
}

const drafts = new WeakMap<CallView, Draft>();

/** A list that is scrolled this near to its end counts as read to its end. */
const nearEndPx = 48;

interface Selected {
  readonly view: CallView;
  readonly messages: readonly ChatMessage[];
  readonly people: readonly RemoteParticipant[];
  readonly selfId: string | undefined;
  readonly unread: number;
  readonly inCall: boolean;
}

/**
 * The chat of the call: messages to everyone, and messages to the self alone. Messages go straight to the other participants; no
 * server sees them.
 *
 * @fires p2p-message-request - cancelable; `detail` is `{ text, to }`
 * @fires p2p-read-request - cancelable; the messages have been seen
 * @fires p2p-panel-request - cancelable; to close the panel that the call opened
 * @csspart panel - What opens beside the tiles: the chat and others.
 * @csspart panel-title - The title of a panel.
 * @csspart button-close - The button that closes a panel.
 * @csspart chat - The messages.
 * @csspart message - One of them.
 * @csspart composer - Where a message is written.
 * @csspart field - The text in it.
 * @csspart select - A list to choose from.
 * @csspart button - Any button.
 */
export class P2PChat extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, panelStyles, selectStyles, chatStyles];

  /** A new message is below the visible part of the list. */
  @state() private hasNewer = false;

  readonly #call = new CallController(this, (view): Selected => {
    const { call, self, people, chat } = view.state;
    const { messages, unread } = chat;
    return { view, messages, people: people.list, selfId: self.id, unread, inCall: isInCall(call.phase) };
  });
  readonly #shell = new PanelShell(this, 'chat');
  readonly #draftWithoutCall: Draft = { text: '', to: '' };
  #isAtEnd = true;
  #lastId: string | undefined;
  #lastTop = 0;
  // The size of the list changes when the panel opens, when it becomes visible, and when the keyboard of a phone covers it.
  readonly #resizeObserver = new ResizeObserver(() => this.#stayAtEnd());
  #observedList: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#observedList) this.#resizeObserver.observe(this.#observedList);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizeObserver.disconnect();
  }

  override focus(options?: FocusOptions): void {
    this.#shell.focus(options);
  }

  get #draft(): Draft {
    const view = this.#call.value?.view;
    if (!view) return this.#draftWithoutCall;
    const draft = drafts.get(view) ?? { text: '', to: '' };
    drafts.set(view, draft);
    return draft;
  }

  get #list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.list');
  }

  protected override willUpdate(): void {
    const last = this.#call.value?.messages.at(-1);
    if (last && last.id !== this.#lastId && !this.#isAtEnd) this.hasNewer = true;
    this.#lastId = last?.id;
  }

  protected override updated(): void {
    const list = this.#list;
    if (list && list !== this.#observedList) {
      this.#observedList = list;
      this.#resizeObserver.observe(list);
    }
    this.#stayAtEnd();
  }

  /** Keeps the end of the list in sight, and reports the messages as read; a list that nobody can see is not read. */
  #stayAtEnd(): void {
    const list = this.#list;
    if (!list || !this.#isAtEnd || list.clientHeight === 0) return;
    list.scrollTop = list.scrollHeight;
    this.#lastTop = list.scrollTop;
    if (this.#call.value?.unread) this.#call.request('p2p-read-request', {});
  }

  readonly #onScroll = (): void => {
    const list = this.#list;
    if (!list) return;
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx;
    // A list that grows is no longer at its end either, but only scrolling up means that someone reads older messages.
    if (isNear) this.#isAtEnd = true;
    else if (list.scrollTop < this.#lastTop) this.#isAtEnd = false;
    this.#lastTop = list.scrollTop;
    if (isNear) this.hasNewer = false;
  };

  readonly #scrollToEnd = (): void => {
    this.#isAtEnd = true;
    this.hasNewer = false;
    // The button that had the focus disappears.
    this.#list?.focus();
    this.requestUpdate();
  };

  readonly #onInput = (event: Event): void => {
    this.#draft.text = (event.currentTarget as HTMLTextAreaElement).value;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // While an input method composes a letter, Enter ends the composition. On a phone, Enter is the only way to a new line;
    // the button sends.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || typesOnScreen()) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  readonly #onReaderChange = (event: Event): void => {
    this.#draft.to = (event.currentTarget as HTMLSelectElement).value;
    this.requestUpdate();
  };

  get #canSend(): boolean {
    const selected = this.#call.value;
    const { text, to } = this.#draft;
    // The call would refuse the message, so it stays in the field.
    return (
      !!selected?.inCall &&
      mayWrite(selected.messages) &&
      !!text.trim() &&
      (!to || selected.people.some(({ id }) => id === to))
    );
  }

  #send(): void {
    if (!this.#canSend) return;
    const { text, to } = this.#draft;
    if (!this.#call.request('p2p-message-request', { text, ...(to && { to }) })) return;
    this.#draft.text = '';
    this.#isAtEnd = true;
    this.hasNewer = false;
    this.requestUpdate();
    this.renderRoot.querySelector('textarea')?.focus();
  }

  #nameOf(id: string, known: string, selected: Selected): string {
    const participant = selected.people.find((one) => one.id === id);
    return participant?.name || known || this.words.guest;
  }

  #renderGroup(group: readonly [ChatMessage, ...ChatMessage[]], selected: Selected): TemplateResult {
    const { words } = this;
    const [{ from, name, to, sentAt }] = group;
    const isOwn = from === selected.selfId;
    const writer = isOwn ? words.self('') : this.#nameOf(from, name, selected);
    const privacy =
      to === undefined ? '' : isOwn ? words.chat.only(this.#nameOf(to, '', selected)) : words.chat.onlyYou;
    const time = new Date(sentAt);
    return html`<li class="group ${isOwn ? 'own' : ''} ${privacy ? 'private' : ''}">
      <div class="said">
        <bdi class="who">${writer}</bdi>
        <time datetime=${time.toISOString()}>${timeText(time, words.lang)}</time>
        ${privacy ? html`<span class="whom">${privacy}</span>` : nothing}
      </div>
      <ol>
        ${group.map((message) => this.#renderMessage(message, selected))}
      </ol>
    </li>`;
  }

  #renderMessage({ text, to, pending }: ChatMessage, selected: Selected): TemplateResult {
    const { chat } = this.words;
    const isUndeliverable = pending && to !== undefined && !selected.people.some(({ id }) => id === to);
    const note = isUndeliverable ? chat.notDelivered : chat.waiting;
    // The bubble shows white space as it is, so the template has none around the text.
    return html`<li class="message">
      <span part="message" class="bubble" dir="auto">${findLinks(text).map(renderStretch)}</span>${
        pending ? html`<span class="note ${isUndeliverable ? 'failed' : ''}">${note}</span>` : nothing
      }
    </li>`;
  }

  #renderReader({ people }: Selected): TemplateResult | typeof nothing {
    const { words } = this;
    const { to } = this.#draft;
    const isGone = to !== '' && !people.some(({ id }) => id === to);
    // If there is only one other participant, a message to everyone is a message to that one.
    if (people.length < 2 && !to) return nothing;
    return html`<label class="reader pick">
      ${words.chat.to}
      <select part="select" @change=${this.#onReaderChange}>
        <option value="" ?selected=${!to}>${words.chat.everyone}</option>
        ${isGone ? html`<option value=${to} selected disabled>${words.chat.gone}</option>` : nothing}
        ${people.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === to}>${name || words.guest}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderComposer(selected: Selected | undefined): TemplateResult {
    const { words } = this;
    const { text, to } = this.#draft;
    const reader = selected?.people.find(({ id }) => id === to);
    const hint = reader ? words.chat.writeTo(reader.name || words.guest) : words.chat.write;
    return html`<form part="composer" class="composer" @submit=${this.#onSubmit}>
      ${selected ? this.#renderReader(selected) : nothing}
      <div class="writing">
        <textarea
          part="field"
          rows="1"
          dir="auto"
          maxlength=${longestMessage}
          enterkeyhint=${typesOnScreen() ? 'enter' : 'send'}
          placeholder=${hint}
          aria-label=${words.chat.message}
          ?data-focus=${!matchMedia('(pointer: coarse)').matches}
          ?disabled=${!selected}
          ?readonly=${!selected?.inCall}
          .value=${text}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        ></textarea>
        <button part="button" class="send" aria-label=${words.chat.send} ?disabled=${!this.#canSend}>
          ${sendIcon}
        </button>
      </div>
    </form>`;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const selected = this.#call.value;
    const groups = selected ? groupMessages(selected.messages) : [];
    // `p2p-status` announces new messages. A live region here would have them read out twice.
    const body = html`<div class="talk">
        <div
          part="chat"
          class="list"
          role="log"
          aria-live="off"
          aria-label=${words.chat.messages}
          tabindex="0"
          @scroll=${this.#onScroll}
        >
          ${
            selected && groups.length > 0
              ? html`<ol>
                  ${groups.map((group) => this.#renderGroup(group, selected))}
                </ol>`
              : html`<div class="none">
                  ${icon('chat')}<strong>${words.chat.none.title}</strong><span>${words.chat.none.text}</span>
                </div>`
          }
        </div>
        ${
          this.hasNewer
            ? html`<button part="button" class="newer" @click=${this.#scrollToEnd}>${words.chat.newer}</button>`
            : nothing
        }
      </div>
      ${this.#renderComposer(selected)}`;
    return this.#shell.render(words.toolbar.chat, body);
  }
}

function renderStretch({ text, href }: Stretch): TemplateResult | string {
  if (href === undefined) return text;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer"
    >${text}</a
  >`;
}

const sendIcon = svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m5 12 7-7 7 7M12 19V5" /></svg>`;

function timeText(time: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' }).format(time);
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-chat': P2PChat;
  }
}
