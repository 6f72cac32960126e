/** Red, green, blue, each 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Reads `#RRGGBB`. Throws on anything else: colours are written by us, so another shape is a programmer's mistake. */
export function rgbOf(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Not a colour of the form #RRGGBB: ${hex}`)
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16)) as unknown as Rgb
}

/** `top` painted with `opacity` (0…1) over `below`, as `#RRGGBB`. */
export function blend(top: string, opacity: number, below: string): string {
  const under = rgbOf(below)
  const mixed = rgbOf(top).map((part, i) => Math.round(part * opacity + (under[i] ?? 0) * (1 - opacity)))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance 0…1 as defined by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio 1…21 of two colours as defined by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
