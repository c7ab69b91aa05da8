import { parseSync } from 'vite';

/**
 * Lets chunks take what they share with the main file from the copy of it that runs, whatever address that was loaded from.
 *
 * A bundler has a chunk import it by the name of the file. Where the page asked for that file with a query or through a
 * redirect, the browser would load and run it a second time. So the main file leaves what chunks use under a symbol that
 * bears the id of the build, and chunks find it there: chunks of one build fit the main file of that build and no other.
 * The first copy on a page stays in charge, as it does of the tags.
 *
 * It comes last, as what it writes is not to be minified once more.
 *
 * @param {string} buildId
 * @returns {import('vite').Plugin}
 */
export function shareMain(buildId) {
  const shared = `globalThis[Symbol.for(${JSON.stringify(`p2p-call ${buildId}`)})]`;
  return {
    name: 'share-main',
    // What chunks use becomes an export of the main file, rather than a file of its own that everybody would wait for. Left to
    // itself, the bundler splits that off as soon as chunks have something else in common.
    config: () => ({
      build: {
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                groupOf('main', (id, modules) => !!modules.getModuleInfo(id)?.isEntry),
                // Comes in every call, so nothing that it needs is a file of its own.
                groupOf('in-call', (id) => id.endsWith('/p2p-call/in-call.ts')),
              ],
            },
          },
        },
      },
    }),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const main = chunks.find(({ isEntry }) => isEntry);
      if (!main?.facadeModuleId) throw new Error('There is no main file.');
      if (main.imports.length > 0) throw new Error(`The main file waits for others: ${main.imports.join(', ')}.`);

      /** @type {Set<string>} */
      const used = new Set();
      for (const chunk of chunks.filter((one) => one !== main)) {
        chunk.code = edit(chunk, (statement) => {
          if (statement.type !== 'ImportDeclaration' || statement.source.value !== `./${main.fileName}`)
            return undefined;
          const names = statement.specifiers.map((specifier) => {
            if (specifier.type !== 'ImportSpecifier')
              throw new Error(`${chunk.fileName} imports all of the main file.`);
            used.add(nameOf(specifier.imported));
            return `${nameOf(specifier.imported)}:${specifier.local.name}`;
          });
          return names.length > 0 ? `const{${names.join()}}=${shared};` : '';
        });
      }
      if (used.size === 0) return;

      const promised = this.getModuleInfo(main.facadeModuleId)?.exports ?? [];
      main.code = edit(main, (statement) => {
        if (statement.type !== 'ExportNamedDeclaration') return undefined;
        const names = statement.specifiers.map(({ local, exported }) => ({
          local: nameOf(local),
          exported: nameOf(exported),
        }));
        const inner = names.filter(({ exported }) => used.has(exported));
        const outer = names.filter(({ exported }) => promised.includes(exported));
        return (
          `${shared}??={${inner.map(({ local, exported }) => `${exported}:${local}`).join()}};` +
          `export{${outer.map(({ local, exported }) => `${local} as ${exported}`).join()}};`
        );
      });
    },
  };
}

/**
 * The members with short names that code calls. Packages are published with such names: another member that a minifier gives one of
 * them becomes the same.
 *
 * @param {string} code
 */
export function shortMembers(code) {
  return new Set([...code.matchAll(/\.([\w$]{1,3})(?![\w$])/g)].map(([, name = '']) => name));
}

/**
 * The modules that a file runs: by imports alone, dynamic ones not counted.
 *
 * @param {string} name
 * @param {(id: string, modules: import('vite').Rolldown.ChunkingContext) => boolean} isStart
 */
function groupOf(name, isStart) {
  return {
    debugName: name,
    /** @param {string} id @param {import('vite').Rolldown.ChunkingContext} modules */
    name: (id, modules) => {
      const seen = new Set([id]);
      // Grows while it is gone through.
      for (const one of seen) {
        if (isStart(one, modules)) return name;
        for (const importer of modules.getModuleInfo(one)?.importers ?? []) seen.add(importer);
      }
      return undefined;
    },
  };
}

/**
 * The code with those top-level statements replaced for which there is something else.
 *
 * @param {{ fileName: string, code: string }} chunk
 * @param {(statement: import('vite').ESTree.Program['body'][number]) => string | undefined} replacementOf
 */
function edit({ fileName, code }, replacementOf) {
  let edited = code;
  // From the end, so that positions before it stay true.
  for (const statement of parseSync(fileName, code).program.body.toReversed()) {
    const replacement = replacementOf(statement);
    if (replacement !== undefined)
      edited = edited.slice(0, statement.start) + replacement + edited.slice(statement.end);
  }
  return edited;
}

/** @param {import('vite').ESTree.ModuleExportName} name */
function nameOf(name) {
  return name.type === 'Literal' ? name.value : name.name;
}
