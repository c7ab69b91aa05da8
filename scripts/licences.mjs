import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Lies beside every file that holds code of others. */
export const licencesFile = 'LICENSES.txt';

/** The drawings of the icons are not imported: they are written down in this file. */
const icons = { file: 'src/components/shared/icons.ts', of: 'lucide-static', name: 'Lucide icons' };

/**
 * Names the projects whose code a bundle holds in a comment at the top of each file, and puts the full text of their licences
 * beside it, as these demand of every copy. Which projects they are is read from the bundle.
 *
 * @returns {import('vite').Plugin}
 */
export function licences() {
  return {
    name: 'licences',
    generateBundle: {
      // After all that takes comments away.
      order: 'post',
      handler(_, bundle) {
        /** @type {Set<string>} */
        const all = new Set();
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const packages = packagesOf(chunk.moduleIds);
          for (const name of packages) all.add(name);
          if (packages.length > 0) chunk.code = `${banner(packages)}\n${chunk.code}`;
        }
        this.emitFile({ type: 'asset', fileName: licencesFile, source: textOf([...all]) });
      },
    },
  };
}

/**
 * The packages that modules come from, by name.
 *
 * @param {readonly string[]} modules
 */
function packagesOf(modules) {
  const names = modules.flatMap((path) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/')) ?? [];
    return name ?? (path.endsWith(icons.file) ? icons.of : []);
  });
  return [...new Set(names)].sort();
}

/** @param {readonly string[]} packages */
function banner(packages) {
  /** @type {Map<string, Set<string>>} */
  const byLicence = new Map();
  for (const name of packages) {
    const { license } = manifestOf(name);
    byLicence.set(license, (byLicence.get(license) ?? new Set()).add(projectOf(name)));
  }
  const named = [...byLicence].map(([licence, projects]) => `${[...projects].join(', ')} (${licence})`);
  return `/*! p2p-call (MIT), with ${named.join(', ')}: ./${licencesFile} */`;
}

/** @param {readonly string[]} packages */
function textOf(packages) {
  const parts = packages
    .toSorted()
    .map((name) => `${titleOf(name)} ${manifestOf(name).version} (${manifestOf(name).license})\n\n${licenceOf(name)}`);
  const own = `p2p-call (MIT)\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
  return `${[own, ...parts].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

/**
 * What people know a package as: Lit comes in several.
 *
 * @param {string} name
 */
function projectOf(name) {
  return /^(?:@lit\/|lit-|lit$)/.test(name) ? 'lit' : titleOf(name);
}

/** @param {string} name */
function titleOf(name) {
  return name === icons.of ? icons.name : name;
}

/**
 * @param {string} name
 * @returns {{ version: string, license: string }}
 */
function manifestOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
}

/** @param {string} name */
function licenceOf(name) {
  const folder = join(root, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  if (!file) throw new Error(`${name} is in the bundle, and has no licence that could go with it.`);
  return readFileSync(join(folder, file), 'utf8').trim();
}
