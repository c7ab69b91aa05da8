import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import { type Participant, selectParticipant } from '../../core/participant.js';
import { CallController } from '../shared/call-controller.js';
import { CallElement } from '../shared/call-element.js';
import type { TileSource } from '../../core/tile-key.js';
import { icon, type IconName } from '../shared/icons.js';
import { hueOf, initialsOf } from '../shared/initials.js';
import { lazy } from '../shared/lazy.js';
import { tokens } from '../shared/tokens.js';
import { tileStyles } from './p2p-video-tile.styles.js';

const loadMenu = lazy('tile-menu', () => import('../p2p-tile-menu/define.js'));
const loadZoom = lazy('zoom', () => import('./zoomable.js'));

type Trouble = 'connecting' | 'reconnecting' | 'failed';

/** The content of a tile, which comes from a call or from the tile's own properties. */
interface Picture {
  readonly stream: MediaStream | undefined;
  readonly name: string;
  /** Whether the tile shows a picture; if not, it shows the avatar. */
  readonly video: boolean;
  readonly self: boolean;
  readonly isMuted: boolean;
  readonly mirror: boolean;
  readonly trouble: Trouble | undefined;
  readonly speaking: boolean;
  readonly hand: boolean;
  /** Whether this is the camera of a participant who also shares a screen. */
  readonly sharing: boolean;
}

/**
 * One participant's camera or screen. In a call, `participant` and `source` choose the picture; the tile is silent, because the call
 * plays the sound separately. Outside of a call, the tile shows its `stream`.
 *
 * @csspart tile - A tile; the own one is also `tile-self`.
 * @csspart tile-self - The own tile.
 * @csspart tile-speaking - The tile of someone who speaks.
 * @csspart tile-video - The picture in a tile.
 * @csspart tile-avatar - The initials in a tile while there is no picture.
 * @csspart tile-name - The name in a tile, with the sign for a muted microphone.
 * @csspart tile-menu - The button in a tile that opens its menu.
 * @csspart menu - The menu of a tile.
 * @csspart menu-item - A row of that menu.
 * @csspart tile-hand - The sign for a raised hand.
 * @csspart tile-reaction - An emoji that rises over a tile.
 * @csspart tile-status - What a tile says of its connection.
 * @csspart badge - A mark on a tile: for a muted microphone, for a shared screen.
 * @cssproperty --p2p-radius - how round the corners are
 */
export class P2PVideoTile extends CallElement {
  static override readonly styles: CSSResultGroup = [tokens, tileStyles];

  /** The id of the participant. */
  @property() participant?: string;

  /** The source of the participant to show. */
  @property() source: TileSource = 'camera';

  /** Outside of a call: the stream to show. */
  @property({ attribute: false }) stream?: MediaStream;

  /** Outside of a call: the name to show. */
  @property() name = '';

  /** Outside of a call: plays no sound. */
  @property({ type: Boolean }) muted = false;

  /** Outside of a call: shows the picture mirrored. */
  @property({ type: Boolean }) mirror = false;

  /** How the picture fits into the tile; if left out, the tile decides. */
  @property() fit?: 'cover' | 'contain';

  @state() private isMenuOpen = false;
  @state() private hasPicture = false;
  @state() private isUpright = false;

