import { expect } from '@open-wc/testing';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import '../../../src/components/p2p-people/define.js';
import type { P2PPeople } from '../../../src/components/p2p-people/p2p-people.js';
import type { Fact } from '../../../src/core/fact.js';
import { aPresence, aQuietPresence } from '../../fakes/builders.js';
import { joinedFacts, member } from '../../fakes/fake-call-view.js';
import { clearStage, deep, find, findAll, settled, showCall, stilled } from './scene.js';

const { axe } = globalThis as unknown as { axe: { run(root: Element, options: RunOptions): Promise<AxeResults> } };

const asHost: Fact = { type: 'member-seen', member: member('self', { name: 'Ada', role: 'host' }) };
const open: Fact = { type: 'panel-changed', panel: 'people' };
const requests = (['volume', 'pin', 'mute', 'remove', 'host', 'end', 'invite', 'panel'] as const).map(
  (name) => `p2p-${name}-request` as const,
);

afterEach(clearStage);

async function showPeople(...facts: Fact[]) {
  const call = await showCall([...joinedFacts(['Grace', 'Bo']), ...facts, open]);
  await settled(call);
  const panel = find<P2PPeople>(call, 'p2p-people')!;
  const asked: unknown[] = [];
  for (const type of requests) {
    call.addEventListener(type, ({ detail }) => asked.push([type, detail]));
  }
  const press = async (text: string): Promise<void> => {
    const button = findAll<HTMLButtonElement>(panel, 'button').find((one) => nameOf(one) === text);
    if (!button) throw new Error(`There is no button "${text}".`);
    button.focus();
    button.click();
    await settled(call);
  };
  return { call, panel, asked, press, focused: () => nameOf(panel.shadowRoot!.activeElement) };
}

function nameOf(element: Element | null): string {
  return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
}

const buttonsOf = (panel: Element): string[] => findAll<HTMLButtonElement>(panel, 'button').map(nameOf);
const key = (target: Element, name: string): void =>
  void target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

