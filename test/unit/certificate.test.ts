import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateIn, createCertificate } from '../../scripts/certificate.mjs';

const dayMs = 86_400_000;
const nowMs = Date.parse('2030-01-01T00:00:00Z');

describe('createCertificate', () => {
  const names = ['localhost', '127.0.0.1', '192.168.1.7'];
  const { key, certificate } = createCertificate(names, nowMs);
  const read = new X509Certificate(certificate);

  it('is valid for the given names and for no others', () => {
    expect(read.checkHost('localhost')).toBe('localhost');
    expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(read.checkIP('192.168.1.7')).toBe('192.168.1.7');
    expect(read.checkHost('example.com')).toBeUndefined();
    expect(read.checkIP('192.168.1.8')).toBeUndefined();
  });

  it('is signed with its own key', () => {
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  });

  it('is for servers, and can sign nothing else', () => {
    expect(read.ca).toBe(false);
    expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  it('holds now, and no longer than Safari allows', () => {
    expect(Date.parse(read.validFrom)).toBeLessThanOrEqual(nowMs);
    expect(Date.parse(read.validTo)).toBeGreaterThan(nowMs);
    expect(Date.parse(read.validTo) - Date.parse(read.validFrom)).toBeLessThan(825 * dayMs);
  });
});

describe('certificateIn', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'p2p-call-certificate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const made = (names: string[], timeMs: number): string =>
    readFileSync(certificateIn(folder, names, timeMs).certificatePath, 'utf8');

  it('keeps the one there is, so that browsers ask once', () => {
    expect(made(['localhost', '10.0.0.2'], nowMs)).toBe(made(['localhost'], nowMs + dayMs));
  });

  it('makes a new one for a name that is missing', () => {
    expect(made(['localhost'], nowMs)).not.toBe(made(['localhost', '10.0.0.2'], nowMs));
  });

  it('makes a new one before the old one runs out', () => {
    expect(made(['localhost'], nowMs)).not.toBe(made(['localhost'], nowMs + 90 * dayMs));
  });
});
