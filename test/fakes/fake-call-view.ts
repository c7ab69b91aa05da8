import type { CallView } from '../../src/components/shared/call-context.js';
import type { TrackSource } from '../../src/core/source.js';
import { type CallState, initialState } from '../../src/core/state/call-state.js';
import type { Fact } from '../../src/core/fact.js';
import type { LinkStats } from '../../src/core/link-stats.js';
import { reduce } from '../../src/core/state/reduce.js';
import type { Member } from '../../src/protocol/member.js';
import { aMember, aPresence, presenceOf } from './builders.js';

/** A call without a browser behind it: facts drive it through the real `reduce`. */
export class FakeCallView implements CallView {
  state: CallState = initialState;
  /** The level of each participant by id; undefined is the self. */
  readonly levels = new Map<string | undefined, number>();
  readonly stats = new Map<string, LinkStats>();
  readonly #listeners = new Set<() => void>();
  readonly #streams = new Map<string, MediaStream>();

  /** The number of listeners. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  tell(...facts: readonly Fact[]): void {
    for (const fact of facts) this.state = reduce(this.state, fact);
    this.#notify();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  streamOf(id: string | undefined, source: TrackSource): MediaStream | undefined {
    return this.#streams.get(keyOf(id, source));
  }

  statsOf(id: string): Promise<LinkStats | undefined> {
    return Promise.resolve(this.stats.get(id));
  }

  levelOf(id: string | undefined): number {
    return this.levels.get(id) ?? 0;
  }

  iceServers(): readonly RTCIceServer[] {
    return [];
  }

  setStream(id: string | undefined, source: TrackSource, stream: MediaStream | undefined): void {
    if (stream) this.#streams.set(keyOf(id, source), stream);
    else this.#streams.delete(keyOf(id, source));
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function keyOf(id: string | undefined, source: TrackSource): string {
  return `${id ?? ''} ${source}`;
}

/** A member whose name is its id. */
export function member(id: string, overrides: Partial<Member> = {}): Member {
  return aMember({ id, name: id, joinedAt: 1, ...overrides });
}

/** The facts of a pre-join screen with microphone and camera running. */
export function prejoinFacts(name = 'Ada'): Fact[] {
  return [
    { type: 'opened', room: 'standup', name, metadata: {}, audioOnly: false },
    { type: 'source-changed', source: 'microphone', state: 'on', by: 'user' },
    { type: 'source-changed', source: 'camera', state: 'on', by: 'user' },
  ];
}

/** The facts of a call of Ada, whose id is `self`, with others who are connected and send both sources. */
export function joinedFacts(others: readonly string[] = [], overrides: Partial<Member> = {}): Fact[] {
  const members = others.map((id, index) => member(id, { joinedAt: index + 2, ...overrides }));
  return [
    ...prejoinFacts(),
    { type: 'join-started' },
    { type: 'welcomed', id: 'self', members: [member('self', { name: 'Ada' }), ...members], kept: [] },
    ...others.flatMap((id): Fact[] => [
      { type: 'link-changed', id, link: 'connected', path: 'direct' },
      presenceOf(id, aPresence()),
    ]),
  ];
}
