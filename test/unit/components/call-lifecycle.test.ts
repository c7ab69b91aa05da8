import { describe, expect, it } from 'vitest';
import { FakePage } from '../../fakes/fake-page.js';

/** A page whose call shows the pre-join screen. */
async function prejoin(attributes: ConstructorParameters<typeof FakePage>[0] = {}): Promise<FakePage> {
  const page = new FakePage(attributes);
  await page.settle();
  page.log.length = 0;
  return page;
}

/** A page whose call is on the way in, and what joining came to: `joined`, or the code of the error. */
async function joining(page?: FakePage): Promise<{ page: FakePage; outcome: Promise<string> }> {
  const own = page ?? (await prejoin());
  const outcome = outcomeOf(own.lifecycle.join());
  await own.settle();
  own.log.length = 0;
  return { page: own, outcome };
}

async function joined(): Promise<FakePage> {
  const { page, outcome } = await joining();
  page.welcome();
  await outcome;
  page.log.length = 0;
  return page;
}

async function outcomeOf(joining: Promise<void>): Promise<string> {
  return joining.then(
    () => 'joined',
    (error: { code: string }) => error.code,
  );
}

describe('opening', () => {
  it('shows the pre-join screen with the sources that are set', async () => {
    const page = new FakePage({ camera: false });
    await page.settle();
    expect(page.log).toEqual(['open standup with mic']);
    expect(page.phase).toBe('prejoin');
  });

  it('joins at once with autojoin, and says so, as nobody has pressed Join', async () => {
    const page = new FakePage({ autojoin: true });
    await page.settle();
    expect(page.log).toEqual(['open standup with mic+camera', 'p2p-before-join', 'join']);
    expect(page.store.state.call).toMatchObject({ phase: 'joining', slowToJoin: true });
  });

  it('joins once autojoin is set on the pre-join screen', async () => {
    const page = await prejoin();
    page.set({ autojoin: true });
    await page.settle();
    expect(page.log).toEqual(['p2p-before-join', 'join']);
    expect(page.store.state.call.slowToJoin).toBe(false);
  });

  it('waits for a room without failing, and fails with one that is none', async () => {
    const page = new FakePage({ room: undefined });
    await page.settle();
    expect([page.phase, page.errorCode]).toEqual(['idle', 'bad-room']);
    page.set({ room: 'standup' });
    await page.settle();
    expect([page.phase, page.errorCode]).toEqual(['prejoin', undefined]);
    page.set({ room: '' });
    await page.settle();
    expect([page.phase, page.errorCode]).toEqual(['failed', 'bad-room']);
  });

  it('fails with an error of ours whatever is thrown', async () => {
    const page = await prejoin();
    page.obstacle = new TypeError('Invalid URL');
    page.set({ server: '://' });
    await page.settle();
    expect([page.phase, page.errorCode]).toEqual(['failed', 'bad-value']);
  });

  it('does nothing outside the document', async () => {
    const page = new FakePage();
    page.isConnected = false;
    await page.settle();
    expect(page.log).toEqual([]);
    page.insert();
    expect(page.log).toEqual(['open standup with mic+camera']);
  });
});

