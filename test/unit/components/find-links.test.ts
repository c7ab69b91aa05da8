import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../src/components/p2p-chat/find-links.js';

/** The stretches of a message, links as `[text](address)`. */
function marked(message: string): string {
  return findLinks(message)
    .map(({ text, href }) => (href === undefined ? text : `[${text}](${href})`))
    .join('');
}

describe('findLinks', () => {
  const cases: [string, string][] = [
    ['no link at all', 'no link at all'],
    ['see https://example.com/a?b=c#d now', 'see [https://example.com/a?b=c#d](https://example.com/a?b=c#d) now'],
    ['http://example.com', '[http://example.com](http://example.com/)'],
    ['www.example.com', '[www.example.com](https://www.example.com/)'],
    ['Is it https://example.com/x?', 'Is it [https://example.com/x](https://example.com/x)?'],
    ['(https://example.com/x).', '([https://example.com/x](https://example.com/x)).'],
    ['https://example.com/a_(b)', '[https://example.com/a_(b)](https://example.com/a_(b))'],
    ['a\nhttps://example.com\nb', 'a\n[https://example.com](https://example.com/)\nb'],
    ['HTTPS://EXAMPLE.COM/X', '[HTTPS://EXAMPLE.COM/X](https://example.com/X)'],
    [
      'https://a.example https://b.example',
      '[https://a.example](https://a.example/) [https://b.example](https://b.example/)',
    ],
    // A chat only opens web addresses.
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['data:text/html,x file:///etc ftp://example.com', 'data:text/html,x file:///etc ftp://example.com'],
    ['javascript:https://example.com', 'javascript:[https://example.com](https://example.com/)'],
    // A user name before the host can make the address look like one of another host.
    ['https://bank.example@evil.example/', 'https://bank.example@evil.example/'],
    ['https://user:secret@evil.example/', 'https://user:secret@evil.example/'],
    // Letters of another script: the link shows the address as the browser reads it.
    ['https://аpple.example/', '[https://xn--pple-43d.example/](https://xn--pple-43d.example/)'],
    ['https://localhost/x', 'https://localhost/x'],
    ['mail@www.example.com', 'mail@www.example.com'],
    ['https://', 'https://'],
    ['<https://example.com>', '<[https://example.com](https://example.com/)>'],
  ];
  for (const [message, expected] of cases) {
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(message)}`, () => expect(marked(message)).toBe(expected));
  }

  it('leaves nothing out, and ends soon, whatever is written', () => {
    for (const message of ['https://'.repeat(500), `https://a.b/${')'.repeat(3_900)}`, 'www.'.repeat(1_000)]) {
      expect(
        findLinks(message)
          .map(({ text }) => text)
          .join(''),
      ).toBe(message);
    }
  });
});
