import { describe, expect, it } from 'vitest'
import { DANGER_KINDS, HELP_KINDS, MARK_KINDS } from '#domain/plan/mark-kinds.ts'
import { contrast, rgbOf } from '../colour.ts'
import type { MapTheme } from '../map-view.ts'
import { MY_AREA_PATTERNS } from './image-ids.ts'
import { MY_PICTOGRAMS, shapeOf } from './my-pictograms.ts'
import { MY_COLOURS } from './my-symbols.ts'
import { rasterisePattern } from './rasterise-pattern.ts'

const THEMES: readonly MapTheme[] = ['day', 'night', 'contrast', 'print']
const SHAPES = ['danger', 'help', 'place'] as const

describe("one's own symbols", () => {
  it('have one shape for all dangers, another for all helps, and a third for places', () => {
    expect(new Set(DANGER_KINDS.map(shapeOf))).toEqual(new Set(['danger']))
    expect(new Set(HELP_KINDS.map(shapeOf))).toEqual(new Set(['help']))
    expect((['home', 'place', 'destination'] as const).map(shapeOf)).toEqual(['place', 'place', 'place'])
  })

  it('have a drawing of their own for each kind', () => {
    const drawn = Object.values(MY_PICTOGRAMS).map((one) => JSON.stringify(one))
    expect(drawn).toHaveLength(MARK_KINDS.length + 3)
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  it.each(THEMES)(
    'can be read in the theme %s: sign on body 4.5:1, outline against what is around it 3:1',
    (theme) => {
      for (const shape of SHAPES) {
        const { body, sign, edge, halo } = MY_COLOURS[theme][shape]
        expect(contrast(sign, body), shape).toBeGreaterThanOrEqual(4.5)
        expect(Math.max(contrast(edge, halo), contrast(body, halo)), shape).toBeGreaterThanOrEqual(3)
      }
    },
  )

  it('are never green: that a place is out of danger is in no record', () => {
    for (const theme of THEMES)
      for (const colour of Object.values(MY_COLOURS[theme]).flatMap((colours) => Object.values(colours))) {
        const [red, green, blue] = rgbOf(colour)
        expect(green > red * 1.1 && green > blue * 1.1, colour).toBe(false)
      }
  })

  it('fill areas of danger and of help with different patterns', () => {
    const [danger, help] = [MY_AREA_PATTERNS.danger, MY_AREA_PATTERNS.help].map(({ pattern }) =>
      rasterisePattern(pattern, '#000000', 1).data.join(),
    )
    expect(danger).not.toBe(help)
  })
})
