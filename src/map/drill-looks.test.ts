import { describe, expect, it } from 'vitest'
import { WATER_CLASSES } from '#domain/drills/replay.ts'
import { paintWater } from '#domain/drills/replay-picture.ts'
import { blend, contrast } from './colour.ts'
import { hatchUnknown, waterLooks, waterPaint, waterPixels, waterSwatch } from './drill-looks.ts'
import type { MapTheme } from './map-view.ts'
import { PALETTES } from './themes.ts'

const THEMES: readonly MapTheme[] = ['day', 'night', 'contrast', 'print']

describe.each(THEMES)('the water of a drill in the theme %s', (theme) => {
  const { land } = PALETTES[theme]
  const seen = waterLooks(theme).map(({ fill, opacity }) => blend(fill, opacity, land))

  it('tells depths by lightness: each step stands out more from the land than the one before', () => {
    const steps = seen.slice(0, 5).map((colour) => contrast(colour, land))
    for (const [index, step] of steps.slice(1).entries())
      expect(step / (steps[index] as number), `${index}`).toBeGreaterThanOrEqual(1.3)
    expect(steps.at(-1)).toBeGreaterThanOrEqual(4.5)
  })

  it('paints nothing where no water is, and something where it is not known', () => {
    const opacities = waterLooks(theme).map(({ opacity }) => opacity)
    expect(opacities[WATER_CLASSES.indexOf('dry')]).toBe(0)
    expect(opacities[WATER_CLASSES.indexOf('unknown')]).toBeGreaterThan(0.4)
    expect(contrast(seen[5] as string, land)).toBeGreaterThanOrEqual(1.3)
  })

  it('has an own trail, and that of another choice, that stand out from any water by themselves or by their casing', () => {
    const { label, labelHalo, mine } = PALETTES[theme]
    for (const line of [label, mine]) {
      expect(contrast(line, labelHalo)).toBeGreaterThanOrEqual(4.5)
      for (const water of seen)
        expect(Math.max(contrast(line, water), contrast(labelHalo, water))).toBeGreaterThanOrEqual(3)
    }
  })

  it('has a field of the legend for each class, hatched where nothing is known', () => {
    const fields = WATER_CLASSES.map((_, place) => waterSwatch(place, theme))
    expect(new Set(fields.map(({ fill }) => fill)).size).toBe(6)
    expect(fields.map(({ pattern }) => pattern.lines.length > 0)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ])
  })
})

it('writes colours as the pixels and the style want them', () => {
  const look = { fill: '#102030', opacity: 0.5 }
  expect(waterPixels([look])).toEqual([[16, 32, 48, 128]])
  expect(waterPaint(look)).toBe('rgba(16,32,48,0.5)')
})

it('hatches what is not known, and nothing else', () => {
  const [columns, rows] = [12, 8]
  const classes = new Uint8Array(columns * rows).map((_, cell) => (cell < columns * 4 ? 5 : 4))
  const rgba = new Uint8ClampedArray(columns * rows * 4)
  paintWater(classes, columns, waterPixels(waterLooks('day')), rgba)
  const whole = rgba.slice()
  hatchUnknown(classes, columns, rgba)
  const changed = Array.from(classes, (_, pixel) => rgba[pixel * 4 + 3] !== whole[pixel * 4 + 3])
  // The southern half of the cells is the lower half of the picture.
  expect(changed.slice(0, columns * 4).some(Boolean)).toBe(false)
  expect(changed.slice(columns * 4).filter(Boolean)).toHaveLength(columns * 2)
  expect(rgba.every((byte, place) => place % 4 === 3 || byte === whole[place])).toBe(true)
  expect(Math.min(...Array.from(classes, (_, pixel) => rgba[pixel * 4 + 3] as number))).toBeGreaterThan(0)
})
