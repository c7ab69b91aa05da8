import { describe, expect, it } from 'vitest';
import type { Device, DeviceKind } from '../../../src/core/device.js';
import { defaultDevice, deviceToFollow, findDevice, nextDevice } from '../../../src/core/device-choice.js';

function list(kind: DeviceKind, ...named: readonly string[]): Device[] {
  return named.map((name) => {
    const [id = '', label = ''] = name.split(' ');
    return { kind, id, label };
  });
}

describe('findDevice', () => {
  const devices = [...list('microphone', '1 Desk', '2 Headset', '3 Twin', '4 Twin'), ...list('speaker', '9 Lone')];
  const rules: Record<string, [id: string, label: string, found: string | undefined]> = {
    'knows a device by its id': ['2', 'Headset', '2'],
    'trusts the id before the label': ['1', 'Headset', '1'],
    'knows a device whose id has changed by its label': ['old', 'Headset', '2'],
    'guesses between no twins': ['old', 'Twin', undefined],
    'takes none of another kind': ['9', 'Lone', undefined],
    'finds nothing without a label': ['old', '', undefined],
  };
  for (const [rule, [id, label, found]] of Object.entries(rules)) {
    it(rule, () => expect(findDevice(devices, 'microphone', { id, label })?.id).toBe(found));
  }
});

describe('defaultDevice', () => {
  it('is the one that is named so', () => {
    expect(defaultDevice(list('microphone', '1 Desk', 'default Headset'), 'microphone')?.label).toBe('Headset');
  });
  it('is the first where none is', () => {
    expect(defaultDevice(list('microphone', '1 Desk', '2 Headset'), 'microphone')?.id).toBe('1');
  });
});

describe('deviceToFollow', () => {
  const desk = list('microphone', '1 Desk');
  const both = list('microphone', '1 Desk', '2 Headset');
  const headset = { id: '2', label: 'Headset' };
  const use = (id: string, label: string) => ({ id, label });

  it('goes back to the chosen one when it is plugged in again', () => {
    expect(deviceToFollow('microphone', desk, both, headset, use('1', 'Desk'))?.id).toBe('2');
  });
  it('goes back to it under a new id', () => {
    const again = list('microphone', '1 Desk', '7 Headset');
    expect(deviceToFollow('microphone', desk, again, headset, use('1', 'Desk'))?.id).toBe('7');
  });
  it('stays where the chosen one was there all the time', () => {
    expect(deviceToFollow('microphone', both, both, headset, use('1', 'Desk'))).toBe(undefined);
  });
  it('follows the new default of the system', () => {
    const [before, now] = [
      list('microphone', 'default Desk', '1 Desk'),
      list('microphone', 'default Headset', '1 Desk'),
    ];
    expect(deviceToFollow('microphone', before, now, undefined, use('default', 'Desk'))?.label).toBe('Headset');
  });
  it('follows the default where the browser names none', () => {
    const now = list('microphone', '2 Headset', '1 Desk');
    expect(deviceToFollow('microphone', desk, now, undefined, use('1', 'Desk'))?.id).toBe('2');
  });
  it('stays where the new default is in use already', () => {
    const now = list('microphone', '2 Headset', '1 Desk');
    expect(deviceToFollow('microphone', desk, now, undefined, use('1', 'Headset'))).toBe(undefined);
  });
  it('stays where another than the default is in use', () => {
    const now = list('microphone', '3 New', '1 Desk', '2 Headset');
    expect(deviceToFollow('microphone', both, now, undefined, use('2', 'Headset'))).toBe(undefined);
  });
  it('sees no change in labels that appear', () => {
    expect(deviceToFollow('microphone', list('microphone', '1'), desk, undefined, use('1', 'Desk'))).toBe(undefined);
  });
  it('leaves a camera alone when another is plugged in', () => {
    const now = list('camera', '2 New', '1 Old');
    expect(deviceToFollow('camera', list('camera', '1 Old'), now, undefined, use('1', 'Old'))).toBe(undefined);
  });
});

describe('nextDevice', () => {
  it('goes round', () => {
    const cameras = list('camera', '1 Front', '2 Back');
    expect(nextDevice(cameras, 'camera', '1')?.id).toBe('2');
    expect(nextDevice(cameras, 'camera', '2')?.id).toBe('1');
  });
  it('is none where there is one', () => {
    expect(nextDevice(list('camera', '1 Front'), 'camera', '1')).toBe(undefined);
    expect(nextDevice([], 'camera', undefined)).toBe(undefined);
  });
});
