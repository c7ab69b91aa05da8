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

/** Gives the content of a file; undefined if it cannot be loaded: `asker` then dispatches a `FileEvent`. */
export type Lazy<T> = (asker: EventTarget) => Promise<T | undefined>;

/** Who dispatched that a file is missing, by what is in it. Several users of one file share this. */
const missing = new Map<string, Set<WeakRef<EventTarget>>>();

/**
 * A file that is loaded when somebody needs it, once for all who ask. If it cannot be loaded, the call around the asker learns of it,
 * and the next one who asks has it tried again. When it comes after all, every call that learned of the failure learns of that, too.
 */
export function lazy<T>(subject: string, load: () => Promise<T>): Lazy<T> {
  let coming: Promise<T | undefined> | undefined;
  const fetch = async (asker: EventTarget): Promise<T | undefined> => {
    try {
      const loaded = await load();
      for (const witness of missing.get(subject) ?? [])
        witness.deref()?.dispatchEvent(new FileEvent(subject, undefined));
      missing.delete(subject);
      return loaded;
    } catch (cause) {
      coming = undefined;
      const error = new CallError('file-missing', 'A part of the call cannot be loaded.', { cause, subject });
      const witnesses = missing.get(subject) ?? new Set();
      if (![...witnesses].some((witness) => witness.deref() === asker)) witnesses.add(new WeakRef(asker));
      missing.set(subject, witnesses);
      asker.dispatchEvent(new FileEvent(subject, error));
      return undefined;
    }
  };
  return (asker) => (coming ??= fetch(asker));
}
