// A certificate for trying the project in the local network. Browsers offer cameras on HTTPS pages alone, and no
// authority signs for 192.168.1.7, so it signs itself and each browser asks once whether to go on.
import { X509Certificate, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';

const dayMs = 86_400_000;
/** Safari refuses certificates that are valid for more than 825 days; a working copy seldom gets a tenth of that old. */
const validDays = 90;

/**
 * The certificate in a folder, or a new one where it is missing, about to expire, or made for other names.
 *
 * @param {string} folder
 * @param {string[]} names host names and IPv4 addresses
 * @param {number} nowMs
 * @returns {{ keyPath: string, certificatePath: string }}
 */
export function certificateIn(folder, names, nowMs) {
  const paths = { keyPath: join(folder, 'key.pem'), certificatePath: join(folder, 'certificate.pem') };
  if (!isUsable(paths, names, nowMs)) {
    const { key, certificate } = createCertificate(names, nowMs);
    mkdirSync(folder, { recursive: true });
    writeFileSync(paths.keyPath, key, { mode: 0o600 });
    writeFileSync(paths.certificatePath, certificate);
  }
  return paths;
}

/**
 * @param {{ keyPath: string, certificatePath: string }} paths
 * @param {string[]} names
 * @param {number} nowMs
 */
function isUsable({ keyPath, certificatePath }, names, nowMs) {
  if (!existsSync(keyPath) || !existsSync(certificatePath)) return false;
  const certificate = new X509Certificate(readFileSync(certificatePath));
  if (Date.parse(certificate.validTo) < nowMs + dayMs) return false;
  return names.every((name) => (isIPv4(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined);
}

/**
 * A self-signed server certificate (RFC 5280) with an ECDSA P-256 key.
 *
 * @param {string[]} names host names and IPv4 addresses
 * @param {number} nowMs
 * @returns {{ key: string, certificate: string }} both in PEM
 */
export function createCertificate(names, nowMs) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const commonName = sequence(set(sequence(oid('2.5.4.3'), der(0x0c, Buffer.from('p2p-call')))));
  const alternatives = names.map((name) =>
    isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name)),
  );
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    commonName,
    sequence(utcTime(nowMs - dayMs), utcTime(nowMs + validDays * dayMs)),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension('2.5.29.19', sequence()), // no authority
        extension('2.5.29.15', der(0x03, Buffer.from([7, 0x80]))), // key for signatures
        extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), // of servers
        extension('2.5.29.17', sequence(...alternatives)),
      ),
    ),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

/**
 * One value in ASN.1's distinguished encoding (X.690): tag, length, content.
 *
 * @param {number} tag
 * @param {Buffer[]} contents
 */
function der(tag, ...contents) {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** @param {Buffer[]} parts */
function sequence(...parts) {
  return der(0x30, ...parts);
}

/** @param {Buffer[]} parts */
function set(...parts) {
  return der(0x31, ...parts);
}

/** @param {Buffer} bytes */
function integer(bytes) {
  return der(0x02, bytes);
}

/** @param {string} dotted */
function oid(dotted) {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

/** @param {number} timeMs */
function utcTime(timeMs) {
  const digits = new Date(timeMs).toISOString().replace(/[-:T]/g, '');
  return der(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

/**
 * @param {string} id
 * @param {Buffer} value
 */
function extension(id, value) {
  return sequence(oid(id), der(0x04, value));
}