describe('joining', () => {
  it('resolves once the room server lets the call in', async () => {
    const { page, outcome } = await joining();
    page.welcome();
    expect(await outcome).toBe('joined');
  });

  it('keeps the pre-join screen for the moment that it takes', async () => {
    const { page } = await joining();
    expect(page.store.state.call).toMatchObject({ phase: 'joining', slowToJoin: false });
  });

  it('is proposed to the page once, however often it is asked for at the same time', async () => {
    const page = await prejoin();
    const outcomes = [page.lifecycle.join(), page.lifecycle.join()].map(outcomeOf);
    await page.settle();
    page.welcome();
    expect(await Promise.all(outcomes)).toEqual(['joined', 'joined']);
    expect(page.log.filter((line) => line === 'p2p-before-join')).toHaveLength(1);
  });

  it('waits for attributes that were set in the same task', async () => {
    const page = await prejoin();
    page.set({ room: 'retro' });
    const outcome = outcomeOf(page.lifecycle.join());
    await page.settle();
    expect(page.log).toEqual(['close', 'open retro with mic+camera', 'p2p-before-join', 'join']);
    page.welcome();
    expect(await outcome).toBe('joined');
  });

  it('is over where a listener prevents it', async () => {
    const page = await prejoin();
    page.listener = () => false;
    expect(await outcomeOf(page.lifecycle.join())).toBe('aborted');
    expect(page.log).toEqual(['p2p-before-join']);
    expect(page.phase).toBe('prejoin');
  });

  it('goes with the token and the server that a listener sets', async () => {
    const page = await prejoin();
    page.listener = () => page.set({ token: 'new' });
    void page.lifecycle.join();
    await page.settle();
    expect(page.log).toEqual(['p2p-before-join', 'token new', 'join']);

    const other = await prejoin();
    other.listener = () => other.set({ server: 'example.com' });
    void other.lifecycle.join();
    await other.settle();
    expect(other.log).toEqual(['p2p-before-join', 'close', 'open example.com/standup with mic+camera', 'join']);
  });

  it('rejects outside the document', async () => {
    const page = await prejoin();
    page.isConnected = false;
    expect(await outcomeOf(page.lifecycle.join())).toBe('not-joined');
  });

  it('rejects with what the room server says', async () => {
    const { page, outcome } = await joining();
    page.refuse('room-full');
    expect(await outcome).toBe('room-full');
  });

  it('rejects with what is wrong with the room', async () => {
    const page = await prejoin({ room: '' });
    expect(await outcomeOf(page.lifecycle.join())).toBe('bad-room');
  });

  it('does nothing in the call', async () => {
    const page = await joined();
    expect(await outcomeOf(page.lifecycle.join())).toBe('joined');
    expect(page.log).toEqual([]);
  });

  it('takes a new session after the end, with the sources as they were switched last', async () => {
    const page = await joined();
    await page.lifecycle.setSource('camera', false);
    page.lifecycle.leave();
    page.log.length = 0;
    const outcome = outcomeOf(page.lifecycle.join());
    await page.settle();
    page.welcome();
    expect(await outcome).toBe('joined');
    expect(page.log).toEqual(['open standup with mic', 'p2p-before-join', 'join']);
    expect(page.sessions).toHaveLength(2);
  });
});

describe('a change of the room', () => {
  it('leaves the old one and joins the new one in the call, and says so', async () => {
    const page = await joined();
    page.set({ room: 'retro' });
    await page.settle();
    expect(page.log).toEqual(['leave: room-changed', 'open retro with mic+camera', 'p2p-before-join', 'join']);
    expect(page.store.state.call.slowToJoin).toBe(true);
  });

  it('only shows the other pre-join screen on the pre-join screen', async () => {
    const page = await prejoin();
    page.set({ room: 'retro' });
    await page.settle();
    expect(page.log).toEqual(['close', 'open retro with mic+camera']);
  });

  it('while joining has joining resolve in the new room', async () => {
    const { page, outcome } = await joining();
    page.set({ room: 'retro' });
    await page.settle();
    expect(page.log).toEqual(['leave: room-changed', 'open retro with mic+camera', 'p2p-before-join', 'join']);
    page.welcome();
    expect(await outcome).toBe('joined');
    expect(page.store.state.call.room).toBe('retro');
  });

  it('to one that is none rejects joining with what is wrong with it', async () => {
    const { page, outcome } = await joining();
    page.set({ room: '' });
    expect(await outcome).toBe('bad-room');
    expect(page.phase).toBe('failed');
  });

  it('twice while joining ends in the last one', async () => {
    const { page, outcome } = await joining();
    page.set({ room: 'retro' });
    await page.settle();
    page.set({ room: 'review' });
    await page.settle();
    page.welcome();
    expect(await outcome).toBe('joined');
    expect(page.store.state.call.room).toBe('review');
  });
});

