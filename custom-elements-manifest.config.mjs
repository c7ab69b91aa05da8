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

/** The manifest speaks of the files that are published, not of the sources. */
function publishedPaths() {
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
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
