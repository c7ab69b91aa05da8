import { CallError } from '../../core/call-error.js';

/** Tells the call around an element that a file could not be loaded, or that it was loaded after all. */
export class FileEvent extends Event {
  static readonly type = 'p2p-call-file';
  /** What is in the file. */
  readonly subject: string;
  /** Undefined if it was loaded. */
  readonly error: CallError | undefined;

  constructor(subject: string, error: CallError | undefined) {
    super(FileEvent.type, { bubbles: true, composed: true });
    this.subject = subject;
    this.error = error;
  }
}

/** Gives the content of a file, or undefined if the file cannot be loaded, which is told at `asker`. */
export type Lazy<T> = (asker: EventTarget) => Promise<T | undefined>;

/**
 * A file that is loaded when somebody needs it, once for all who ask. If it cannot be loaded, the call is told once, and the next one
 * who asks has it tried again.
 */
export function lazy<T>(subject: string, load: () => Promise<T>): Lazy<T> {
  let coming: Promise<T | undefined> | undefined;
  let isMissing = false;
  const fetch = async (asker: EventTarget): Promise<T | undefined> => {
    try {
      const loaded = await load();
      if (isMissing) asker.dispatchEvent(new FileEvent(subject, undefined));
      isMissing = false;
      return loaded;
    } catch (cause) {
      coming = undefined;
      isMissing = true;
      const error = new CallError('file-missing', 'A part of the call cannot be loaded.', { cause, subject });
      asker.dispatchEvent(new FileEvent(subject, error));
      return undefined;
    }
  };
  return (asker) => (coming ??= fetch(asker));
}
