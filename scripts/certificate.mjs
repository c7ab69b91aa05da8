// A certificate for trying the project in the local network. Browsers offer cameras on HTTPS pages alone, and no
// authority signs for 192.168.1.7, so it signs itself and each browser asks once whether to go on.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const dayMs = 86_400_000;
/** Safari refuses certificates that are valid for more than 825 days; a working copy seldom gets a tenth of that old. */
const validDays = 90;

/**
 * The certificate in a folder, or a new one where it is missing, about to expire, or made for other names.
 *
 * @param {string} folder
 * @param {string[]} names host names and IPv4 addresses
 * @param {number} nowMs
 * @returns {Promise<{ keyPath: string, certificatePath: string }>}
 */
export async function certificateIn(folder, names, nowMs) {
  const paths = { keyPath: join(folder, 'key.pem'), certificatePath: join(folder, 'certificate.pem') };
  if (existsSync(paths.keyPath) && existsSync(paths.certificatePath)) {
    const { validTo, subjectAltName = '' } = new X509Certificate(readFileSync(paths.certificatePath));
    const known = subjectAltName.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
    if (Date.parse(validTo) > nowMs + dayMs && names.every((name) => known.includes(name))) return paths;
  }
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'p2p-call' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - dayMs),
    notAfterDate: new Date(nowMs + validDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIPv4(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(paths.keyPath, key, { mode: 0o600 });
  writeFileSync(paths.certificatePath, cert);
  return paths;
}
