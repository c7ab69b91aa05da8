import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

  it('names at the top of the single file whose code is in it, and has their licences beside it', () => {
    const [notice = ''] = readFileSync(`${root}/dist/bundle/p2p-call.js`, 'utf8').split('\n', 1);
    expect(notice).toMatch(/^\/\*! .* \*\/$/);
    for (const named of [/\blit \(BSD-3-Clause\)/, /valibot \(MIT\)/, /Lucide icons \(ISC\)/]) {
      expect(notice).toMatch(named);
    }
    const file = /\.\/([\w.]+) \*\/$/.exec(notice)?.[1] ?? '';
    const texts = ['bundle/', 'site/', ''].map((folder) => readFileSync(`${root}/dist/${folder}${file}`, 'utf8'));
    expect(new Set(texts).size).toBe(1);
    for (const name of ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context']) {
      expect(texts[0]).toContain(licenceOf(`${name}/LICENSE`));
    }
    for (const path of ['valibot/LICENSE.md', 'lucide-static/LICENSE']) {
      expect(texts[0]).toContain(licenceOf(path));
    }
  });

  it('takes the licences along to npm', () => {
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
    ) as [{ files: { path: string }[] }];
    const paths = packed[0].files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'dist/LICENSES.txt', 'dist/bundle/LICENSES.txt']));
  });
});

function licenceOf(path: string): string {
  return readFileSync(`${root}/node_modules/${path}`, 'utf8').trim();
}
