import type { CallError } from './call-error.js';
import { captureError } from './capture-error.js';
import type { By, Source, SourceState } from './source.js';

/** What is known of one source that is captured. Frozen. */
export interface Capture {
  /** The person wants it on. */
  readonly isWanted: boolean;
  readonly state: SourceState;
  /**
   * What becomes of its track: `sent` to the others; `kept` open though the source is off, unheard by anybody, so that it is
   * back at once; `none` where there is no track.
   */
  readonly track: 'none' | 'sent' | 'kept';
  /** What keeps it from being on. */
  readonly problem: CallError | undefined;
}

/** The microphone and the camera. */
export interface Captures {
  readonly microphone: Capture;
  readonly camera: Capture;
  /** A microphone that is switched off stays open. */
  readonly keepsMicrophone: boolean;
}

export type CaptureEvent =
  /** Sources are to be on or off. `isKeptUsable`: the kept microphone gives sound at this moment. */
  | {
      readonly type: 'wished';
      readonly wishes: Readonly<Partial<Record<Source, boolean>>>;
      readonly by: By;
      readonly isKeptUsable: boolean;
    }
  /** The browser gave a track; `isPaused` where the system holds it back. */
  | { readonly type: 'captured'; readonly source: Source; readonly isPaused: boolean; readonly by: By }
  /** The browser gave none. */
  | { readonly type: 'refused'; readonly source: Source; readonly problem: CallError; readonly by: By }
  /** The device or the permission was taken away. */
  | { readonly type: 'ended'; readonly source: Source }
  /** The system holds the running track back, or gives it back. */
  | { readonly type: 'paused'; readonly source: Source; readonly isPaused: boolean }
  /** Another track took the place of the running one. */
  | { readonly type: 'exchanged'; readonly source: Source; readonly isPaused: boolean }
  /** The time to ask again for a device that was busy. */
  | { readonly type: 'retry' }
  /** The page woke up, or devices came: what was not to be had may be now. */
  | { readonly type: 'woke' }
  | { readonly type: 'devices-changed' }
  /** Whether a microphone that is switched off stays open from now on. */
  | { readonly type: 'keep'; readonly keep: boolean };

export type CaptureAction =
  /** Ask the browser for these, together, so that the person is asked once. */
  | { readonly type: 'capture'; readonly sources: readonly Source[]; readonly by: By }
  /** The running track is sent to nobody any more, and stopped. */
  | { readonly type: 'stop'; readonly source: Source }
  /** As `stop`, but a copy of the track stays open. */
  | { readonly type: 'keep' }
  /** The copy is sent again. */
  | { readonly type: 'resume' }
  /** The copy is stopped. */
  | { readonly type: 'let-go' }
  /** Send the track that was captured. */
  | { readonly type: 'send'; readonly source: Source }
  /** Stop the track that was captured: nobody wants it any more. */
  | { readonly type: 'discard'; readonly source: Source }
  /** Ask for the same device again while the present track goes on. */
  | { readonly type: 'renew'; readonly source: Source }
  /** `retry` comes in a while. */
  | { readonly type: 'retry-later' }
  /** The source is otherwise than before. */
  | {
      readonly type: 'report';
      readonly source: Source;
      readonly state: SourceState;
      readonly by: By;
      readonly problem: CallError | undefined;
    };

export const captureSources: readonly Source[] = ['microphone', 'camera'];

const nothing: Capture = Object.freeze({ isWanted: false, state: 'off', track: 'none', problem: undefined });

export const nothingCaptured: Captures = Object.freeze({
  microphone: nothing,
  camera: nothing,
  keepsMicrophone: false,
});

/** Whether a source is to be captured: it is wanted and has no track that is sent. */
export function isCaptureDue(captures: Captures, source: Source): boolean {
  return captures[source].isWanted && captures[source].track !== 'sent';
}

/** What follows from an event. Pure. Each source fails by itself. */
export function stepCapture(captures: Captures, event: CaptureEvent): readonly [Captures, readonly CaptureAction[]] {
  switch (event.type) {
    case 'wished':
      return wished(captures, event);
    case 'captured':
      return captured(captures, event);
    case 'refused':
      return isCaptureDue(captures, event.source) ? refused(captures, event) : [captures, []];
    case 'ended':
      return ended(captures, event.source);
    case 'paused':
      return captures[event.source].track === 'sent' ? paused(captures, event.source, event.isPaused) : [captures, []];
    case 'exchanged':
      // A system that holds the new track back says so itself.
      return captures[event.source].state === 'paused' && !event.isPaused
        ? paused(captures, event.source, false)
        : [captures, []];
    case 'retry':
      return [captures, captureAgain(captures, ({ problem }) => problem?.code === 'device-busy')];
    case 'woke': {
      const held = captureSources.filter((source) => captures[source].state === 'paused');
      const renewals = held.map((source): CaptureAction => ({ type: 'renew', source }));
      const again = captureAgain(
        captures,
        ({ state, problem }) => state === 'missing' || problem?.code === 'device-busy',
      );
      return [captures, [...renewals, ...again]];
    }
    case 'devices-changed':
      return [captures, captureAgain(captures, ({ state }) => state === 'missing')];
    case 'keep': {
      const next = Object.freeze({ ...captures, keepsMicrophone: event.keep });
      return event.keep ? [next, []] : letGo(next);
    }
  }
}

