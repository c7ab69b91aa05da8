import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the package', () => {
  it.each(['p2p-call', 'p2p-call/classes', 'p2p-call/components/p2p-call.js'])(
    '%s can be imported where there is no browser',
    async (name) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', `await import('${name}')`], {
        cwd: root,
        stdio: 'inherit',
      });
      expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    },
  );
});
