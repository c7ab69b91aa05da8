import type { TrackSource } from '../core/source.js';
import { withStereo } from '../core/opus.js';
import type { Candidate, Signal } from '../protocol/signal.js';
import type { Ports } from './ports.js';

/**
 * The media sections of every connection, in this order, made once and never again: a source that is off sends nothing, and
 * nothing is negotiated when it comes back (W3C WebRTC section 5.2, replaceTrack).
 */
const sections: readonly { source: TrackSource; kind: 'audio' | 'video' }[] = [
  { source: 'microphone', kind: 'audio' },
  { source: 'camera', kind: 'video' },
  { source: 'screen', kind: 'video' },
  { source: 'screen-sound', kind: 'audio' },
];

/** Host candidates are there after 2 to 6 ms; a description waits no longer than this for the first. */
const firstCandidateLimitMs = 30;
/** Later candidates travel in one batch. */
const candidateBatchMs = 5;

export interface ConnectionEvents {
  candidates(candidates: readonly Candidate[]): void;
  /** Something other than the first negotiation wants a new offer: an ICE restart. */
  negotiationNeeded(): void;
  stateChanged(): void;
  channelOpened(): void;
  channelMessage(frame: unknown): void;
  channelClosed(): void;
  /** The remote tracks are known. */
  receiving(tracks: ReadonlyMap<TrackSource, MediaStreamTrack>): void;
}

type Description = Extract<Signal, { kind: 'description' }>['description'];

/** One RTCPeerConnection with its fixed sections, its data channel and its candidates in batches. */
export class Connection {
  readonly peer: RTCPeerConnection;
  readonly #ports: Ports;
  readonly #ending = new AbortController();
  #events: ConnectionEvents | undefined;
  #channel: RTCDataChannel | undefined;
  readonly #transceivers = new Map<TrackSource, RTCRtpTransceiver>();
  #audioOnly = false;
  #music = false;
  readonly #tracks = new Map<TrackSource, MediaStreamTrack | undefined>();
  #pending: Candidate[] = [];
  /** The RTP timestamp of the packet whose level was told last. */
  #levelOf: number | undefined;
  #described = false;
  #gathered = false;
  #cancelBatch: () => void = () => undefined;
  #firstCandidate: (() => void) | undefined;

