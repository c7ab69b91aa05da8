import { describe, expect, it } from 'vitest';
import { Timer, Timers } from '../../../src/session/timer.js';
import { FakeClock } from '../../fakes/fake-clock.js';

function start() {
  const clock = new FakeClock();
  const ending = new AbortController();
  const ran: string[] = [];
  return { clock, ending, ran };
}

describe('Timer', () => {
  it('runs once, and what is started last', () => {
    const { clock, ending, ran } = start();
    const timer = new Timer(clock, ending.signal);
    timer.start(10, () => ran.push('first'));
    timer.start(20, () => ran.push('second'));
    expect(timer.isRunning).toBe(true);
    clock.pass(100);
    expect(ran).toEqual(['second']);
    expect(timer.isRunning).toBe(false);
  });

  it('may start itself again', () => {
    const { clock, ending, ran } = start();
    const timer = new Timer(clock, ending.signal);
    const tick = (): void => {
      ran.push('tick');
      timer.start(10, tick);
    };
    timer.start(10, tick);
    clock.pass(30);
    expect(ran.length).toBe(3);
    expect(timer.isRunning).toBe(true);
  });

  it('ends with its owner, and starts no more', () => {
    const { clock, ending, ran } = start();
    const timer = new Timer(clock, ending.signal);
    timer.start(10, () => ran.push('one'));
    ending.abort();
    timer.start(10, () => ran.push('two'));
    clock.pass(100);
    expect(ran).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});

describe('Timers', () => {
  it('keep each key apart, and end with their owner', () => {
    const { clock, ending, ran } = start();
    const timers = new Timers<string>(clock, ending.signal);
    timers.start('a', 10, () => ran.push('a'));
    timers.start('b', 10, () => ran.push('b'));
    timers.start('b', 20, () => ran.push('b again'));
    timers.start('c', 10, () => ran.push('c'));
    timers.stop('c');
    clock.pass(20);
    expect(ran).toEqual(['a', 'b again']);
    timers.start('a', 10, () => ran.push('a again'));
    ending.abort();
    clock.pass(20);
    expect(ran.length).toBe(2);
    expect(clock.waiting).toBe(0);
  });
});
