import type { Fact } from '../fact.js';
import { type Call, endedCall, openedCall, reduceCall } from './call.js';
import { type CallState, initialState } from './call-state.js';
import { change } from './change.js';
import { noChat, reduceChat } from './chat.js';
import { orderErrors, problemsOf } from './errors.js';
import { nobody, reducePeople } from './people.js';
import { isActive, isInCall, type Phase } from './phase.js';
import { reduceSelf, selfNamed } from './self.js';
import { reduceSettings } from './settings.js';
import { initialView, reduceView } from './view.js';

/**
 * The next state of a call. Pure; the same object comes back where nothing changed, for each slice too. Facts may arrive in any
 * order (a member that already left, a link of an ended call): what does not fit the phase changes nothing.
 */
export function reduce(state: CallState, fact: Fact): CallState {
  if (!isTimely(fact, state.call.phase)) return state;
  const next = nextOf(state, fact);
  if (next === state) return state;
  return change(next, { errors: orderErrors(state.errors, problemsOf(state), problemsOf(next)) });
}

const inPrejoin = (phase: Phase): boolean => phase === 'prejoin';

/** When a fact means something; any other means something at any time. */
const times: Readonly<Partial<Record<Fact['type'], (phase: Phase) => boolean>>> = {
  'join-started': inPrejoin,
  'join-slow': (phase) => phase === 'joining',
  'present-seen': inPrejoin,
  welcomed: isActive,
  'source-changed': (phase) => phase !== 'idle',
  'member-seen': isInCall,
  'line-changed': isInCall,
  'invite-changed': isInCall,
  'panel-changed': isInCall,
  'viewing-changed': isInCall,
  'hand-changed': isInCall,
  'messages-received': isInCall,
  'reaction-shown': isInCall,
  left: (phase) => inPrejoin(phase) || isActive(phase),
  closed: (phase) => phase !== 'idle',
};

function isTimely(fact: Fact, phase: Phase): boolean {
  // A welcome that does not name us is none.
  if (fact.type === 'welcomed' && !fact.members.some(({ id }) => id === fact.id)) return false;
  return times[fact.type]?.(phase) ?? true;
}

function nextOf(state: CallState, fact: Fact): CallState {
  switch (fact.type) {
    case 'opened':
      return change(initialState, { settings: state.settings, call: openedCall(fact), self: selfNamed(fact) });
    case 'left':
      return over(state, endedCall(state.call, { phase: 'left', leftReason: fact.reason }));
    case 'failed':
      return over(state, endedCall(state.call, { phase: 'failed', leftReason: fact.reason, failure: fact.error }));
    case 'closed':
      return change(initialState, { settings: state.settings });
    default:
      return continued(state, fact);
  }
}

/** The name and the settings outlive the call. */
function over(state: CallState, call: Call): CallState {
  return change(state, { call, self: selfNamed(state.self), people: nobody, chat: noChat, view: initialView });
}

function continued(state: CallState, fact: Fact): CallState {
  const self = reduceSelf(state.self, fact);
  const people = reducePeople(state.people, fact, self.id);
  const present = new Set([self.id, ...people.list.map(({ id }) => id)]);
  const reader = { selfId: self.id, isLooking: state.view.panel === 'chat' };
  return change(state, {
    call: reduceCall(state.call, fact),
    self,
    people,
    chat: reduceChat(state.chat, fact, reader),
    settings: reduceSettings(state.settings, fact),
    view: reduceView(state.view, fact, present),
  });
}
