import type { Fact } from '../fact.js';
import { tileOf } from '../tile-key.js';
import { change } from './change.js';

/** What opens beside the pictures; one at a time. */
export type Panel = 'chat' | 'people' | 'settings' | 'shortcuts';

/** How this person looks at the call; nobody else learns of it. */
export interface View {
  /** The panel that is open in the built-in interface. */
  readonly panel: Panel | undefined;
  /** The tiles that are to be large, in the order of pinning; see `tileKey`. */
  readonly pins: readonly string[];
  /** The own picture is not shown among the others. */
  readonly selfHidden: boolean;
  readonly fullscreen: boolean;
  /** The call is in a picture-in-picture window. */
  readonly pip: boolean;
  /** The link to the call was copied just now, or the browser refused to. */
  readonly invite: 'copied' | 'refused' | undefined;
  /** The browser refuses to play sound until someone clicks. */
  readonly playbackBlocked: boolean;
}

/** What of the view is changed together. */
export type Viewing = Pick<View, 'pins' | 'selfHidden' | 'fullscreen' | 'pip'>;

export const initialView: View = Object.freeze({
  panel: undefined,
  pins: Object.freeze([]),
  selfHidden: false,
  fullscreen: false,
  pip: false,
  invite: undefined,
  playbackBlocked: false,
});

/** `present` are the ids of everyone in the call, the self too. */
export function reduceView(view: View, fact: Fact, present: ReadonlySet<string | undefined>): View {
  const next = changed(view, fact);
  return change(next, { pins: pinsThatHold(next.pins, present) });
}

function changed(view: View, fact: Fact): View {
  switch (fact.type) {
    case 'panel-changed':
      return change(view, { panel: fact.panel });
    case 'viewing-changed':
      return change<View>(view, fact.changes);
    case 'invite-changed':
      return change(view, { invite: fact.invite });
    case 'playback-changed':
      return change(view, { playbackBlocked: fact.blocked });
    default:
      return view;
  }
}

/** Each pin once, of those who are here. A pinned screen that is not shared for a while stays pinned. */
function pinsThatHold(pins: readonly string[], present: ReadonlySet<string | undefined>): readonly string[] {
  const holding = [...new Set(pins)].filter((key) => present.has(tileOf(key).id));
  return holding.length === pins.length ? pins : Object.freeze(holding);
}
