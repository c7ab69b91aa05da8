/**
 * Lets chunks take what they share with the main file from the copy of it that runs, whatever address that was loaded from.
 *
 * A bundler has a chunk import the main file by its name. Where the page asked for that file with a query or through a
 * redirect, the browser would load and run it a second time. So the main file leaves what chunks use under a symbol with the
 * id of the build, and chunks find it there: chunks of one build fit the main file of that build and no other. The first copy
 * on a page stays in charge, as it does of the tags.
 *
 * @param {string} buildId
 * @returns {import('vite').Plugin}
 */
export function shareMain(buildId) {
  const shared = `globalThis[Symbol.for(${JSON.stringify(`p2p-call ${buildId}`)})]`;
  return {
    name: 'share-main',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const main = chunks.find(({ isEntry }) => isEntry);
      if (!main?.facadeModuleId) throw new Error('There is no main file.');
      if (main.imports.length > 0) throw new Error(`The main file waits for others: ${main.imports.join(', ')}.`);

      // These are the statements as the minifier writes them.
      const importOfMain = new RegExp(`import(?:\\{([^}]*)\\}from)?"\\./${main.fileName}";`);
      const lastExport = /export\{([^}]*)\};?\s*$/;

      /** @type {Set<string>} */
      const used = new Set();
      for (const chunk of chunks.filter(({ imports }) => imports.includes(main.fileName))) {
        rewrite(chunk, importOfMain, (names) => {
          for (const [exported] of names) used.add(exported);
          return names.length > 0
            ? `const{${names.map(([exported, local]) => `${exported}:${local}`)}}=${shared};`
            : '';
        });
      }
      const promised = this.getModuleInfo(main.facadeModuleId)?.exports ?? [];
      rewrite(main, lastExport, (names) => {
        const inner = names.filter(([, exported]) => used.has(exported));
        const outer = names.filter(([, exported]) => promised.includes(exported));
        return (
          `${shared}??={${inner.map(([local, exported]) => `${exported}:${local}`)}};` +
          `export{${outer.map(([local, exported]) => `${local} as ${exported}`)}};`
        );
      });
    },
  };
}

/**
 * Replaces a statement that lists names, `a as b` or `a` for `a as a`.
 *
 * @param {{ fileName: string, code: string }} chunk
 * @param {RegExp} statement
 * @param {(names: [string, string][]) => string} replacementOf
 */
function rewrite(chunk, statement, replacementOf) {
  const match = statement.exec(chunk.code);
  if (!match) throw new Error(`${chunk.fileName} has no ${statement}.`);
  const pairs = match[1] ? match[1].split(',').map((pair) => pair.split(' as ')) : [];
  const replacement = replacementOf(pairs.map(([first = '', second = first]) => [first, second]));
  chunk.code = chunk.code.replace(statement, () => replacement);
}
