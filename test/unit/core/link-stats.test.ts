import { describe, expect, it } from 'vitest';
import { figuresOf, type StreamStats } from '../../../src/core/link-stats.js';

const stream = (bytes: number, packets: number, lost: number): StreamStats => ({
  bytes,
  packets,
  lost,
  width: undefined,
  height: undefined,
  framesPerSecond: undefined,
});

describe('figuresOf', () => {
  it.each<[string, StreamStats | undefined, StreamStats | undefined, number, ReturnType<typeof figuresOf>]>([
    ['counts from one sample to the next', stream(1000, 10, 1), stream(3500, 28, 3), 2000, { kbps: 10, loss: 0.1 }],
    ['takes the first sample as it is', undefined, stream(1250, 9, 1), 1000, { kbps: 10, loss: 0.1 }],
    ['starts anew with a connection', stream(9000, 90, 9), stream(1250, 10, 0), 1000, { kbps: 10, loss: 0 }],
    ['loses nothing where lost packets come late', stream(0, 0, 4), stream(1250, 10, 2), 1000, { kbps: 10, loss: 0 }],
    ['is nought where nothing moves', stream(5, 5, 0), stream(5, 5, 0), 1000, { kbps: 0, loss: 0 }],
    ['says nothing without time', stream(0, 0, 0), stream(5, 5, 0), 0, undefined],
    ['says nothing without a stream', stream(0, 0, 0), undefined, 1000, undefined],
  ])('%s', (_, before, after, passedMs, expected) => expect(figuresOf(before, after, passedMs)).toEqual(expected));
});
