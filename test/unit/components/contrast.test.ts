import { describe, expect, it } from 'vitest';
import { tokens } from '../../../src/components/shared/tokens.js';

type Triple = readonly [number, number, number];
type Color = readonly [red: number, green: number, blue: number];
type Theme = 'light' | 'dark';

const white: Color = [255, 255, 255];
const black: Color = [0, 0, 0];

/** A triple with each of its three numbers changed. */
function each([first, second, third]: Triple, change: (value: number, at: number) => number): Triple {
  return [change(first, 0), change(second, 1), change(third, 2)];
}

/** The default of a token, as the style sheet has it. */
function token(name: string, theme: Theme): Color {
  const found = new RegExp(`--p2p-color-${name}, light-dark\\((#\\w+), (#\\w+)\\)`, 'u').exec(tokens.cssText);
  const hex = found?.[theme === 'light' ? 1 : 2];
  if (!hex) throw new Error(`There is no token ${name}.`);
  const digits = hex.length === 4 ? [...hex.slice(1)].flatMap((digit) => [digit, digit]).join('') : hex.slice(1);
  return each([0, 2, 4], (from) => Number.parseInt(digits.slice(from, from + 2), 16));
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [one, other]
    .map(([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Lab = readonly [lightness: number, a: number, b: number];

function toOklab([red, green, blue]: Color): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)] as const;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Lab): Color {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return each(channels, (part) => {
    const channel = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.min(255, Math.max(0, channel * 255));
  });
}

/** `color-mix(in oklab, first part%, second)`. */
function mix(first: Color, percent: number, second: Color): Color {
  const others = toOklab(second);
  return fromOklab(each(toOklab(first), (value, at) => (value * percent + others[at]! * (100 - percent)) / 100));
}

/** What a colour that lets `through` percent of the light pass looks like over another. */
function over(color: Color, through: number, below: Color): Color {
  return each(color, (value, at) => value * (1 - through / 100) + below[at]! * (through / 100));
}

function oklch(lightness: number, chroma: number, hue: number): Color {
  const angle = (hue * Math.PI) / 180;
  return fromOklab([lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]);
}

const hues = Array.from({ length: 72 }, (_, at) => at * 5);

describe('contrast, as the test measures it', () => {
  it('is that of WCAG and of CSS Color', () => {
    expect(contrast(black, white)).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], white)).toBeCloseTo(4.48, 2);
    for (const color of [[54, 83, 214], [207, 42, 54], black] satisfies Color[]) {
      fromOklab(toOklab(color)).forEach((channel, at) => expect(channel).toBeCloseTo(color[at]!, 1));
    }
    expect(mix(white, 100, black)[0]).toBeCloseTo(255, 1);
  });
});

for (const theme of ['light', 'dark'] as const) {
  const color = (name: string): Color => token(name, theme);
  const grounds = { surface: color('surface'), raised: color('raised') };
  const dangerText = mix(color('danger'), 72, color('text'));
  const button = mix(color('muted'), 14, color('raised'));
  const pressed = mix(color('muted'), 26, color('raised'));
  const off = mix(color('danger'), 16, color('raised'));
  const offHover = mix(color('danger'), 24, color('raised'));

  describe(`the default colours, ${theme} (A22)`, () => {
    const texts: [what: string, one: Color, other: Color][] = [
      ...Object.entries(grounds).flatMap(([name, ground]): [string, Color, Color][] => [
        [`text on ${name}`, color('text'), ground],
        [`quiet text on ${name}`, color('muted'), ground],
        [`what warns of danger on ${name}`, dangerText, ground],
      ]),
      ['words on the accent', color('on-accent'), color('accent')],
      ['words on a button', color('text'), button],
      ['words on a button under the pointer', color('text'), pressed],
      ['a tip', color('surface'), color('text')],
    ];
    for (const [what, one, other] of texts) {
      it(`have 4.5 : 1 for ${what}`, () => expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5));
    }

    const signs: [what: string, one: Color, other: Color][] = [
      ...Object.entries(grounds).flatMap(([name, ground]): [string, Color, Color][] => [
        [`the ring of the focus on ${name}`, color('accent'), ground],
        [`the edge of a field on ${name}`, mix(color('text'), 50, color('surface')), ground],
        [`a warning on ${name}`, color('warning'), ground],
        [`a good sign on ${name}`, color('good'), ground],
      ]),
      ['what is off', dangerText, off],
      ['what is off, under the pointer', dangerText, offHover],
      ['the sign to leave', white, color('danger')],
      ['the sign to leave, under the pointer', white, mix(color('danger'), 88, black)],
      ['what is on, under the pointer', color('on-accent'), mix(color('accent'), 88, color('raised'))],
      ['a raised hand in the list of people', color('raised'), color('warning')],
    ];
    for (const [what, one, other] of signs) {
      it(`have 3 : 1 for ${what}`, () => expect(contrast(one, other)).toBeGreaterThanOrEqual(3));
    }

    it('show who speaks by two lines that have 3 : 1 to each other, whatever the picture', () => {
      expect(contrast(mix(color('accent'), 75, white), [13, 16, 24])).toBeGreaterThanOrEqual(3);
    });
  });
}

describe('what lies over pictures (A22)', () => {
  // The worst that can be behind it.
  const plate = over([13, 16, 24], 28, white);

  it('has 4.5 : 1 for names, and 3 : 1 for the signs beside them, whatever the picture', () => {
    expect(contrast(white, plate)).toBeGreaterThanOrEqual(4.5);
    for (const sign of [
      [185, 212, 255],
      [255, 158, 163],
      [255, 194, 102],
    ] satisfies Color[]) {
      expect(contrast(sign, plate)).toBeGreaterThanOrEqual(3);
    }
  });

  it('has 4.5 : 1 for initials in every colour that a name can have', () => {
    expect(Math.min(...hues.map((hue) => contrast(white, oklch(0.5, 0.12, hue))))).toBeGreaterThanOrEqual(4.5);
  });
});
