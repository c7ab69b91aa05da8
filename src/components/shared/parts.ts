import { controls } from './controls.js';

/** The parts that a page can style, for each element that renders them. A list includes the parts of the elements inside. */
export const buttonParts: readonly string[] = [
  'button',
  'button-off',
  'button-on',
  ...controls.map(({ name }) => `button-${name}`),
  'badge',
];
export const tileParts: readonly string[] = [
  'tile',
  'tile-self',
  'tile-speaking',
  'tile-video',
  'tile-avatar',
  'tile-name',
  'tile-status',
  'tile-hand',
  'tile-menu',
  'menu',
  'menu-item',
  'tile-reaction',
  'badge',
];
export const gridParts: readonly string[] = ['grid', 'pager', 'button', 'button-self-view', ...tileParts];
export const controlsParts: readonly string[] = ['controls', 'menu', 'button-more', ...buttonParts];
export const deviceSelectParts: readonly string[] = ['field', 'select'];
export const devicesParts: readonly string[] = ['meter', 'button', ...deviceSelectParts];
export const prejoinParts: readonly string[] = [
  'prejoin',
  'preview',
  'field',
  'button-join',
  ...devicesParts,
  ...buttonParts,
  ...tileParts,
];
export const checkParts: readonly string[] = ['check', 'check-result', 'button'];
/** The parts of the frame of every panel. */
export const panelParts: readonly string[] = ['panel', 'panel-title', 'button', 'button-close'];
export const inviteParts: readonly string[] = ['button', 'field', 'button-invite'];
/** The list of people. */
export const peopleParts: readonly string[] = [...panelParts, 'people', 'person', 'badge', ...inviteParts];
export const settingsParts: readonly string[] = ['settings', ...panelParts, ...devicesParts, ...checkParts];
export const chatParts: readonly string[] = [...panelParts, 'chat', 'message', 'composer', 'field', 'select'];
export const statusParts: readonly string[] = ['status', 'toast', 'button'];
/** All of the built-in interface. */
export const stageParts: readonly string[] = [
  'stage',
  'header',
  ...gridParts,
  ...controlsParts,
  ...prejoinParts,
  ...statusParts,
  ...inviteParts,
  ...peopleParts,
  ...settingsParts,
  ...chatParts,
];

/** The value of `exportparts` for a list of parts. */
export function exported(parts: readonly string[]): string {
  return [...new Set(parts)].join(',');
}
