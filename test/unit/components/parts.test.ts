import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { controls } from '../../../src/components/shared/controls.js';
import * as parts from '../../../src/components/shared/parts.js';

/** What the comment above an element says of its parts, and what it passes on of the elements that it renders. */
function documented(tag: string): Set<string> {
  const code = readFileSync(
    fileURLToPath(new URL(`../../../src/components/${tag}/${tag}.ts`, import.meta.url)),
    'utf8',
  );
  const own = [...code.matchAll(/^ \* @csspart ([\w-]+) - /gmu)].map(([, name = '']) => name);
  const inner = [...code.matchAll(/^ \* @renders (.+)$/gmu)].flatMap(([, tags = '']) => tags.split(', '));
  const tags = inner.flatMap((name) => (name === 'controls' ? controls.map((one) => one.tag) : name));
  return new Set([...own, ...tags.flatMap((one) => [...documented(one)])]);
}

const lists: [tag: string, list: readonly string[]][] = [
  ['p2p-video-tile', parts.tileParts],
  ['p2p-grid', parts.gridParts],
  ['p2p-controls', parts.controlsParts],
  ['p2p-device-select', parts.deviceSelectParts],
  ['p2p-devices', parts.devicesParts],
  ['p2p-prejoin', parts.prejoinParts],
  ['p2p-check', parts.checkParts],
  ['p2p-invite-button', parts.inviteParts],
  ['p2p-people', parts.peopleParts],
  ['p2p-settings', parts.settingsParts],
  ['p2p-chat', parts.chatParts],
  ['p2p-shortcuts', parts.panelParts],
  ['p2p-status', parts.statusParts],
  ['p2p-stage', parts.stageParts],
  ['p2p-call', parts.stageParts],
];

describe('the parts of an element', () => {
  it.each(lists)('%s are passed on to the page where they are documented', (tag, list) => {
    expect([...documented(tag)].filter((part) => !list.includes(part))).toEqual([]);
  });

  it.each(lists.filter(([tag]) => tag !== 'p2p-prejoin'))('%s are documented where they are passed on', (tag, list) => {
    const known = documented(tag);
    expect(list.filter((part) => !known.has(part))).toEqual([]);
  });
});
