import { readFileSync, readdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

/** A variable for the environment of a process. Every process that it starts inherits the variable, so tests can find them. */
export function mark(): Readonly<Record<string, string>> {
  return { P2P_TEST_MARK: randomUUID() };
}

/**
 * The commands of the running processes with a mark. Only Linux shows the environment of other processes; elsewhere the list is
 * empty.
 */
export function bearersOf(marked: Readonly<Record<string, string>>): string[] {
  const line = `P2P_TEST_MARK=${marked['P2P_TEST_MARK']}`;
  return processIds()
    .filter((id) => read(id, 'environ').includes(line))
    .map((id) => read(id, 'cmdline').replaceAll('\0', ' '));
}

function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function read(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Stops a process and all below it in their tracks: nothing is closed, nothing is said. What is returned has them go on; else they
 * are ended for good after a minute and a half.
 */
export function freeze(id: number | undefined): () => void {
  if (!id) throw new Error('There is no process to stop.');
  const all = descendantsOf(id);
  for (const one of all) signal(one, 'SIGSTOP');
  const end = setTimeout(() => all.forEach((one) => signal(one, 'SIGKILL')), 90_000).unref();
  return () => {
    clearTimeout(end);
    for (const one of all) signal(one, 'SIGCONT');
  };
}

function descendantsOf(id: number): number[] {
  const children = processIds()
    .map(Number)
    .filter((one) => Number(/^PPid:\s+(\d+)/mu.exec(read(String(one), 'status'))?.[1]) === id);
  return [id, ...children.flatMap(descendantsOf)];
}

function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch {
    // Gone already.
  }
}
