import type { Connection, Platform } from '../../../party/host.js';

/** A socket whose other end is the test. */
export class FakeConnection<Socket> implements Connection<Socket> {
  readonly id: string;
  readonly uri = 'http://room/party/standup';
  readyState = 1;
  state: Socket | null = null;
  readonly frames: { type: string; [property: string]: unknown }[] = [];
  closedWith: number | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** The types of all messages that were sent. */
  get sent(): string[] {
    return this.frames.map(({ type }) => type);
  }

  setState(state: Socket | null): void {
    this.state = state;
  }

  send(text: string): void {
    this.frames.push(JSON.parse(text));
  }

  close(code?: number): void {
    this.readyState = 2;
    this.closedWith ??= code;
  }
}

/** A platform whose clock and whose storage the test has in hand. */
export class FakePlatform<Socket> implements Platform<Socket> {
  readonly open: FakeConnection<Socket>[] = [];
  readonly stored = new Map<string, unknown>();
  readonly logged: unknown[] = [];
  alarmAt: number | undefined;
  nowMs = 1_000_000;
  /** Whether storage is out of order. */
  failing = false;
  readonly storage = {
    list: async () => {
      this.#fail();
      return new Map(this.stored);
    },
    put: async (key: string, value: unknown) => {
      this.#fail();
      this.stored.set(key, value);
    },
    delete: async (key: string) => this.stored.delete(key),
    setAlarm: async (at: number) => void (this.alarmAt = at),
  };

  connect(id: string): FakeConnection<Socket> {
    const connection = new FakeConnection<Socket>(id);
    this.open.push(connection);
    return connection;
  }

  connections(): FakeConnection<Socket>[] {
    return this.open.filter(({ readyState }) => readyState === 1);
  }

  nameOf(): string {
    return 'standup';
  }

  now(): number {
    return this.nowMs;
  }

  log(trouble: unknown): void {
    this.logged.push(trouble);
  }

  #fail(): void {
    if (this.failing) throw new Error('The disk is full.');
  }
}
