import { type CSSResultGroup, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import { type Participant, selectParticipant } from '../../core/participant.js';
import { CallController } from '../shared/call-controller.js';
import { icon } from '../shared/icons.js';
import { hueOf, initialsOf } from '../shared/initials.js';
import { tokens } from '../shared/tokens.js';
import { WordsController } from '../shared/words.js';
import { tileStyles } from './p2p-video-tile.styles.js';

type Trouble = 'connecting' | 'reconnecting' | 'failed';

/** What the tile shows, whether it comes from a call or from its own properties. */
interface Picture {
  readonly stream: MediaStream | undefined;
  readonly name: string;
  /** Whether there is to be a picture; if not, the avatar. */
  readonly video: boolean;
  readonly self: boolean;
  readonly silent: boolean;
  readonly mirror: boolean;
  readonly trouble: Trouble | undefined;
}

/**
 * One participant's camera or screen. In a call it is told whose by `participant` and `source`, and makes no sound: the call
 * plays that apart. Alone it shows the `stream` it is given.
 *
 * @csspart tile - the whole tile
 * @csspart tile-self - the same, where it shows the self
 * @csspart tile-video - the picture
 * @csspart tile-avatar - initials in the participant's colour, where there is no picture
 * @csspart tile-name - name, with the sign for a muted microphone
 * @csspart tile-status - what is wrong with the connection
 * @csspart badge - the sign for a muted microphone
 * @cssproperty --p2p-radius - how round the corners are
 */
export class P2PVideoTile extends LitElement {
  static override readonly styles: CSSResultGroup = [tokens, tileStyles];

  /** Whose picture, by id. */
  @property() participant?: string;

  @property() source: 'camera' | 'screen' = 'camera';

  /** Alone: what to show. */
  @property({ attribute: false }) stream?: MediaStream;

  /** Alone: the name to show. */
  @property() name = '';

  /** Alone: shows without sound. */
  @property({ type: Boolean }) muted = false;

  /** Alone: shows as in a mirror. */
  @property({ type: Boolean }) mirror = false;

  /** The id of the call it belongs to, where it stands outside of one. */
  @property({ attribute: 'for' }) htmlFor?: string;

  @state() private hasPicture = false;
  @state() private isUpright = false;

  readonly #call = new CallController(this, (view) => {
    const participant = selectParticipant(view.state, this.participant);
    return (
      participant && { participant, stream: view.streamOf(participant.self ? undefined : participant.id, this.source) }
    );
  });
  readonly #words = new WordsController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    // A video that was moved in the page stands still until it is started again.
    this.requestUpdate();
  }

  protected override updated(): void {
    const { name, stream } = this.#picture();
    const video = this.renderRoot.querySelector('video');
    const tile = video?.parentElement;
    // Through CSSOM: a style attribute would need 'unsafe-inline' in the page's policy.
    if (name) tile?.style.setProperty('--_hue', `${hueOf(name)}`);
    else tile?.style.removeProperty('--_hue');
    if (!video) return;
    // Not bound in the template, which would set it anew, and so empty the picture, with every update.
    if (video.srcObject !== (stream ?? null)) video.srcObject = stream ?? null;
    if (video.srcObject && video.paused) void this.#play(video);
  }

  async #play(video: HTMLVideoElement): Promise<void> {
    try {
      await video.play();
    } catch {
      // The stream was exchanged in the meantime, or the browser wants a click first: the avatar stays.
    }
  }

  readonly #measure = (event: Event): void => {
    const { videoWidth, videoHeight } = event.currentTarget as HTMLVideoElement;
    this.hasPicture = videoWidth > 0;
    this.isUpright = videoHeight > videoWidth;
  };

  #picture(): Picture {
    const told = this.#call.value;
    if (told) return pictureOf(told.participant, told.stream, this.source);
    const isAlone = this.participant === undefined;
    return {
      stream: isAlone ? this.stream : undefined,
      name: this.name,
      video: isAlone && !!this.stream?.getVideoTracks().some((track) => track.readyState === 'live'),
      self: false,
      silent: false,
      mirror: this.mirror,
      trouble: undefined,
    };
  }

  protected override render(): TemplateResult {
    const { words } = this.#words;
    const picture = this.#picture();
    const name = picture.name || (this.participant === undefined ? '' : words.guest);
    const label = picture.self ? words.self('') : name;
    const isLost = picture.trouble === 'reconnecting' || picture.trouble === 'failed';
    const classes = [
      'tile',
      this.source,
      picture.video && this.hasPicture ? 'picture' : '',
      isLost ? 'lost' : '',
      picture.trouble ?? '',
    ];
    const initials = initialsOf(picture.name);
    return html`<div
      part="tile ${picture.self ? 'tile-self' : ''}"
      class=${classes.join(' ')}
      role="group"
      aria-label=${words.videoOf(picture.self ? words.self(picture.name) : name || words.guest)}
    >
      <video
        part="tile-video"
        class="${picture.mirror ? 'mirrored' : ''} ${this.isUpright ? 'upright' : ''}"
        autoplay
        playsinline
        disablepictureinpicture
        aria-hidden="true"
        .muted=${this.participant !== undefined || this.muted}
        @loadeddata=${this.#measure}
        @resize=${this.#measure}
        @emptied=${this.#measure}
      ></video>
      <div class="backdrop">
        <div part="tile-avatar" class="avatar" aria-hidden="true">${initials || icon('person')}</div>
      </div>
      ${
        picture.trouble
          ? html`<div part="tile-status" class="status">
              ${icon(picture.trouble === 'failed' ? 'alert' : 'spinner')}<span>${words.link[picture.trouble]}</span>
            </div>`
          : nothing
      }
      ${
        label
          ? html`<div part="tile-name" class="name">
              ${
                picture.silent
                  ? html`<span part="badge" class="badge" role="img" aria-label=${words.micOff}
                      >${icon('mic-off')}</span
                    >`
                  : nothing
              }<bdi>${label}</bdi>
            </div>`
          : nothing
      }
    </div>`;
  }
}

function pictureOf(participant: Participant, stream: MediaStream | undefined, source: 'camera' | 'screen'): Picture {
  const { connection } = participant;
  return {
    stream,
    name: participant.name,
    video: participant[source] === 'on' && stream !== undefined,
    self: participant.self,
    silent: source === 'camera' && participant.microphone !== 'on',
    mirror: participant.self && source === 'camera',
    trouble: connection === 'connected' ? undefined : connection === 'new' ? 'connecting' : connection,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'p2p-video-tile': P2PVideoTile;
  }
}
