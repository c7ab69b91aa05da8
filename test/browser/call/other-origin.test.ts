import { expect } from '@open-wc/testing';
import { newRoom } from '../support/calls.js';
import { until } from '../support/until.js';
import { roomServerUrl, secondOriginUrl } from '../support/environment.js';

interface Received {
  type: string;
  value: unknown;
}

let frame: HTMLIFrameElement | undefined;
let received: Received[] = [];
const listen = ({ data, source }: MessageEvent): void => {
  if (source === frame?.contentWindow) received.push(data as Received);
};

/** Opens the page of two calls on another origin than the room server's, with the given headers. */
function openPage(headers: readonly string[], allow: string, again = true): void {
  const url = new URL('/pages/calls.html', secondOriginUrl);
  url.searchParams.set('room', newRoom());
  url.searchParams.set('bundle', `${roomServerUrl}/p2p-call.js`);
  if (again) url.searchParams.set('again', '');
  for (const header of headers) url.searchParams.append('header', header);
  received = [];
  frame = document.createElement('iframe');
  frame.allow = allow;
  // Browsers throttle frames that are out of sight.
  frame.width = '800';
  frame.height = '1400';
  frame.src = url.href;
  addEventListener('message', listen);
  document.body.append(frame);
}

function valuesOf(type: string): unknown[] {
  return received.filter((one) => one.type === type).map((one) => one.value);
}

async function bothMove(): Promise<void> {
  await until(
    () => valuesOf('moving').includes('first') && valuesOf('moving').includes('second'),
    'both see each other move',
  ).catch(async (error: unknown) => {
    frame?.contentWindow?.postMessage('states', '*');
    await until(() => valuesOf('state').length === 2, 'the states of both', 5_000).catch(() => undefined);
    throw new Error(`${String(error)} ${JSON.stringify(received)}`);
  });
}

const capture = 'camera; microphone; autoplay';

afterEach(() => {
  frame?.remove();
  frame = undefined;
  removeEventListener('message', listen);
});

describe('the script of a room server on a page of another origin', () => {
  it('loads, twice too, and connects to where it came from', async () => {
    openPage([], capture);
    await bothMove();
    expect(valuesOf('loaded')).to.deep.equal([true]);
    expect(valuesOf('thrown')).to.deep.equal([]);
    expect(valuesOf('error')).to.deep.equal([]);
  });

  it('gets its dictionaries from there too', async () => {
    openPage([], capture);
    await bothMove();
    await until(() => {
      frame?.contentWindow?.postMessage('labels', '*');
      return valuesOf('labels').some((labels) => String(labels).includes('Anruf verlassen'));
    }, 'German words').catch((error: unknown) => {
      throw new Error(`${String(error)} ${JSON.stringify(valuesOf('labels').at(-1))}`);
    });
  });

  it('needs no exception from a strict content security policy and trusted types', async () => {
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${roomServerUrl}`,
      "style-src 'self'",
      `connect-src ${roomServerUrl.replace('http', 'ws')}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    // The script is loaded once: a second copy would create a second policy with the same name.
    openPage([`Content-Security-Policy: ${policy}`], capture, false);
    await bothMove();
    expect(valuesOf('violation')).to.deep.equal([]);
    expect(valuesOf('thrown')).to.deep.equal([]);
  });

  it('says policy-blocked, or denied, in a frame that may not capture, and joins without', async () => {
    openPage([], 'autoplay');
    await until(
      () => valuesOf('connection').some((text) => String(text).endsWith(' connected')),
      'the two connect without media',
    );
    await until(() => valuesOf('error').length >= 4, 'each source of each call is told');
    const codes = new Set(valuesOf('error'));
    // Firefox cannot be asked for the permissions policy, so its answer looks like a refusal by the person.
    const expected = navigator.userAgent.includes('Firefox') ? ['mic-denied', 'camera-denied'] : ['policy-blocked'];
    expect([...codes].sort()).to.deep.equal(expected.sort());
    expect(valuesOf('thrown')).to.deep.equal([]);
  });
});
