import { FakeTrack } from './fake-media.js';

type SignalingState = 'stable' | 'have-local-offer' | 'have-remote-offer' | 'closed';

/** A data channel that the test opens and speaks through. */
export class FakeChannel extends EventTarget {
  readyState: 'connecting' | 'open' | 'closed' = 'connecting';
  readonly sent: unknown[] = [];

  send(text: string): void {
    if (this.readyState !== 'open') throw new DOMException('The channel is not open.', 'InvalidStateError');
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 'closed';
  }

  open(): void {
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  /** What the peer says, an object as JSON. */
  hear(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

class FakeReceiver {
  readonly track: FakeTrack;
  /** The last packet that arrived; undefined before the first. */
  latest: { rtpTimestamp: number; audioLevel: number } | undefined;

  constructor(kind: 'audio' | 'video') {
    this.track = new FakeTrack(kind);
  }

  getSynchronizationSources(): object[] {
    return this.latest ? [this.latest] : [];
  }
}

/** The part of an `RTCPeerConnection` that a session uses. Nothing is sent; the test decides when it is connected. */
export class FakeConnection extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new';
  signalingState: SignalingState = 'stable';
  readonly iceGatheringState = 'complete';
  localDescription: { type: 'offer' | 'answer'; sdp: string } | null = null;
  configuration: RTCConfiguration;
  /** How often ICE was restarted. */
  restarts = 0;
  /** What is sent, in the order of the sections. */
  readonly senders: { track: FakeTrack | null }[] = [];
  readonly channel = new FakeChannel();
  /** The options with which each data channel was created. */
  readonly channelOptions: (RTCDataChannelInit | undefined)[] = [];
  readonly #transceivers: { direction: string; sender: object; receiver: FakeReceiver }[] = [];

  constructor(configuration: RTCConfiguration) {
    super();
    this.configuration = configuration;
  }

  get isClosed(): boolean {
    return this.signalingState === 'closed';
  }

  addTransceiver(kind: 'audio' | 'video', { direction }: { direction: string }): object {
    const slot: { track: FakeTrack | null } = { track: null };
    const replaceTrack = async (track: FakeTrack | null): Promise<void> => void (slot.track = track);
    const transceiver = { direction, sender: { replaceTrack }, receiver: new FakeReceiver(kind) };
    this.senders.push(slot);
    this.#transceivers.push(transceiver);
    return transceiver;
  }

  /** Who takes in what the peer sends, in the order of the sections. */
  receiver(section: number): FakeReceiver | undefined {
    return this.#transceivers[section]?.receiver;
  }

  getTransceivers(): object[] {
    return this.#transceivers;
  }

  createDataChannel(_label: string, options?: RTCDataChannelInit): FakeChannel {
    this.channelOptions.push(options);
    return this.channel;
  }

  async createOffer(): Promise<RTCSessionDescriptionInit> {
    return { type: 'offer', sdp: 'offer of a fake' };
  }

  async createAnswer(): Promise<RTCSessionDescriptionInit> {
    return { type: 'answer', sdp: 'answer of a fake' };
  }

  async setLocalDescription({ type, sdp }: { type: 'offer' | 'answer'; sdp: string }): Promise<void> {
    this.localDescription = { type, sdp };
    this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
  }

  async setRemoteDescription({ type }: { type: string }): Promise<void> {
    if (type === 'offer' && this.#transceivers.length === 0) {
      for (const kind of ['audio', 'video', 'video', 'audio'] as const)
        this.addTransceiver(kind, { direction: 'recvonly' });
    }
    this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable';
  }

  async addIceCandidate(): Promise<void> {
    // Nothing travels.
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  restartIce(): void {
    this.restarts += 1;
  }

  async getStats(): Promise<Map<string, object>> {
    return new Map();
  }

  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  /** The path is found and the channel is open. */
  connect(): void {
    this.connectionState = 'connected';
    this.dispatchEvent(new Event('connectionstatechange'));
    this.channel.open();
  }
}
