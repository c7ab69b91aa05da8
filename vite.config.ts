import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { fingerprint } from './scripts/fingerprint.mjs';
import { flatTemplates } from './scripts/flat-templates.mjs';
import { licences } from './scripts/licences.mjs';
import { shareMain } from './scripts/share-main.mjs';

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the finished bundle lies on the site. Pages load it as any other page would: by its address. */
const bundleAddress = '/p2p-call.js';

/**
 * Gives pages of the demo the two ways in that everybody has: the address of the bundle and the name of the package.
 * On the development server both lead to the sources; on the built site both are the bundle.
 */
function packageAsPublished(): Plugin {
  let isBuild = false;
  return {
    name: 'package-as-published',
    enforce: 'pre',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    transformIndexHtml: {
      order: 'pre',
      // The finished page keeps the very line that the documents show.
      handler: (html) =>
        isBuild ? html.replaceAll(`src="${bundleAddress}"`, `src="${bundleAddress}" vite-ignore`) : html,
    },
    resolveId(id) {
      if (id !== bundleAddress && id !== 'p2p-call') return undefined;
      return isBuild ? { id: bundleAddress, external: true } : fromRoot('src/index.ts');
    },
  };
}

/**
 * Puts into each page of the demo what it has in common with the others, where it says `<!-- frame: name -->`: the file
 * `demo/site/name.html`. In the list of pages, the one that is open is marked.
 */
function siteFrame(): Plugin {
  const framed = (html: string): string =>
    html.replace(/<!-- frame: ([a-z]+) -->/g, (_, name: string) =>
      framed(readFileSync(fromRoot(`demo/site/${name}.html`), 'utf8').trim()),
    );
  return {
    name: 'site-frame',
    enforce: 'pre',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) =>
        framed(html).replace(`<a href="${path.replace(/index\.html$/, '')}">`, (link) =>
          link.replace('>', ' aria-current="page">'),
        ),
    },
  };
}

/** What chunks are built from. They fit only the main file they were built with, so their names tell one build from another. */
const bundleInputs = [
  'src',
  'package-lock.json',
  'vite.config.ts',
  'scripts/flat-templates.mjs',
  'scripts/share-main.mjs',
];

/** An element by its tag without `p2p-`, as the files that define one all bear the same name; anything else by its own. */
function chunkName(name: string, path: string | null | undefined): string {
  return /components\/p2p-([a-z-]+)\/define\.ts$/.exec(path ?? '')?.[1] ?? name;
}

/** Every page of the demo, by its name. */
function demoPages(): Record<string, string> {
  const pages = readdirSync(fromRoot('demo')).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(pages.map((name) => [name.replace('.html', ''), fromRoot(`demo/${name}`)]));
}

export default defineConfig(({ mode }) => {
  if (mode === 'bundle') {
    const id = fingerprint(bundleInputs).slice(0, 8);
    return {
      publicDir: false,
      plugins: [flatTemplates(), shareMain(id), licences()],
      build: {
        target: 'es2022',
        lib: { entry: fromRoot('src/index.ts'), formats: ['es'], fileName: 'p2p-call' },
        modulePreload: false,
        rolldownOptions: {
          // Which plugin takes how long is no news.
          checks: { pluginTimings: false },
          // What chunks use of the main file becomes an export of it. `shareMain` takes such exports away again.
          preserveEntrySignatures: 'allow-extension',
          output: {
            codeSplitting: {
              groups: [
                // All that joining needs is one file. Left to itself, the bundler splits off what chunks need, too.
                { name: 'main', tags: ['$initial'], priority: 1 },
                // Comes in every call, so nothing that it needs is a file of its own.
                { name: 'around', test: 'p2p-stage/around.ts' },
              ],
            },
            chunkFileNames: ({ name, facadeModuleId }) => `p2p-call-${chunkName(name, facadeModuleId)}-${id}.js`,
            // Vite's library mode keeps the white space, for bundlers downstream; here is none.
            minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          },
        },
      },
    };
  }
  if (mode === 'site' || mode === 'development') {
    return {
      root: fromRoot('demo'),
      publicDir: 'public',
      appType: 'mpa',
      plugins: [siteFrame(), packageAsPublished()],
      server: { fs: { allow: [fromRoot('.')] } },
      build: {
        target: 'es2022',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: demoPages() },
      },
    };
  }
  return {
    test: {
      projects: [
        {
          test: {
            name: 'unit',
            include: ['test/unit/**/*.test.ts'],
            setupFiles: ['test/unit/setup.ts'],
            // Property tests on a machine that has other things to do.
            testTimeout: 60_000,
          },
        },
        {
          test: {
            name: 'party',
            include: ['test/party/**/*.test.ts'],
            // These wait most of the time, for room servers that start and rooms that fall asleep.
            maxWorkers: 3,
            testTimeout: 120_000,
            hookTimeout: 180_000,
          },
        },
        {
          test: {
            name: 'e2e',
            include: ['test/e2e/**/*.test.ts'],
            // Two cores carry one pair of browsers at a time.
            fileParallelism: false,
            testTimeout: 120_000,
            hookTimeout: 180_000,
          },
        },
      ],
    },
  };
});
