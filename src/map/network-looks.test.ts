import { describe, expect, it } from 'vitest'
import { SLACKS } from '#domain/routes/last-departure.ts'
import { contrast, rgbOf } from './colour.ts'
import type { MapTheme } from './map-view.ts'
import { BANDS_SHOWN, bandLook, shownBand, slackLook, type LineLook } from './network-looks.ts'
import { PALETTES } from './themes.ts'

const THEMES: readonly MapTheme[] = ['day', 'night', 'contrast', 'print']
/** What is left of a look for somebody who sees no colours. */
const shapeOf = ({ width, dash, marks }: LineLook) => JSON.stringify([width, dash, marks])

describe('the bands of the legend', () => {
  it('follow one another without a gap, three minutes each, the last one open', () => {
    expect(BANDS_SHOWN[0]).toEqual({ band: 0, from: 0, to: 3 })
    expect(BANDS_SHOWN.at(-1)).toEqual({ band: 10, from: 30, to: null })
    for (const [index, { band, from }] of BANDS_SHOWN.entries()) {
      expect(band).toBe(index)
      if (index > 0) expect(from).toBe(BANDS_SHOWN[index - 1]?.to)
    }
  })

  it('share one look beyond the last', () => {
    expect([9, 10, 11, 400].map(shownBand)).toEqual([9, 10, 10, 10])
    expect(bandLook(400, 'day')).toEqual(bandLook(10, 'day'))
    expect(bandLook(10, 'day')).not.toEqual(bandLook(9, 'day'))
  })
})

describe.each(THEMES)('the looks of roads in the theme %s', (theme) => {
  const bands = BANDS_SHOWN.map(({ band }) => bandLook(band, theme))
  const slacks = SLACKS.map((slack) => slackLook(slack, theme))
  const nowhere = bandLook(null, theme)

  it('are told apart without any colour', () => {
    for (const looks of [
      [...bands, nowhere],
      [...slacks, slackLook(null, theme)],
    ])
      expect(new Set(looks.map(shapeOf)).size).toBe(looks.length)
  })

  it('have at least 3:1 against the ground and against their casing', () => {
    for (const { colour, casing } of [...bands, ...slacks, nowhere]) {
      expect(contrast(colour, PALETTES[theme].land)).toBeGreaterThanOrEqual(3)
      expect(contrast(colour, casing)).toBeGreaterThanOrEqual(3)
    }
  })

  it('stand out the more, the longer the way is and the less time is left', () => {
    const fromLand = ({ colour }: LineLook) => contrast(colour, PALETTES[theme].land)
    const isStep = (near: LineLook, far: LineLook) => far.width > near.width
    for (let pair = 2; pair < bands.length; pair += 2) {
      const [near, far] = [bands[pair - 2], bands[pair]] as [LineLook, LineLook]
      expect(isStep(near, far)).toBe(true)
      expect(fromLand(far) / fromLand(near)).toBeGreaterThanOrEqual(1.3)
    }
    slacks.slice(1).forEach((look, index) => expect(isStep(slacks[index] as LineLook, look)).toBe(true))
    const tooLate = slacks.at(-1) as LineLook
    for (const other of slacks.slice(0, -1)) expect(fromLand(tooLate)).toBeGreaterThan(fromLand(other))
  })

  it('are never green, which would be read as a promise', () => {
    for (const { colour } of [...bands, ...slacks, nowhere]) {
      const [red, green, blue] = rgbOf(colour)
      expect(green > red && green > blue, colour).toBe(false)
    }
  })
})
