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