function wished(
  captures: Captures,
  { wishes, by, isKeptUsable }: Extract<CaptureEvent, { type: 'wished' }>,
): readonly [Captures, readonly CaptureAction[]] {
  const named = captureSources.filter((source) => wishes[source] !== undefined);
  const actions: CaptureAction[] = [];
  let next = captures;
  for (const source of named) {
    next = change(next, source, { isWanted: wishes[source] ?? false });
    if (wishes[source]) continue;
    const [released, more] = release(next, source, by);
    next = released;
    actions.push(...more);
  }
  if (isCaptureDue(next, 'microphone') && next.microphone.track === 'kept' && isKeptUsable) {
    actions.push({ type: 'resume' }, report('microphone', 'on', by));
    next = change(next, 'microphone', { track: 'sent', state: 'on', problem: undefined });
  }
  // The system holds it back; asking anew may get it back.
  for (const source of named) if (next[source].state === 'paused') actions.push({ type: 'renew', source });
  const due = named.filter((source) => isCaptureDue(next, source));
  if (due.length > 0) actions.push({ type: 'capture', sources: due, by });
  return [next, actions];
}

function release(captures: Captures, source: Source, by: By): readonly [Captures, readonly CaptureAction[]] {
  const isSent = captures[source].track === 'sent';
  const isKept = isSent && source === 'microphone' && captures.keepsMicrophone;
  const actions: CaptureAction[] = [];
  if (isSent) actions.push(isKept ? { type: 'keep' } : { type: 'stop', source });
  actions.push(report(source, 'off', by));
  const track = isKept ? 'kept' : isSent ? 'none' : captures[source].track;
  return [change(captures, source, { track, state: 'off', problem: undefined }), actions];
}

function captured(
  captures: Captures,
  { source, isPaused, by }: Extract<CaptureEvent, { type: 'captured' }>,
): readonly [Captures, readonly CaptureAction[]] {
  if (!isCaptureDue(captures, source)) return [captures, [{ type: 'discard', source }]];
  // A copy that was kept is of another device, or held back by the system.
  const [free, actions] = source === 'microphone' ? letGo(captures) : [captures, []];
  const state = isPaused ? 'paused' : 'on';
  const next = change(free, source, { track: 'sent', state, problem: undefined });
  return [next, [...actions, { type: 'send', source }, report(source, state, by)]];
}

function refused(
  captures: Captures,
  { source, problem, by }: Extract<CaptureEvent, { type: 'refused' }>,
): readonly [Captures, readonly CaptureAction[]] {
  const { problem: known } = captures[source];
  // The system repeats a problem that is known already; a person who presses the button again is answered with a new one.
  const shown = known?.code === problem.code && by !== 'user' ? known : problem;
  const state = problem.code === 'device-missing' ? 'missing' : 'blocked';
  const actions: CaptureAction[] = [report(source, state, by, shown)];
  // No event tells when another program lets go of the device.
  if (problem.code === 'device-busy') actions.push({ type: 'retry-later' });
  return [change(captures, source, { state, problem: shown }), actions];
}

function ended(captures: Captures, source: Source): readonly [Captures, readonly CaptureAction[]] {
  if (captures[source].track !== 'sent') return [captures, []];
  const without = change(captures, source, { track: 'none' });
  const problem = captureError('device-missing', source);
  const [next, actions] = refused(without, { type: 'refused', source, problem, by: 'system' });
  // The system's default may stand in for what was unplugged.
  return [next, [{ type: 'stop', source }, ...actions, { type: 'capture', sources: [source], by: 'system' }]];
}

function paused(captures: Captures, source: Source, isPaused: boolean): readonly [Captures, readonly CaptureAction[]] {
  const state = isPaused ? 'paused' : 'on';
  return [change(captures, source, { state }), [report(source, state, 'system')]];
}

function captureAgain(captures: Captures, isHopeful: (capture: Capture) => boolean): readonly CaptureAction[] {
  const sources = captureSources.filter((source) => isCaptureDue(captures, source) && isHopeful(captures[source]));
  return sources.length > 0 ? [{ type: 'capture', sources, by: 'system' }] : [];
}

function letGo(captures: Captures): readonly [Captures, readonly CaptureAction[]] {
  if (captures.microphone.track !== 'kept') return [captures, []];
  return [change(captures, 'microphone', { track: 'none' }), [{ type: 'let-go' }]];
}

function report(source: Source, state: SourceState, by: By, problem?: CallError): CaptureAction {
  return { type: 'report', source, state, by, problem };
}

function change(captures: Captures, source: Source, changes: Partial<Capture>): Captures {
  return Object.freeze({ ...captures, [source]: Object.freeze({ ...captures[source], ...changes }) });
}
