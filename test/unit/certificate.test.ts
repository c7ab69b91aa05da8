import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateIn } from '../../scripts/certificate.mjs';

const dayMs = 86_400_000;
const nowMs = Date.parse('2030-01-01T00:00:00Z');

describe('certificateIn', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'p2p-call-certificate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const made = async (names: string[], timeMs: number): Promise<string> =>
    readFileSync((await certificateIn(folder, names, timeMs)).certificatePath, 'utf8');

  it('makes one for the given names and no others, for servers alone, for no longer than Safari allows', async () => {
    const read = new X509Certificate(await made(['localhost', '127.0.0.1', '192.168.1.7'], nowMs));
    expect(read.checkPrivateKey(createPrivateKey(readFileSync(join(folder, 'key.pem'))))).toBe(true);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkHost('localhost')).toBe('localhost');
    expect(read.checkIP('192.168.1.7')).toBe('192.168.1.7');
    expect(read.checkHost('example.com') ?? read.checkIP('192.168.1.8')).toBeUndefined();
    expect([read.ca, read.keyUsage]).toEqual([false, ['1.3.6.1.5.5.7.3.1']]);
    expect(Date.parse(read.validFrom)).toBeLessThanOrEqual(nowMs);
    expect(Date.parse(read.validTo) - Date.parse(read.validFrom)).toBeLessThan(825 * dayMs);
  });

  it('keeps the one there is, so that browsers ask once', async () => {
    expect(await made(['localhost', '10.0.0.2'], nowMs)).toBe(await made(['localhost'], nowMs + dayMs));
  });

  it.each([
    ['for a name that is missing', ['localhost', '10.0.0.2'], nowMs],
    ['before the old one runs out', ['localhost'], nowMs + 90 * dayMs],
  ])('makes a new one %s', async (_, names, timeMs) => {
    expect(await made(['localhost'], nowMs)).not.toBe(await made(names, timeMs));
  });
});
