import { describe, expect, it } from 'vitest';
import { helpFor } from '../../../src/components/p2p-permission-help/steps.js';

const agents: Record<string, [userAgent: string, touchPoints: number, steps: readonly string[]]> = {
  'Chrome on Windows': [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
    0,
    ['chromium', 'windows'],
  ],
  'Edge on a Windows tablet': [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    10,
    ['chromium', 'windows'],
  ],
  'Firefox on a Mac': [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
    0,
    ['firefox', 'mac'],
  ],
  'Safari on a Mac': [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    0,
    ['safari', 'mac'],
  ],
  'Safari on an iPad that calls itself a Mac': [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    5,
    ['safariPhone', 'ios'],
  ],
  'Chrome on an iPhone': [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile/15E148 Safari/604.1',
    5,
    ['safariPhone', 'ios'],
  ],
  'Chrome on Android': [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
    5,
    ['chromium', 'android'],
  ],
  'Firefox on Android': [
    'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    5,
    ['chromium', 'android'],
  ],
  'Firefox on Linux': ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, ['firefox']],
  'something unknown': ['', 0, ['safari']],
};

describe('helpFor', () => {
  for (const [browser, [userAgent, touchPoints, steps]] of Object.entries(agents)) {
    it(`knows ${browser}`, () => expect(helpFor(userAgent, touchPoints)).toEqual(steps));
  }
});