  constructor(ports: Ports, configuration: RTCConfiguration) {
    this.#ports = ports;
    this.peer = ports.createConnection({ bundlePolicy: 'max-bundle', ...configuration });
    const { signal } = this.#ending;
    const { peer } = this;
    peer.addEventListener('icecandidate', ({ candidate }) => this.#candidate(candidate), { signal });
    peer.addEventListener('connectionstatechange', () => this.#events?.stateChanged(), { signal });
    peer.addEventListener('negotiationneeded', () => this.#described && this.#events?.negotiationNeeded(), { signal });
  }

  /** Whether any candidate was gathered: without one a connection hangs (reliability fault 4). */
  get gathered(): boolean {
    return this.#gathered;
  }

  get channelOpen(): boolean {
    return this.#channel?.readyState === 'open';
  }

  /** How loud what arrives is, 0 to 1; as the peer measured it where it says so (RFC 6464), else as it is decoded. */
  get level(): number {
    const [latest] = this.#transceivers.get('microphone')?.receiver.getSynchronizationSources() ?? [];
    // The last one stays for ten seconds after the last packet (W3C WebRTC section 5.3).
    const isNew = latest !== undefined && latest.rtpTimestamp !== this.#levelOf;
    this.#levelOf = latest?.rtpTimestamp;
    return (isNew && latest.audioLevel) || 0;
  }

  /** The source of a media section, by the `mid` that statistics name it with. */
  sourceOf(mid: string | undefined): TrackSource | undefined {
    return [...this.#transceivers].find(([, transceiver]) => mid !== undefined && transceiver.mid === mid)?.[0];
  }

  listen(events: ConnectionEvents): void {
    this.#events = events;
    // Told before the answer is applied: the peer's first words may be heard before the browser says that it was.
    if (this.#transceivers.size > 0) events.receiving(this.#receiving());
  }

  /** Makes the sections of the side that offers first. Nothing leaves the machine yet. */
  prepare(): void {
    for (const { source, kind } of sections) {
      this.#section(source, this.peer.addTransceiver(kind, { direction: this.#directionOf(source) }));
    }
    this.#openChannel();
  }

  /** Offers, or answers what was applied: sets the local description and resolves with it and the candidates so far. */
  async describe(): Promise<Description | undefined> {
    await this.#describeSelf();
    if (!this.#gathered && this.peer.iceGatheringState !== 'complete') {
      await new Promise<void>((resolve) => {
        const cancel = this.#ports.clock.after(firstCandidateLimitMs, resolve);
        this.#firstCandidate = () => {
          cancel();
          resolve();
        };
      });
    }
    const description = this.peer.localDescription;
    if (!description || (description.type !== 'offer' && description.type !== 'answer')) return undefined;
    this.#described = true;
    this.#pending = [];
    return { type: description.type, sdp: description.sdp };
  }

  /** Applies the other side's description. The first offer brings the sections. */
  async apply(description: Description): Promise<void> {
    const { type, sdp } = description;
    // One channel of speech is all that most links need, whatever the other side could play.
    await this.peer.setRemoteDescription({ type, sdp: withStereo(sdp, (section) => this.#isStereo(section)) });
    if (this.#transceivers.size === 0) {
      this.peer.getTransceivers().forEach((transceiver, index) => {
        const section = sections[index];
        if (section?.kind !== transceiver.receiver.track.kind) return;
        transceiver.direction = this.#directionOf(section.source);
        this.#section(section.source, transceiver);
      });
      this.#openChannel();
      this.#events?.receiving(this.#receiving());
    }
  }

  addCandidate(candidate: Candidate): Promise<void> {
    return this.peer.addIceCandidate(candidate);
  }

  /** What is sent for a source from now on; before the sections exist it is remembered. */
  send(source: TrackSource, track: MediaStreamTrack | undefined): void {
    this.#tracks.set(source, track);
    // Rejects only where the connection closed meanwhile: then there is nothing to send to.
    this.#transceivers
      .get(source)
      ?.sender.replaceTrack(track ?? null)
      .catch(() => undefined);
  }

  /** False where the channel is not open; the text is dropped. */
  sendText(text: string): boolean {
    if (!this.channelOpen) return false;
    try {
      this.#channel?.send(text);
      return true;
    } catch {
      // The buffer of the channel is full (W3C WebRTC section 6.2): the other side takes nothing any more.
      return false;
    }
  }

  /** How to reach the other side from the next search for a path on. False where the browser refuses, and all stays as it was. */
  configure(configuration: RTCConfiguration): boolean {
    try {
      this.peer.setConfiguration({ ...this.peer.getConfiguration(), ...configuration });
      return true;
    } catch {
      // Closed, or a server's URL that this browser does not take.
      return false;
    }
  }

  /** No camera is sent or received; a change is negotiated by itself. */
  setAudioOnly(audioOnly: boolean): void {
    this.#audioOnly = audioOnly;
    const camera = this.#transceivers.get('camera');
    if (camera) camera.direction = this.#directionOf('camera');
  }

  /** What the microphone hears is music, sent in two channels; a change is negotiated by itself. */
  setMusic(music: boolean): void {
    if (music === this.#music) return;
    this.#music = music;
    // Also where an answer is being made: what was applied for it says otherwise.
    if (this.#described || this.peer.remoteDescription) this.#events?.negotiationNeeded();
  }

  close(): void {
    this.#ending.abort();
    this.#events = undefined;
    this.#cancelBatch();
    this.#firstCandidate?.();
    this.#channel?.close();
    this.peer.close();
  }

  /** Ready to play two channels, which browsers other than Firefox say only when told to. */
  async #describeSelf(): Promise<void> {
    const { peer } = this;
    const answers = peer.signalingState === 'have-remote-offer';
    const { type, sdp = '' } = await (answers ? peer.createAnswer() : peer.createOffer());
    try {
      await peer.setLocalDescription({ type, sdp: withStereo(sdp, () => true) });
    } catch {
      // A browser that takes nothing but its own words plays one channel.
      await peer.setLocalDescription();
    }
  }

  /** Whether what is sent has two channels: the sound of a tab as it is, a microphone if asked for. */
  #isStereo(section: number): boolean {
    const source = sections[section]?.source;
    return source === 'screen-sound' || (source === 'microphone' && this.#music);
  }

  #section(source: TrackSource, transceiver: RTCRtpTransceiver): void {
    this.#transceivers.set(source, transceiver);
    const track = this.#tracks.get(source);
    if (track) this.send(source, track);
  }

  #receiving(): ReadonlyMap<TrackSource, MediaStreamTrack> {
    return new Map([...this.#transceivers].map(([source, { receiver }]) => [source, receiver.track]));
  }

  #directionOf(source: TrackSource): RTCRtpTransceiverDirection {
    return this.#audioOnly && source === 'camera' ? 'inactive' : 'sendrecv';
  }

  #openChannel(): void {
    const { signal } = this.#ending;
    const channel = this.peer.createDataChannel('p2p-call', { negotiated: true, id: 0 });
    this.#channel = channel;
    channel.addEventListener('open', () => this.#events?.channelOpened(), { signal });
    channel.addEventListener('close', () => this.#events?.channelClosed(), { signal });
    channel.addEventListener('message', ({ data }) => this.#events?.channelMessage(data), { signal });
  }

  #candidate(candidate: RTCIceCandidate | null): void {
    // An active TCP candidate needs a passive one on the other side, and no browser has one (RFC 6544 section 4.5).
    if (!candidate?.candidate || candidate.candidate.includes(' tcptype active')) return;
    this.#gathered = true;
    const { sdpMid, sdpMLineIndex, usernameFragment, candidate: line } = candidate.toJSON();
    this.#pending.push({
      candidate: line ?? '',
      sdpMid: sdpMid ?? null,
      sdpMLineIndex: sdpMLineIndex ?? null,
      usernameFragment,
    });
    this.#firstCandidate?.();
    if (!this.#described || this.#pending.length > 1) return;
    this.#cancelBatch = this.#ports.clock.after(candidateBatchMs, () => {
      const batch = this.#pending.splice(0);
      if (batch.length > 0) this.#events?.candidates(batch);
    });
  }
}
