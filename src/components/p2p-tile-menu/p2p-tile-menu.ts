import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { selectParticipant } from '../../core/participant.js';
import type { TileSource } from '../../core/tile-key.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import { drawn, iconPaths } from '../shared/icons.js';
import { lazy } from '../shared/lazy.js';
import { pinAction, renderVolume } from '../shared/participant-controls.js';
import { property, state } from '../shared/property.js';
import type { RequestDetails, RequestType } from '../shared/requests.js';
import { rove } from '../shared/roving.js';
import { tokens } from '../shared/tokens.js';
import { menuIcons } from './menu-icons.js';
import { save, snapshotName, snapshotOf } from './snapshot.js';

const loadDetail = lazy('link-detail', () => import('../p2p-link-detail/define.js'));

/** The part of a tile that its menu uses. */
export interface MenuTile {
  readonly video: HTMLVideoElement | null;
  /** Whether the picture fills the tile and is cropped, or is shown whole. */
  fit: 'cover' | 'contain' | undefined;
}

/**
 * The menu of one tile. It is loaded on the first press of a tile's menu button.
 *
 * @fires p2p-pin-request - cancelable; `{ id, source, on }`
 * @fires p2p-volume-request - cancelable; `{ id, volume }`
 * @fires p2p-mirror-request - cancelable; `{ on }`
 * @fires p2p-self-view-request - cancelable; `{ on }`
 * @csspart menu-item - each row
 */
export class P2PTileMenu extends CallElement {
  static override readonly styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: block;
        min-inline-size: 13rem;
        font-size: 0.9375rem;
      }
      .items {
        display: grid;
      }
      button,
      label {
        display: flex;
        align-items: center;
        gap: 12px;
        min-block-size: 40px;
        padding: 4px 12px;
        border: 0;
        border-radius: calc(var(--_radius) * 0.6);
        background: none;
        color: var(--_text);
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        background: color-mix(in oklab, var(--_muted) 14%, transparent);
      }
      button:focus-visible,
      input:focus-visible {
        outline-offset: -2px;
      }
      .icon {
        color: var(--_muted);
        font-size: 0.875rem;
      }
      input {
        flex: 1;
        min-inline-size: 4rem;
        accent-color: var(--_accent);
      }
      label span {
        min-inline-size: 3em;
        color: var(--_muted);
        font-size: 0.8125rem;
        text-align: end;
      }
      @media (pointer: coarse) {
        button,
        label {
          min-block-size: 44px;
        }
      }
    `,
  ];

  /** The id of the participant whose tile it is. */
  @property() participant?: string;

  @property() source: TileSource = 'camera';

  /** The tile. */
  @property({ attribute: false }) tile?: MenuTile;

  @state() private detail = false;

  readonly #call = new CallController(this, ({ state: call }) => {
    const participant = selectParticipant(call, this.participant);
    return (
      participant && {
        participant,
        pins: call.view.pins,
        mirrored: call.settings.mirrored,
        volume: call.people.volumes[participant.id] ?? 1,
      }
    );
  });

  /** Focuses the first row. */
  override focus(options?: FocusOptions): void {
    this.#rows[0]?.focus(options);
  }

  get #rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('button, input')];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
    if (rove(event, this.#rows, { axis: 'column' }) !== undefined) event.stopPropagation();
  };

  /** Asks the tile to close its menu. */
  #close(): void {
    this.dispatchEvent(new Event('done'));
  }

  #requestAndClose<R extends RequestType>(type: R, detail: RequestDetails[R]): void {
    this.#call.request(type, detail);
    this.#close();
  }

  async #toggleDetail(): Promise<void> {
    this.detail = !this.detail;
    // A file that does not come has nothing to show.
    if (this.detail && !(await loadDetail(this.#call.target))) this.detail = false;
  }

  async #snapshot(name: string): Promise<void> {
    const video = this.tile?.video;
    const blob = video && (await snapshotOf(video));
    if (blob) save(blob, snapshotName(name, new Date()));
    this.#close();
  }

  async #leavePage(): Promise<void> {
    const video = this.tile?.video;
    this.#close();
    if (!video) return;
    video.disablePictureInPicture = false;
    try {
      if (document.pictureInPictureElement === video) await document.exitPictureInPicture();
      else await video.requestPictureInPicture();
    } catch {
      // The browser refused to open a window; the picture stays in the tile.
    }
  }

  #renderRow(path: string, label: string, press: () => void, expanded?: boolean): TemplateResult {
    return html`<button part="menu-item" aria-expanded=${expanded ?? nothing} @click=${press}>
      ${drawn(path)}${label}
    </button>`;
  }

  #renderVolumeRow(id: string, volume: number, label: string): TemplateResult {
    return html`<label part="menu-item"
      >${drawn(iconPaths.sound)}${renderVolume(this.#call, id, volume, label)}<span aria-hidden="true"
        >${Math.round(volume * 100)} %</span
      ></label
    >`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const selected = this.#call.value;
    if (!selected) return nothing;
    const { tile: words } = this.words;
    const { participant, pins, mirrored, volume } = selected;
    const { id, self, name } = participant;
    const { source, tile } = this;
    const pin = pinAction(this.#call, words, pins, id, source);
    const isCamera = source === 'camera';
    const hasPicture = participant[source] === 'on' && (tile?.video?.videoWidth ?? 0) > 0;
    const isWhole = (tile?.fit ?? (isCamera ? 'cover' : 'contain')) === 'contain';
    return html`<div
        class="items"
        role="toolbar"
        aria-orientation="vertical"
        aria-label=${this.words.stage.options(self ? '' : name)}
        @keydown=${this.#onKey}
      >
        ${this.#renderRow(pin.isPinned ? menuIcons.unpin : menuIcons.pin, pin.label, () => {
          pin.press();
          this.#close();
        })}
        ${!self && isCamera ? this.#renderVolumeRow(id, volume, words.volume) : nothing}
        ${
          self && isCamera
            ? [
                this.#renderRow(menuIcons.mirror, mirrored ? words.unmirror : words.mirror, () =>
                  this.#requestAndClose('p2p-mirror-request', { on: !mirrored }),
                ),
                this.#renderRow(menuIcons.hide, words.hideSelf, () =>
                  this.#requestAndClose('p2p-self-view-request', { on: false }),
                ),
              ]
            : nothing
        }
        ${
          hasPicture && tile
            ? [
                this.#renderRow(menuIcons.fit, isWhole ? words.fill : words.fit, () => {
                  tile.fit = isWhole ? 'cover' : 'contain';
                  this.#close();
                }),
                document.pictureInPictureEnabled
                  ? this.#renderRow(iconPaths.pip, words.pip, () => void this.#leavePage())
                  : nothing,
                this.#renderRow(menuIcons.snapshot, words.snapshot, () => void this.#snapshot(name)),
              ]
            : nothing
        }
        ${self ? nothing : this.#renderRow(menuIcons.detail, words.detail, () => void this.#toggleDetail(), this.detail)}
      </div>
      ${
        this.detail
          ? html`<p2p-link-detail participant=${id} source=${source} for=${this.htmlFor ?? nothing}></p2p-link-detail>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-tile-menu': P2PTileMenu;
  }
}
