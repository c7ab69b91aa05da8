import type { TrackSource } from '../../core/source.js';
import { withStereo } from '../../core/opus.js';
import type { Candidate, Signal } from '../../protocol/signal.js';
import type { Ports } from '../ports.js';
import { Timer } from '../timer.js';
import { nothingOutgoing, type Outgoing } from '../transport.js';

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

/** A description waits at most this long for the first candidate. Host candidates come after 2 to 6 ms. */
const firstCandidateLimitMs = 30;
/** Candidates that come within this time travel in one batch. */
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
  readonly #ending = new AbortController();
  #events: ConnectionEvents | undefined;
  #channel: RTCDataChannel | undefined;
  readonly #transceivers = new Map<TrackSource, RTCRtpTransceiver>();
  #outgoing: Outgoing;
  #pending: Candidate[] = [];
  /** The RTP timestamp of the packet whose level was read last. */
  #levelOf: number | undefined;
  #described = false;
  #gathered = false;
  readonly #firstWait: Timer;
  readonly #batch: Timer;
  #firstCandidate: (() => void) | undefined;

  constructor(ports: Ports, configuration: RTCConfiguration, outgoing: Outgoing = nothingOutgoing) {
    this.#outgoing = outgoing;
    const { signal } = this.#ending;
    this.#firstWait = new Timer(ports.clock, signal);
    this.#batch = new Timer(ports.clock, signal);
    this.peer = ports.createConnection({ bundlePolicy: 'max-bundle', ...configuration });
    const { peer } = this;
    peer.addEventListener('icecandidate', ({ candidate }) => this.#candidate(candidate), { signal });
    peer.addEventListener('connectionstatechange', () => this.#events?.stateChanged(), { signal });
    peer.addEventListener('negotiationneeded', () => this.#described && this.#events?.negotiationNeeded(), { signal });
  }

  /** Whether any candidate was gathered: a connection without one never finds a path. */
  get gathered(): boolean {
    return this.#gathered;
  }

  get channelOpen(): boolean {
    return this.#channel?.readyState === 'open';
  }

  /** How loud the peer's microphone is, 0 to 1: as the peer measured it where its packets say so (RFC 6464), else as decoded. */
  get level(): number {
    const [latest] = this.#transceivers.get('microphone')?.receiver.getSynchronizationSources() ?? [];
    // The browser keeps the last entry for ten seconds after the last packet (W3C WebRTC section 5.3).
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
    // Report the tracks before the answer is applied: sound of the peer may arrive before the browser says that it was applied.
    if (this.#transceivers.size > 0) events.receiving(this.#receiving());
  }

  /** Makes the sections of the side that offers first. Nothing leaves the machine yet. */
  prepare(): void {
    for (const { source, kind } of sections) {
      this.#section(source, this.peer.addTransceiver(kind, { direction: this.#directionOf(source) }));
    }
    this.#openChannel();
  }

  /** Makes an offer, or the answer to an applied offer, and sets it. Resolves with the description and the candidates so far. */
  async describe(): Promise<Description | undefined> {
    await this.#describeSelf();
    if (!this.#gathered && this.peer.iceGatheringState !== 'complete') {
      await new Promise<void>((resolve) => {
        this.#firstCandidate = resolve;
        this.#firstWait.start(firstCandidateLimitMs, resolve);
      });
      this.#firstWait.stop();
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
    // Ask for stereo only where it is wanted: speech needs one channel, whatever the peer could play.
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

  /** Applies the difference to what was sent before. A change that the peer has to agree to starts a negotiation by itself. */
  setOutgoing(outgoing: Outgoing): void {
    const before = this.#outgoing;
    this.#outgoing = outgoing;
    for (const [source, { sender }] of this.#transceivers) {
      if (outgoing.tracks[source] !== before.tracks[source]) replaceTrack(sender, outgoing.tracks[source]);
    }
    const camera = this.#transceivers.get('camera');
    if (camera && outgoing.audioOnly !== before.audioOnly) camera.direction = this.#directionOf('camera');
    // Offer again also while an answer is being made: the remote description that it answers was applied with the old setting.
    if (outgoing.music !== before.music && (this.#described || this.peer.remoteDescription)) {
      this.#events?.negotiationNeeded();
    }
  }

  /** False where the channel is not open; the text is dropped. */
  sendText(text: string): boolean {
    if (!this.channelOpen) return false;
    try {
      this.#channel?.send(text);
      return true;
    } catch {
      // The buffer of the channel is full (W3C WebRTC section 6.2): the peer receives nothing any more.
      return false;
    }
  }

  /** Sets the ICE servers for the next search for a path. False where the browser refuses them, and the old ones stay. */
  configure(configuration: RTCConfiguration): boolean {
    try {
      this.peer.setConfiguration({ ...this.peer.getConfiguration(), ...configuration });
      return true;
    } catch {
      // Closed, or a server's URL that this browser does not take.
      return false;
    }
  }

  close(): void {
    this.#ending.abort();
    this.#events = undefined;
    this.#firstCandidate?.();
    this.#channel?.close();
    this.peer.close();
  }

  /** The local description says that we can play stereo. Firefox says so by itself; other browsers say it only when it is written in. */
  async #describeSelf(): Promise<void> {
    const { peer } = this;
    const answers = peer.signalingState === 'have-remote-offer';
    const { type, sdp = '' } = await (answers ? peer.createAnswer() : peer.createOffer());
    try {
      await peer.setLocalDescription({ type, sdp: withStereo(sdp, () => true) });
    } catch {
      // This browser accepts no changed description: it plays one channel.
      await peer.setLocalDescription();
    }
  }

  /** Whether a section sends two channels: the sound of a tab always does, the microphone where it hears music. */
  #isStereo(section: number): boolean {
    const source = sections[section]?.source;
    return source === 'screen-sound' || (source === 'microphone' && this.#outgoing.music);
  }

  #section(source: TrackSource, transceiver: RTCRtpTransceiver): void {
    this.#transceivers.set(source, transceiver);
    const track = this.#outgoing.tracks[source];
    if (track) replaceTrack(transceiver.sender, track);
  }

  #receiving(): ReadonlyMap<TrackSource, MediaStreamTrack> {
    return new Map([...this.#transceivers].map(([source, { receiver }]) => [source, receiver.track]));
  }

  #directionOf(source: TrackSource): RTCRtpTransceiverDirection {
    return this.#outgoing.audioOnly && source === 'camera' ? 'inactive' : 'sendrecv';
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
    this.#batch.start(candidateBatchMs, () => {
      const batch = this.#pending.splice(0);
      if (batch.length > 0) this.#events?.candidates(batch);
    });
  }
}

function replaceTrack(sender: RTCRtpSender, track: MediaStreamTrack | undefined): void {
  // Rejects only where the connection closed meanwhile: then there is nobody to send to.
  sender.replaceTrack(track ?? null).catch(() => undefined);
}