describe('p2p-people', () => {
  it('lists everyone with role, hand and what they do not send', async () => {
    const presence = aQuietPresence({ screen: 'on', handAt: 5 });
    const { panel } = await showPeople(asHost, { type: 'presence-changed', id: 'Bo', presence });
    const lines = findAll(panel, '.person');
    expect(lines.map((line) => find(line, '.name')!.textContent)).to.deep.equal(['Bo', 'Ada (you)', 'Grace']);
    expect(find(lines[1]!, '.below')!.textContent).to.equal('Host');
    expect(findAll(lines[0]!, '[role=img]').map(nameOf)).to.deep.equal([
      'Hand raised, number 1',
      'Shares a screen',
      'Camera off',
      'Microphone off',
    ]);
    expect(findAll(lines[2]!, '[role=img]')).to.deep.equal([]);
  });

  it('lists and counts nobody before the call', async () => {
    const call = await showCall([]);
    const panel = document.createElement('p2p-people');
    call.append(panel);
    await settled(panel);
    expect(findAll(panel, '.person, .count').length).to.equal(0);
  });

  it('shows hostile names as text, within its width', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e' + 'W'.repeat(64);
    const { panel } = await showPeople({ type: 'member-seen', member: member('Bo', { name }) });
    expect(find(panel, 'img')).to.equal(undefined);
    expect(findAll(panel, '.name').at(-1)!.textContent).to.equal(name);
    const body = find(panel, '.panel-body')!;
    expect(body.scrollWidth).to.equal(body.clientWidth);
  });

  it('asks for volume and pin of another, and not of the self', async () => {
    const { panel, asked, press } = await showPeople();
    expect(buttonsOf(panel)).to.not.include('More for Ada (you)');
    await press('More for Grace');
    const field = find<HTMLInputElement>(panel, 'input[type=range]')!;
    expect(field.value).to.equal('100');
    field.value = '40';
    field.dispatchEvent(new InputEvent('input'));
    await press('Pin');
    expect(asked).to.deep.equal([
      ['p2p-volume-request', { id: 'Grace', volume: 0.4 }],
      ['p2p-pin-request', { id: 'Grace', on: true }],
    ]);
  });

  it('offers a guest nothing that only hosts can do', async () => {
    const { panel, press } = await showPeople();
    await press('More for Grace');
    for (const text of ['Mute', 'Make host', 'Remove from the call', 'Mute everyone', 'End call for everyone']) {
      expect(buttonsOf(panel)).to.not.include(text);
    }
  });

  it('asks a host again before anyone is removed, and takes it back', async () => {
    const { panel, asked, press, focused } = await showPeople(asHost);
    await press('More for Grace');
    await press('Mute');
    await press('Remove from the call');
    expect(find(panel, '[role=group]')!.getAttribute('aria-label')).to.equal('Remove Grace from the call?');
    expect(focused()).to.equal('Cancel');
    await press('Cancel');
    expect(focused()).to.equal('Remove from the call');
    await press('Remove from the call');
    await press('Remove');
    expect(asked).to.deep.equal([
      ['p2p-mute-request', { id: 'Grace' }],
      ['p2p-remove-request', { id: 'Grace' }],
    ]);
    expect(panel.shadowRoot!.activeElement?.localName).to.equal('h2');
  });

  it('lets a host hand over, mute everyone who is heard, and end the call', async () => {
    const presence = aPresence({ microphone: 'off' });
    const { asked, press } = await showPeople(asHost, { type: 'presence-changed', id: 'Bo', presence });
    await press('Mute everyone');
    await press('More for Bo');
    await press('Make host');
    await press('Make host');
    await press('End call for everyone');
    await press('End call');
    expect(asked).to.deep.equal([
      ['p2p-mute-request', { id: 'Grace' }],
      ['p2p-host-request', { id: 'Bo' }],
      ['p2p-end-request', {}],
    ]);
  });

  it('takes back with Escape: the question, the unfolded line, and then the panel', async () => {
    const { panel, call, asked, press, focused } = await showPeople(asHost);
    await press('More for Grace');
    await press('Remove from the call');
    const escape = async (): Promise<void> => {
      key(panel.shadowRoot!.activeElement!, 'Escape');
      await settled(call);
    };
    await escape();
    expect(focused()).to.equal('Remove from the call');
    await escape();
    expect(focused()).to.equal('More for Grace');
    expect(find(panel, 'input[type=range]')).to.equal(undefined);
    expect(asked).to.deep.equal([]);
    await escape();
    expect(asked).to.deep.equal([['p2p-panel-request', { panel: 'people', open: false }]]);
  });

  it('goes from line to line with the arrow keys', async () => {
    const { panel, focused } = await showPeople();
    const [first] = findAll<HTMLElement>(panel, '.more');
    first!.focus();
    const names = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((name) => {
      key(panel.shadowRoot!.activeElement!, name);
      return focused();
    });
    expect(names.map((name) => name.replace('More for ', ''))).to.deep.equal(['Bo', 'Grace', 'Bo', 'Grace', 'Bo']);
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible, ${theme}`, async () => {
      const { call, panel, press } = await showPeople(asHost, { type: 'invite-changed', invite: 'refused' });
      call.theme = theme;
      await press('More for Grace');
      const check = async (): Promise<void> => {
        await stilled();
        const { violations } = await axe.run(panel, { rules: { region: { enabled: false } } });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).to.deep.equal([]);
      };
      await check();
      await press('Remove from the call');
      await check();
    });
  }
});

describe('p2p-invite-button', () => {
  const shown = async (...facts: Fact[]): Promise<string | undefined> => {
    const call = await showCall([...joinedFacts(), ...facts]);
    return find(call, 'p2p-invite-button')?.shadowRoot?.textContent?.trim();
  };

  it('is there for who is alone, and gone when somebody comes', async () => {
    const call = await showCall(joinedFacts());
    const asked: string[] = [];
    call.addEventListener('p2p-invite-request', ({ type }) => asked.push(type));
    find<HTMLButtonElement>(call, '[part~=button-invite]')!.click();
    expect(asked).to.deep.equal(['p2p-invite-request']);
    call.view.tell({ type: 'member-seen', member: member('Bo') });
    await settled(call);
    expect([...deep(call)].some((element) => element.localName === 'p2p-invite-button')).to.equal(false);
  });

  it('says that the link is copied, or shows it to be copied by hand', async () => {
    expect(await shown()).to.equal('Copy invite link');
    expect(await shown({ type: 'invite-changed', invite: 'copied' })).to.equal('Link copied');
    clearStage();
    const call = await showCall([...joinedFacts(), { type: 'invite-changed', invite: 'refused' }]);
    const field = find<HTMLInputElement>(call, 'p2p-invite-button [part=field], [part=field]')!;
    expect(field.value).to.equal(location.href);
    field.focus();
    expect(field.selectionEnd).to.equal(location.href.length);
  });
});

describe('a mute by the host', () => {
  it('is shown until it is read, or the person speaks again', async () => {
    const call = await showCall(joinedFacts(['Grace']));
    const mute = async (state: 'on' | 'off'): Promise<void> => {
      call.view.tell({ type: 'source-changed', source: 'microphone', state, by: state === 'off' ? 'host' : 'user' });
      await settled(call);
    };
    const toast = (): string | undefined => find(call, '[part=toast] strong')?.textContent ?? undefined;
    await mute('off');
    expect(toast()).to.equal('The host muted you');
    await mute('on');
    expect(toast()).to.equal(undefined);
    await mute('off');
    find<HTMLButtonElement>(call, '[aria-label="Dismiss: The host muted you"]')!.click();
    await settled(call);
    expect(toast()).to.equal(undefined);
    await mute('on');
    await mute('off');
    expect(toast()).to.equal('The host muted you');
  });
});
