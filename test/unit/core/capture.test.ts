import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaptureAction,
  type CaptureEvent,
  type Captures,
  captureSources,
  isCaptureDue,
  nothingCaptured,
  stepCapture,
} from '../../../src/core/capture.js';
import { captureError } from '../../../src/core/capture-error.js';
import type { Source } from '../../../src/core/source.js';

const wish = (wishes: Partial<Record<Source, boolean>>, isKeptUsable = true): CaptureEvent => ({
  type: 'wished',
  wishes,
  by: 'user',
  isKeptUsable,
});
const captured = (source: Source, isPaused = false): CaptureEvent => ({
  type: 'captured',
  source,
  isPaused,
  by: 'user',
});
const refused = (source: Source, code: 'device-busy' | 'device-missing' | 'mic-denied'): CaptureEvent => ({
  type: 'refused',
  source,
  problem: captureError(code, source),
  by: 'user',
});
const keep: CaptureEvent = { type: 'keep', keep: true };

function after(...events: CaptureEvent[]): { captures: Captures; actions: readonly CaptureAction[] } {
  let captures = nothingCaptured;
  let actions: readonly CaptureAction[] = [];
  for (const event of events) [captures, actions] = stepCapture(captures, event);
  return { captures, actions };
}

/** Actions in short: the report as its state, the others by their name. */
function inShort(actions: readonly CaptureAction[]): string[] {
  return actions.map((action) => {
    if (action.type === 'report') return `${action.source} ${action.state}`;
    if (action.type === 'capture') return `capture ${action.sources.join(' ')}`;
    return 'source' in action ? `${action.type} ${action.source}` : action.type;
  });
}

