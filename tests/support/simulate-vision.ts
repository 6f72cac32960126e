/**
 * How colours look to people who see two kinds of colour only, and how different two colours look. For tests and for pictures
 * of the map: nothing of it reaches a phone.
 */
type Rgb = readonly [number, number, number]

export const DICHROMACIES = ['protanopia', 'deuteranopia', 'tritanopia'] as const
export type Dichromacy = (typeof DICHROMACIES)[number]

/**
 * Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009),
 * severity 1.0, for linear RGB, row by row.
 */
const MATRICES: { readonly [kind in Dichromacy]: readonly [Rgb, Rgb, Rgb] } = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** sRGB transfer (IEC 61966-2-1): 0…255 to linear 0…1 and back. */
const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
const encoded = (share: number): number => {
  const cut = Math.min(1, Math.max(0, share))
  return 255 * (cut <= 0.0031308 ? 12.92 * cut : 1.055 * cut ** (1 / 2.4) - 0.055)
}

const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const linearOf = ([r, g, b]: Rgb): Rgb => [linear(r), linear(g), linear(b)]

/** A colour (0…255) as it looks to a person with the dichromacy. */
export function simulate(colour: Rgb, kind: Dichromacy): Rgb {
  const light = linearOf(colour)
  const [r, g, b] = MATRICES[kind]
  return [encoded(dot(r, light)), encoded(dot(g, light)), encoded(dot(b, light))]
}

export type Lab = { readonly lightness: number; readonly a: number; readonly b: number }

/** CIELAB of an sRGB colour (0…255) for D65. */
export function labOf(colour: Rgb): Lab {
  const light = linearOf(colour)
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047)
  const y = f(dot([0.2126729, 0.7151522, 0.072175], light))
  const z = f(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883)
  return { lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) }
}

const RAD = Math.PI / 180
/** Degrees 0…360 of a hue; 0 for grey. */
const hueOf = (a: number, b: number): number =>
  a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360

/** The difference of two hues in degrees, -180…180; 0 where one is grey. */
function hueStep(c1: number, c2: number, h1: number, h2: number): number {
  if (c1 * c2 === 0) return 0
  const step = h2 - h1
  if (step > 180) return step - 360
  return step < -180 ? step + 360 : step
}

function meanHue(c1: number, c2: number, h1: number, h2: number): number {
  if (c1 * c2 === 0) return h1 + h2
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2
  return (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
}

/** CIEDE2000 (CIE 142-2001, formulas of Sharma, Wu, Dalal 2005): about 1 = just seen side by side. */
export function difference(one: Lab, other: Lab): number {
  const chroma = (Math.hypot(one.a, one.b) + Math.hypot(other.a, other.b)) / 2
  const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)))
  const [a1, a2] = [one.a * (1 + g), other.a * (1 + g)]
  const [c1, c2] = [Math.hypot(a1, one.b), Math.hypot(a2, other.b)]
  const [h1, h2] = [hueOf(a1, one.b), hueOf(a2, other.b)]
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin((hueStep(c1, c2, h1, h2) * RAD) / 2)
  const [l, c, h] = [(one.lightness + other.lightness) / 2, (c1 + c2) / 2, meanHue(c1, c2, h1, h2)]
  const t =
    1 -
    0.17 * Math.cos((h - 30) * RAD) +
    0.24 * Math.cos(2 * h * RAD) +
    0.32 * Math.cos((3 * h + 6) * RAD) -
    0.2 * Math.cos((4 * h - 63) * RAD)
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2)
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t]
  const turn = 60 * Math.exp(-(((h - 275) / 25) ** 2))
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(turn * RAD)
  const [x, y, z] = [(other.lightness - one.lightness) / sl, (c2 - c1) / sc, dh / sh]
  return Math.sqrt(x * x + y * y + z * z + rt * y * z)
}