  readonly #call = new CallController(this, (view) => {
    const participant = selectParticipant(view.state, this.participant);
    return (
      participant && {
        participant,
        stream: view.streamOf(participant.self ? undefined : participant.id, this.source),
        mirrored: view.state.settings.mirrored,
        lacksPresence: view.state.people.list.some(({ id, hasPresence }) => id === participant.id && !hasPresence),
      }
    );
  });
  #mayZoom = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // A video that was moved in the page stops; the update starts it again.
    this.requestUpdate();
  }

  protected override updated(): void {
    const { name, stream } = this.#picture();
    const { video } = this;
    const tile = video?.parentElement;
    // Through CSSOM: a style attribute would need 'unsafe-inline' in the page's policy.
    if (name) tile?.style.setProperty('--_hue', `${hueOf(name)}`);
    else tile?.style.removeProperty('--_hue');
    // Outside of the page nobody could stop the video; the tile updates again when it is inserted.
    if (!video || !this.isConnected) return;
    // Not bound in the template: every update would set the stream again and so clear the picture.
    if (video.srcObject !== (stream ?? null)) video.srcObject = stream ?? null;
    if (video.srcObject && video.paused) void this.#play(video);
    if (this.source === 'screen' && this.hasPicture && tile) void this.#letZoom(tile);
  }

  /** The video of the tile. */
  get video(): HTMLVideoElement | null {
    return this.renderRoot?.querySelector('video') ?? null;
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector('.menu');
  }

  readonly #onMenu = async (event: Event): Promise<void> => {
    this.isMenuOpen = (event as ToggleEvent).newState === 'open';
    if (!this.isMenuOpen) return;
    if (await loadMenu(this.#call.target)) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('p2p-tile-menu')?.focus();
    } else {
      // There is nothing to choose from.
      this.#menu?.hidePopover();
    }
  };

  async #letZoom(tile: HTMLElement): Promise<void> {
    if (this.#mayZoom) return;
    this.#mayZoom = true;
    const loaded = await loadZoom(this.#call.target);
    // Without its file there is the whole picture.
    if (loaded) new loaded.Zoomable(tile, () => this.video);
  }

  /** Chromium does not return the focus by itself if it was in a shadow tree inside the popover. */
  readonly #closeMenu = (): void => {
    this.#menu?.hidePopover();
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  };

  async #play(video: HTMLVideoElement): Promise<void> {
    try {
      await video.play();
    } catch {
      // The stream was replaced in the meantime, or the browser requires a click first. The avatar stays.
    }
  }

  readonly #measure = (event: Event): void => {
    const { videoWidth, videoHeight } = event.currentTarget as HTMLVideoElement;
    this.hasPicture = videoWidth > 0;
    this.isUpright = videoHeight > videoWidth;
  };

  #picture(): Picture {
    const selected = this.#call.value;
    if (selected) return pictureOf(selected, this.source);
    const isAlone = this.participant === undefined;
    return {
      stream: isAlone ? this.stream : undefined,
      name: this.name,
      video: isAlone && !!this.stream?.getVideoTracks().some((track) => track.readyState === 'live'),
      self: false,
      isMuted: false,
      mirror: this.mirror,
      trouble: undefined,
      speaking: false,
      hand: false,
      sharing: false,
    };
  }

  #renderMenuButton(label: string): TemplateResult {
    return html`<button
      part="tile-menu"
      class="more"
      aria-label=${label}
      aria-expanded=${this.isMenuOpen ? 'true' : 'false'}
      popovertarget="menu"
    >
      ${icon('more')}
    </button>`;
  }

  #renderMenu(): TemplateResult {
    return html`<div id="menu" part="menu" class="menu" popover @toggle=${this.#onMenu}>
      ${
        this.isMenuOpen
          ? html`<p2p-tile-menu
              exportparts="menu-item"
              participant=${this.participant ?? nothing}
              source=${this.source}
              for=${this.htmlFor ?? nothing}
              .tile=${this}
              @done=${this.#closeMenu}
            ></p2p-tile-menu>`
          : nothing
      }
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const picture = this.#picture();
    const name = picture.name || (this.participant === undefined ? '' : words.guest);
    const whose = picture.self ? words.self(picture.name) : name || words.guest;
    const isScreen = this.source === 'screen';
    const short = picture.self ? words.self('') : name;
    const label = !isScreen ? short : picture.self ? words.stage.ownScreen : words.stage.screenOf(name);
    const isLost = picture.trouble === 'reconnecting' || picture.trouble === 'failed';
    const classes = [
      'tile',
      this.source,
      picture.video ? 'live' : '',
      picture.video && this.hasPicture ? 'picture' : '',
      isLost ? 'lost' : '',
      picture.speaking ? 'speaking' : '',
      (this.fit ?? (isScreen ? 'contain' : '')) === 'contain' ? 'whole' : '',
      this.isMenuOpen ? 'open' : '',
      picture.trouble ?? '',
    ];
    const initials = initialsOf(picture.name);
    return html`<div
        part="tile ${picture.self ? 'tile-self' : ''} ${picture.speaking ? 'tile-speaking' : ''}"
        class=${classes.join(' ')}
        role="group"
        tabindex=${isScreen ? 0 : nothing}
        aria-label=${isScreen ? words.stage.screenOf(whose) : words.videoOf(whose)}
      >
        <div class="backdrop">
          <div part="tile-avatar" class="avatar" aria-hidden="true">${initials || icon('person')}</div>
        </div>
        <video
          part="tile-video"
          class="${picture.mirror ? 'mirrored' : ''} ${this.isUpright && !this.fit ? 'upright' : ''}"
          autoplay
          playsinline
          disablepictureinpicture
          aria-hidden="true"
          tabindex="-1"
          .muted=${this.participant !== undefined || this.muted}
          @loadeddata=${this.#measure}
          @resize=${this.#measure}
          @emptied=${this.#measure}
        ></video>
        ${
          this.participant === undefined || isScreen
            ? nothing
            : html`<p2p-reactions
                participant=${this.participant}
                for=${this.htmlFor ?? nothing}
                exportparts="tile-reaction"
              ></p2p-reactions>`
        }
        <div class="top">
          ${
            picture.hand
              ? html`<div part="tile-hand" class="hand" role="img" aria-label=${words.stage.handRaised}>
                  ${icon('hand')}
                </div>`
              : nothing
          }${
            picture.trouble
              ? html`<div part="tile-status" class="status">
                  ${icon(picture.trouble === 'failed' ? 'alert' : 'spinner')}<span>${words.link[picture.trouble]}</span>
                </div>`
              : nothing
          }
        </div>
        ${
          label
            ? html`<div part="tile-name" class="name">
                ${
                  picture.isMuted ? sign('mic-off', words.micOff) : nothing
                }${picture.sharing ? sign('screen', words.stage.sharing) : nothing}<bdi>${label}</bdi>${
                  picture.speaking ? html`<span class="unseen">${words.stage.speaking}</span>` : nothing
                }
              </div>`
            : nothing
        }
        ${this.#call.value ? this.#renderMenuButton(words.stage.options(picture.self ? '' : name)) : nothing}
      </div>
      ${this.#call.value ? this.#renderMenu() : nothing}`;
  }
}

function sign(name: IconName, label: string): TemplateResult {
  return html`<span part="badge" class="badge ${name}" role="img" aria-label=${label}>${icon(name)}</span>`;
}

interface Selected {
  readonly participant: Participant;
  readonly stream: MediaStream | undefined;
  /** Whether the self sees its own picture mirrored. */
  readonly mirrored: boolean;
  /** Whether it is not known yet if camera and microphone are on. */
  readonly lacksPresence: boolean;
}

function pictureOf({ participant, stream, mirrored, lacksPresence }: Selected, source: TileSource): Picture {
  const { connection } = participant;
  const isCamera = source === 'camera';
  return {
    stream,
    name: participant.name,
    video: (participant[source] === 'on' || (isCamera && lacksPresence)) && stream !== undefined,
    self: participant.self,
    isMuted: isCamera && !lacksPresence && participant.microphone !== 'on',
    mirror: participant.self && isCamera && mirrored,
    trouble: connection === 'connected' ? undefined : connection === 'new' ? 'connecting' : connection,
    speaking: isCamera && participant.speaking,
    hand: isCamera && participant.handRaised,
    sharing: isCamera && participant.screen === 'on',
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-video-tile': P2PVideoTile;
  }
}
