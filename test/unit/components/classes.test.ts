import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../../src', import.meta.url));

/** The class of an element by its tag: `P2PHandButton` for `p2p-hand-button`. */
function classOf(tag: string): string {
  const [, ...words] = tag.split('-');
  return `P2P${words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('')}`;
}

describe('src/classes.ts', () => {
  it('names the class of every folder of components; `npx vitest run --project unit classes -u` writes it', async () => {
    const tags = readdirSync(join(src, 'components')).filter((name) => name !== 'shared');
    const lines = [
      '// The classes of the elements, registered under no name. Written by test/unit/components/classes.test.ts.',
      ...tags.sort().map((tag) => `export { ${classOf(tag)} } from './components/${tag}/${tag}.js';`),
      "export { CallController, type CallWatcher as CallElement } from './components/shared/call-controller.js';",
      "export type { CallView } from './components/shared/call-context.js';",
      "export { CallError, type CallErrorOptions, type ErrorCode, errorCodes } from './core/call-error.js';",
      "export { registerWords, type Words } from './locales/load-dictionary.js';",
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(src, 'classes.ts'));
  });
});
