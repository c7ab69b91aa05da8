import { describe, expect, it } from 'vitest';
import { Priority } from '../../../src/session/priority.js';
import { FakeClock } from '../../fakes/fake-clock.js';

function start() {
  const clock = new FakeClock();
  const ending = new AbortController();
  const ran: string[] = [];
  const priority = new Priority(clock);
  const paint = (): void => void ran.push('paint');
  const load = (): void => void ran.push('load');
  return { clock, ending, ran, priority, paint, load };
}

describe('Priority', () => {
  it('runs at once what nothing goes before', () => {
    const { priority, ran, paint, load } = start();
    priority.run('load', load);
    priority.run('paint', paint);
    expect(ran).toEqual(['load', 'paint']);
  });

  it('paints once, and then loads, when all that is being negotiated is over', () => {
    const { clock, ending, priority, ran, paint, load } = start();
    const first = priority.hold(200, ending.signal);
    const second = priority.hold(200, ending.signal);
    priority.run('load', load);
    priority.run('paint', paint);
    priority.run('paint', paint);
    first();
    first();
    expect(ran).toEqual([]);
    second();
    expect(ran).toEqual(['paint', 'load']);
    expect(clock.waiting).toBe(0);
  });

  it('waits for no negotiation for ever, and not for one after the other', () => {
    const { clock, ending, priority, ran, paint } = start();
    priority.hold(50, ending.signal);
    priority.run('paint', paint);
    clock.pass(50);
    expect(ran).toEqual(['paint']);
    for (let round = 0; round < 10; round += 1) {
      priority.hold(100, ending.signal);
      priority.run('paint', paint);
      clock.pass(50);
    }
    expect(ran.length).toBeGreaterThan(2);
  });

  it('holds nothing back for one who has ended', () => {
    const { clock, ending, priority, ran, paint } = start();
    priority.hold(200, ending.signal);
    priority.run('paint', paint);
    ending.abort();
    expect(ran).toEqual(['paint']);
    priority.hold(200, ending.signal);
    priority.run('paint', paint);
    expect(ran.length).toBe(2);
    expect(clock.waiting).toBe(0);
  });
});
