import { CallError } from '../core/call-error.js';
import type { AudioCare, DeviceKind } from '../core/device.js';
import type { Metadata } from '../core/state/self.js';
import { limits } from '../protocol/limits.js';
import { isMetadata } from '../protocol/member.js';
import { cleanName, cleanRoom } from '../protocol/text.js';

/** The room that the page means; throws `bad-room` where it is none. */
export function readRoom(room: unknown): string {
  // Frameworks pass numbers on as they are.
  const clean = typeof room === 'string' || typeof room === 'number' ? cleanRoom(String(room)) : undefined;
  if (clean !== undefined) return clean;
  throw new CallError('bad-room', `A room is a text of 1 to ${limits.roomLength} characters.`, { fatal: true });
}

/** The name that the page means: anything, cleaned and cut. */
export function readName(name: unknown): string {
  return typeof name === 'string' ? cleanName(name) : '';
}

/** The metadata that the page means; throws `bad-value`, which says why, where it is no small JSON object. */
export function readMetadata(metadata: unknown): Metadata {
  if (metadata === undefined || metadata === null) return {};
  // Copy what will travel: the page may change its object later, and `toJSON` may make something else of it.
  const copy: unknown = isMetadata(metadata) ? JSON.parse(JSON.stringify(metadata)) : undefined;
  if (isMetadata(copy)) return copy;
  throw new CallError('bad-value', `Metadata ${metadataFault(metadata)}.`);
}

function metadataFault(metadata: unknown): string {
  let said: unknown;
  try {
    // An attribute that is no JSON is still a text here. A cycle has no JSON.
    said = JSON.parse(typeof metadata === 'string' ? metadata : JSON.stringify(metadata));
  } catch {
    return 'is not JSON';
  }
  const isObject = typeof metadata === 'object' && typeof said === 'object' && !!said && !Array.isArray(said);
  return isObject ? `takes more than ${limits.metadataBytes} bytes as JSON` : 'is not an object';
}

/** The loudness that the page means, 0 to 1; throws `bad-value` where it is no number. */
export function readVolume(volume: unknown): number {
  if (typeof volume === 'number' && !Number.isNaN(volume)) return Math.min(1, Math.max(0, volume));
  throw new CallError('bad-value', 'A volume is a number from 0 to 1.');
}

/** The kind of device that the page means; throws `bad-value` where there is no such kind. */
export function readDeviceKind(kind: unknown): DeviceKind {
  if (kind === 'microphone' || kind === 'camera' || kind === 'speaker') return kind;
  throw new CallError('bad-value', 'A device is a microphone, a camera or a speaker.');
}

/** The processing of the microphone that the page means: known members alone, and booleans alone. */
export function readAudioCare(care: unknown, known: AudioCare): Partial<AudioCare> {
  const said = Object.entries(typeof care === 'object' && care !== null ? care : {});
  return Object.fromEntries(said.filter(([key, value]) => Object.hasOwn(known, key) && typeof value === 'boolean'));
}

/** The ICE servers that the page means; throws `bad-value` where it is no list. The browser judges the entries. */
export function readIceServers(servers: unknown): readonly RTCIceServer[] | undefined {
  if (servers === undefined || servers === null) return undefined;
  if (Array.isArray(servers)) return servers as RTCIceServer[];
  throw new CallError('bad-value', 'ICE servers are a list of RTCIceServer.');
}
