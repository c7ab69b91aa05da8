// Makes a fresh clone ready: installs what is missing and says so. It runs before anything is installed, so it uses
// nothing but Node.
//
//   node scripts/ensure.mjs            the packages
//   node scripts/ensure.mjs browsers   the packages, and a Chromium and a Firefox for the tests
import { pathToFileURL } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensurePackages } from './ensure-packages.mjs';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  if (process.argv.includes('browsers')) await ensureBrowsers();
}
