import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

// The build works in a folder of its own and swaps it in when all is done.
const outdir = process.env['MANIFEST_FOLDER'] ?? 'dist';

export default {
  globs: ['src/components/**/*.ts'],
  litelement: true,
  // The place of the manifest in package.json is fixed, and the temporary folder must not get into it.
  packagejson: false,
  outdir,
  plugins: [
    elementsOfFolders(),
    partsFromInside(),
    publishedPaths(),
    jsxTypesPlugin({
      outdir,
      fileName: 'jsx.d.ts',
      hideLogs: true,
      componentTypePath: (_name, tag) => `./components/${tag}/${tag}.js`,
    }),
    customElementVsCodePlugin({
      outdir,
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
      hideLogs: true,
    }),
    customElementJetBrainsPlugin({ outdir, webTypesFileName: 'web-types.json', packageJson: false, hideLogs: true }),
  ],
};

/**
 * The class in `components/<tag>/<tag>.ts` is the element `<tag>`; registration is apart, where the analyzer sees none.
 * Only elements stay in the manifest, with what a page can use of them.
 */
function elementsOfFolders() {
  return {
    name: 'elements-of-folders',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter((module) => {
        const [, folder, file] = /components\/([^/]+)\/([^/]+)\.ts$/.exec(module.path) ?? [];
        const element = module.declarations?.find(({ kind }) => kind === 'class');
        if (!element || folder !== file) return false;
        const isPublic = ({ name, privacy = 'public', static: isStatic }) =>
          privacy === 'public' && !isStatic && !/^[#[]/.test(name);
        Object.assign(element, {
          customElement: true,
          tagName: folder,
          members: element.members?.filter(isPublic),
          // Where the code makes an event of a name it was given, the analyzer takes the variable for the name.
          // What an event carries is said once, in the map that `addEventListener` asks too.
          events: element.events
            ?.filter(({ name }) => name?.startsWith('p2p-'))
            .map((event) => ({ ...event, type: { text: `HTMLElementEventMap['${event.name}']` } })),
        });
        module.declarations = [element];
        module.exports = [
          ...(module.exports ?? []).filter(({ name }) => name === element.name),
          {
            kind: 'custom-element-definition',
            name: folder,
            declaration: { name: element.name, module: module.path },
          },
        ];
        return true;
      });
    },
  };
}

/**
 * What an element passes on of the elements that it renders: their parts, by `exportparts`, and their slots for icons. A comment
 * names these elements, `@renders p2p-grid, p2p-controls`, and what they pass on in turn comes along; `controls` are the elements
 * of all records in `shared/controls.ts`.
 */
function partsFromInside() {
  /** @type {Map<string, string[]>} */
  const renderedBy = new Map();
  /** @type {string[]} */
  const controls = [];
  return {
    name: 'parts-from-inside',
    analyzePhase({ ts, node, moduleDoc }) {
      if (moduleDoc.path.endsWith('shared/controls.ts')) {
        const isTag = ts.isPropertyAssignment(node) && node.name.getText() === 'tag';
        if (isTag && ts.isStringLiteral(node.initializer)) controls.push(node.initializer.text);
      }
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const tags = (node.jsDoc ?? []).flatMap(({ tags = [] }) => tags).filter((tag) => tag.tagName.text === 'renders');
      const names = tags.flatMap(({ comment }) => String(comment).split(/,\s*/));
      renderedBy.set(node.name.text, names);
    },
    packageLinkPhase({ customElementsManifest }) {
      const elements = new Map(
        customElementsManifest.modules.flatMap(({ declarations }) => declarations).map((one) => [one.tagName, one]),
      );
      const done = new Set();
      const complete = (element) => {
        if (done.has(element)) return;
        done.add(element);
        const inner = (renderedBy.get(element.name) ?? []).flatMap((name) => (name === 'controls' ? controls : [name]));
        for (const tag of inner) {
          const other = elements.get(tag);
          if (!other) throw new Error(`${element.tagName} renders ${tag}, which is no element.`);
          complete(other);
          add(element, 'cssParts', other.cssParts ?? []);
          add(
            element,
            'slots',
            (other.slots ?? []).filter(({ name }) => name.startsWith('icon-')),
          );
        }
      };
      for (const element of elements.values()) complete(element);
    },
  };
}

/** Adds what is not there yet; what an element says of itself goes first. */
function add(element, kind, entries) {
  const known = element[kind] ?? [];
  element[kind] = [...known, ...entries.filter(({ name }) => known.every((one) => one.name !== name))];
  if (element[kind].length === 0) delete element[kind];
}

/** The manifest speaks of the files that are published, not of the sources. */
function publishedPaths() {
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
      // The analyzer reads files in whatever order the disk gives them.
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
      for (const module of customElementsManifest.modules) {
        module.path = published(module.path);
        for (const entry of [...(module.exports ?? []), ...(module.declarations ?? [])]) rename(entry, published);
      }
    },
  };
}

function rename(value, published) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'module' && typeof inner === 'string') value[key] = published(inner);
    else rename(inner, published);
  }
}
