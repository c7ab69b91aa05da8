import type { CallError, P2PCall } from 'p2p-call';
import type { EventLog } from './event-log.js';
import { find } from '../site/find.js';

/** What each button calls, and with what. */
interface Invocation {
  readonly text: string;
  readonly run: () => Promise<void>;
}

/** Makes the buttons call the methods, and writes how each call ends into the log. */
export function showMethods(call: P2PCall, log: EventLog): void {
  const isOn = (source: 'microphone' | 'camera'): boolean => {
    const state = call.self?.[source];
    if (state !== undefined) return state === 'on';
    // Before joining there is no participant yet; the state of the element says as much.
    return call.matches(source === 'microphone' ? ':state(mic-on)' : ':state(camera-on)');
  };
  const invocations: Readonly<Record<string, (input: string) => Invocation>> = {
    join: () => ({ text: 'join()', run: () => call.join() }),
    leave: () => ({ text: 'leave()', run: () => call.leave() }),
    setMicrophone: () => {
      const on = !isOn('microphone');
      return { text: `setMicrophone(${on})`, run: () => call.setMicrophone(on) };
    },
    setCamera: () => {
      const on = !isOn('camera');
      return { text: `setCamera(${on})`, run: () => call.setCamera(on) };
    },
    setName: (input) => ({ text: `setName(${JSON.stringify(input)})`, run: () => call.setName(input) }),
    sendData: (input) => {
      const value = valueOf(input);
      return { text: `sendData(${JSON.stringify(value)})`, run: () => call.sendData(value) };
    },
  };
  const invoke = async (name: string, input: string): Promise<void> => {
    const { text, run } = invocations[name]?.(input) ?? { text: name, run: () => Promise.resolve() };
    try {
      await run();
      log.add(text, 'resolved', 'method');
    } catch (error) {
      const { code, message } = error as CallError;
      log.add(text, `rejected: ${code} (${message})`, 'trouble');
    }
  };
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-call]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void invoke(form.dataset['call'] ?? '', find('', 'input', form).value);
    });
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-call]')) {
    const name = button.dataset['call'] ?? '';
    button.addEventListener('click', () => void invoke(name, ''));
    const label = (): void => {
      button.textContent = invocations[name]?.('').text ?? name;
    };
    for (const type of ['p2p-microphone-change', 'p2p-camera-change', 'p2p-state-change'] as const) {
      call.addEventListener(type, label);
    }
  }
}

/** JSON where it is some, else the text itself. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
