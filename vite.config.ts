import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MinifyOptions, minify } from 'terser';
import { Visitor, parseSync } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/licences.mjs';
import { shareMain, shortMembers } from './scripts/share-main.mjs';
import { siteFrame } from './scripts/site-frame.mjs';

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

/** CSS without what it means the same without: comments, white space, last semicolons, noughts before a point. */
function tightCss(text: string): string {
  return text
    .replace(/\/\*.*?\*\//g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/\b0(?=\.\d)/g, '');
}

/** A template without the indentation of its lines: a line break between two tags is none, as in JSX. */
function tightHtml(text: string): string {
  return text
    .replace(/> (?=<)|> $/g, '>')
    .replace(/^ (?=<)/, '')
    .replace(/ (?=\/?>)/g, '');
}

/**
 * Takes the indentation out of `html`, `svg` and `css` templates. A run of white space with a line break in it becomes
 * one space, which means the same wherever white space collapses, and nothing at all between tags and where CSS needs none.
 */
function flatTemplates(): Plugin {
  return {
    name: 'flat-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(fromRoot('src/'))) return undefined;
      let flat = code;
      const templates: { start: number; end: number; isCss: boolean }[] = [];
      new Visitor({
        TaggedTemplateExpression({ tag, quasi }) {
          if (tag.type !== 'Identifier' || !['html', 'svg', 'css'].includes(tag.name)) return;
          for (const { start, end } of quasi.quasis) templates.push({ start, end, isCss: tag.name === 'css' });
        },
      }).visit(parseSync(id, code).program);
      // From the end, so that positions before it stay true.
      for (const { start, end, isCss } of templates.sort((a, b) => b.start - a.start)) {
        const text = code.slice(start, end).replace(/\s*\n\s*/g, ' ');
        const tight = isCss ? tightCss(text) : tightHtml(text);
        flat = flat.slice(0, start) + tight + flat.slice(end);
      }
      return { code: flat, map: null };
    },
  };
}

/** What this project never asks of the socket of partysocket. */
const unusedOfSocket = [
  'retryCount',
  'bufferedAmount',
  'extensions',
  'protocol',
  'url',
  'shouldReconnect',
  'binaryType',
  'drainQueuedMessages',
];

/**
 * Leaves out of partysocket what no minifier can know to be unused: members that nobody calls, and advice on the console for
 * mistakes that are not made here.
 */
function smallSocket(): Plugin {
  return {
    name: 'small-socket',
    transform(code, id) {
      if (!/partysocket[\\/]dist[\\/]ws\.js$/.test(id)) return undefined;
      let small = code;
      const cuts: { start: number; end: number; by: string }[] = [];
      new Visitor({
        MethodDefinition({ key, start, end }) {
          if (key.type === 'Identifier' && unusedOfSocket.includes(key.name)) cuts.push({ start, end, by: '' });
        },
        CallExpression({ callee, start, end }) {
          if (/^console\.(error|warn)$/.test(code.slice(callee.start, callee.end)))
            cuts.push({ start, end, by: 'void 0' });
        },
      }).visit(parseSync(id, code).program);
      for (const { start, end, by } of cuts.sort((a, b) => b.start - a.start)) {
        small = small.slice(0, start) + by + small.slice(end);
      }
      return { code: small, map: null };
    },
  };
}

/** What makes the bundle smaller than Vite's own minifier can, by 4 % once compressed. */
const terserOptions = {
  module: true,
  ecma: 2022,
  compress: {
    passes: 3,
    // partysocket writes a log that nobody can switch on here, and asks whether it runs in a browser; decorators come
    // from TypeScript.
    pure_funcs: ['this._debug'],
    global_defs: {
      process: undefined,
      'Reflect.decorate': undefined,
      'navigator.product': 'Gecko',
      'globalThis.Event': true,
      'globalThis.EventTarget': true,
    },
  },
  // Only partysocket and Lit have members of these shapes, and they are private to them.
  mangle: { properties: { regex: /^_[a-z]|^_\$/, keep_quoted: true } },
} satisfies MinifyOptions;

/** Minifies what Vite's minifier leaves once more. */
function terser(): Plugin {
  return {
    name: 'terser',
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const nameCache: { vars?: object; props?: object } = {};
      // Lit is published with short names already: one of them in the main file must not become another's in a chunk.
      const reserved = chunks.flatMap(({ code }) => [...shortMembers(code)]);
      const mangle = { properties: { ...terserOptions.mangle.properties, reserved } };
      for (const chunk of chunks.sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
        // Chunks call a member what the main file calls it; variables are their own.
        delete nameCache.vars;
        chunk.code = (await minify(chunk.code, { ...terserOptions, mangle, nameCache })).code ?? chunk.code;
      }
    },
  };
}

/**
 * What is in the names of the chunks: another one whenever the sources, the packages or the way of building differ, as chunks
 * fit only the main file they were built with.
 */
function buildId(): string {
  const sources = readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const hash = createHash('sha256');
  for (const path of [
    ...sources.sort().map((name) => join('src', name)),
    'package-lock.json',
    'vite.config.ts',
    'scripts/share-main.mjs',
  ]) {
    hash.update(path).update(readFileSync(fromRoot(path)));
  }
  return hash.digest('hex').slice(0, 8);
}

/** An element by its tag without `p2p-`, as the files that define one all bear the same name; anything else by its own. */
function chunkName(name: string, path: string | null | undefined): string {
  return /components\/p2p-([a-z-]+)\/define\.ts$/.exec(path ?? '')?.[1] ?? name;
}

/** Every page of the demo, by its name. */
function demoPages(): Record<string, string> {
  if (!existsSync(fromRoot('demo'))) return {};
  const pages = readdirSync(fromRoot('demo')).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(pages.map((name) => [name.replace('.html', ''), fromRoot(`demo/${name}`)]));
}

export default defineConfig(({ mode }) => {
  if (mode === 'bundle') {
    const id = buildId();
    return {
      publicDir: false,
      plugins: [flatTemplates(), smallSocket(), terser(), shareMain(id), licences()],
      build: {
        target: 'es2022',
        lib: { entry: fromRoot('src/index.ts'), formats: ['es'], fileName: 'p2p-call' },
        modulePreload: false,
        rolldownOptions: {
          // That the minifier takes most of the time is no news.
          checks: { pluginTimings: false },
          output: {
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
      plugins: [siteFrame(fromRoot('demo')), packageAsPublished()],
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
        { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
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