describe('stepCapture', () => {
  it.each<[string, CaptureEvent[], string[]]>([
    ['asks for both together', [wish({ microphone: true, camera: true })], ['capture microphone camera']],
    ['asks for nothing that runs', [wish({ camera: true }), captured('camera'), wish({ camera: true })], []],
    ['sends what it gets', [wish({ camera: true }), captured('camera')], ['send camera', 'camera on']],
    ['takes nothing unasked', [captured('camera')], ['discard camera']],
    [
      'is paused where the system holds it',
      [wish({ camera: true }), captured('camera', true)],
      ['send camera', 'camera paused'],
    ],
    [
      'stops what is switched off',
      [wish({ camera: true }), captured('camera'), wish({ camera: false })],
      ['stop camera', 'camera off'],
    ],
    ['is off at once while the browser asks', [wish({ camera: true }), wish({ camera: false })], ['camera off']],
    [
      'keeps a muted microphone',
      [keep, wish({ microphone: true }), captured('microphone'), wish({ microphone: false })],
      ['keep', 'microphone off'],
    ],
    [
      'is back with the kept one',
      [
        keep,
        wish({ microphone: true }),
        captured('microphone'),
        wish({ microphone: false }),
        wish({ microphone: true }),
      ],
      ['resume', 'microphone on'],
    ],
    [
      'captures anew where the kept one is held by the system',
      [
        keep,
        wish({ microphone: true }),
        captured('microphone'),
        wish({ microphone: false }),
        wish({ microphone: true }, false),
      ],
      ['capture microphone'],
    ],
    [
      'lets go of the kept one when another comes',
      [
        keep,
        wish({ microphone: true }),
        captured('microphone'),
        wish({ microphone: false }),
        wish({ microphone: true }, false),
        captured('microphone'),
      ],
      ['let-go', 'send microphone', 'microphone on'],
    ],
    [
      'keeps no camera',
      [keep, wish({ camera: true }), captured('camera'), wish({ camera: false })],
      ['stop camera', 'camera off'],
    ],
    ['says what is missing', [wish({ camera: true }), refused('camera', 'device-missing')], ['camera missing']],
    [
      'asks later for what is busy',
      [wish({ camera: true }), refused('camera', 'device-busy')],
      ['camera blocked', 'retry-later'],
    ],
    [
      'asks again for what is busy',
      [wish({ camera: true }), refused('camera', 'device-busy'), { type: 'retry' }],
      ['capture camera'],
    ],
    [
      'asks again for nothing else',
      [wish({ microphone: true }), refused('microphone', 'mic-denied'), { type: 'retry' }],
      [],
    ],
    [
      'hears of no refusal that comes too late',
      [wish({ camera: true }), wish({ camera: false }), refused('camera', 'device-busy')],
      [],
    ],
    [
      'asks for what stands in for a lost device',
      [wish({ camera: true }), captured('camera'), { type: 'ended', source: 'camera' }],
      ['stop camera', 'camera missing', 'capture camera'],
    ],
    [
      'takes what is plugged in',
      [wish({ camera: true }), refused('camera', 'device-missing'), { type: 'devices-changed' }],
      ['capture camera'],
    ],
    [
      'asks for a held device on waking',
      [wish({ camera: true }), captured('camera', true), { type: 'woke' }],
      ['renew camera'],
    ],
  ])('%s', (_, events, expected) => {
    expect(inShort(after(...events).actions)).toEqual(expected);
  });

  it('tells again the person who asks again, and repeats the same problem for the system', () => {
    const { captures } = after(wish({ camera: true }), refused('camera', 'device-missing'));
    const { problem } = captures.camera;
    const again = refused('camera', 'device-missing');
    expect(stepCapture(captures, again)[0].camera.problem).not.toBe(problem);
    expect(stepCapture(captures, { ...again, by: 'system' } as CaptureEvent)[0].camera.problem).toBe(problem);
  });

  it('sends only what is wanted, and holds no problem of what is off or sent', () => {
    const source = fc.constantFrom<Source>('microphone', 'camera');
    const isPaused = fc.boolean();
    const event: fc.Arbitrary<CaptureEvent> = fc.oneof(
      fc
        .tuple(fc.option(fc.boolean(), { nil: undefined }), fc.option(fc.boolean(), { nil: undefined }), fc.boolean())
        .map(([microphone, camera, isKeptUsable]) =>
          wish(
            { ...(microphone !== undefined && { microphone }), ...(camera !== undefined && { camera }) },
            isKeptUsable,
          ),
        ),
      fc.tuple(source, isPaused).map(([one, paused]) => captured(one, paused)),
      fc
        .tuple(source, fc.constantFrom('device-busy' as const, 'device-missing' as const))
        .map(([one, code]) => refused(one, code)),
      source.map((one) => ({ type: 'ended' as const, source: one })),
      fc.record({ type: fc.constantFrom('paused' as const, 'exchanged' as const), source, isPaused }),
      fc.record({ type: fc.constant('keep' as const), keep: fc.boolean() }),
      fc.constantFrom<CaptureEvent>({ type: 'retry' }, { type: 'woke' }, { type: 'devices-changed' }),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        // What the actions did to the tracks: each is held exactly where the machine says so.
        const held: Record<Source, string> = { microphone: 'none', camera: 'none' };
        let captures = nothingCaptured;
        for (const one of events) {
          const [next, actions] = stepCapture(captures, one);
          captures = next;
          for (const action of actions) {
            if (action.type === 'send') held[action.source] = 'sent';
            if (action.type === 'stop') held[action.source] = 'none';
            if (action.type === 'keep') held.microphone = 'kept';
            if (action.type === 'resume') held.microphone = 'sent';
            if (action.type === 'let-go') held.microphone = 'none';
            if (action.type === 'capture')
              for (const asked of action.sources) expect(isCaptureDue(captures, asked)).toBe(true);
          }
          for (const name of captureSources) {
            const { isWanted, state, track, problem } = captures[name];
            expect(track).toBe(held[name]);
            if (track === 'sent')
              expect([isWanted, ['on', 'paused'].includes(state), problem]).toEqual([true, true, undefined]);
            if (!isWanted) expect([state, problem]).toEqual(['off', undefined]);
            if (name === 'camera') expect(track).not.toBe('kept');
          }
          if (!captures.keepsMicrophone) expect(captures.microphone.track).not.toBe('kept');
        }
      }),
    );
  });
});