describe('another token', () => {
  it('is tried where the last one was refused', async () => {
    const { page } = await joining();
    page.refuse('bad-token');
    page.set({ token: 'better' });
    await page.settle();
    expect(page.log).toEqual(['open standup with mic+camera']);
    expect(page.phase).toBe('prejoin');
  });

  it('is only taken along where something else was wrong', async () => {
    const { page } = await joining();
    page.refuse('room-full');
    page.set({ token: 'better' });
    await page.settle();
    expect(page.log).toEqual(['token better']);
    expect(page.phase).toBe('failed');
  });
});

describe('a change of another property', () => {
  const changes = [
    [{ name: 'Eve' }, ['name Eve']],
    [{ token: 'new' }, ['token new']],
    [{ mic: false }, ['microphone off']],
    [{ camera: false }, ['camera off']],
    [{ mic: false, camera: false }, ['microphone off', 'camera off']],
    // With voices alone the camera is no matter of its own.
    [{ audioOnly: true, camera: false }, ['audio-only true, camera false']],
    [{ autojoin: true }, []],
  ] as const;

  for (const [when, begin] of [
    ['while joining', async () => (await joining()).page],
    ['in the call', joined],
  ] as const) {
    it.each(changes)(`to %j ${when} goes to the session that runs`, async (attributes, expected) => {
      const page = await begin();
      page.set(attributes);
      await page.settle();
      expect([...page.log].sort()).toEqual([...expected].sort());
      expect(page.sessions).toHaveLength(1);
    });
  }
});

describe('leaving', () => {
  it('ends the call', async () => {
    const page = await joined();
    page.lifecycle.leave();
    expect(page.log).toEqual(['p2p-before-leave', 'leave: left']);
  });

  it('while joining has joining reject', async () => {
    const { page, outcome } = await joining();
    page.lifecycle.leave();
    expect(await outcome).toBe('aborted');
  });

  it('is over where a listener prevents it', async () => {
    const page = await joined();
    page.listener = () => false;
    expect(() => page.lifecycle.leave()).toThrow('Leaving was prevented.');
    expect(page.phase).toBe('joined');
  });

  it('does nothing on the pre-join screen', async () => {
    const page = await prejoin();
    page.lifecycle.leave();
    expect(page.log).toEqual([]);
  });
});

describe('removing the element', () => {
  it('and inserting it in the same task moves it: nothing happens', async () => {
    const page = await joined();
    page.remove();
    page.insert();
    page.clock.pass(1_000);
    await page.settle();
    expect(page.log).toEqual([]);
    expect(page.phase).toBe('joined');
  });

  it('ends the call a task later', async () => {
    const page = await joined();
    page.remove();
    expect(page.log).toEqual([]);
    page.clock.pass(0);
    expect(page.log).toEqual(['leave: left']);
    expect(page.phase).toBe('idle');
    expect(page.lifecycle.session).toBe(undefined);
  });

  it('while joining has joining reject', async () => {
    const { page, outcome } = await joining();
    page.remove();
    page.clock.pass(0);
    expect(await outcome).toBe('aborted');
  });

  it('lets it be inserted again: it opens anew, with what was set meanwhile', async () => {
    const page = await joined();
    page.remove();
    page.clock.pass(0);
    page.set({ room: 'retro' });
    await page.settle();
    page.log.length = 0;
    page.insert();
    await page.settle();
    expect(page.log).toEqual(['open retro with mic+camera']);
    expect(page.phase).toBe('prejoin');
  });

  it('leaves no timer', async () => {
    const page = await joined();
    page.remove();
    page.insert();
    page.remove();
    page.clock.pass(0);
    expect(page.clock.waiting).toBe(0);
  });
});

describe('a command', () => {
  it('has a session to go to, or says that there is no call', async () => {
    const page = await prejoin();
    expect(page.lifecycle.requiredSession).toBe(page.sessions[0]);
    page.remove();
    page.clock.pass(0);
    expect(() => page.lifecycle.requiredSession).toThrow('There is no call.');
  });
});
