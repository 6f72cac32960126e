import { describe, expect, it } from 'vitest'
import { DEPTH_RANKS } from '#domain/hazards/depth-band.ts'
import { LANDSLIDE_CLASSES } from '#domain/hazards/landslide.ts'
import { ZONE_LAYERS, ZONE_LAYER_IDS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { DICHROMACIES, difference, labOf, simulate } from '#tests/support/simulate-vision.ts'
import { blend, contrast, rgbOf } from './colour.ts'
import { NOT_ASSESSED_PATTERN } from './depth-colours.ts'
import { MAP_PALETTES, type MapTheme } from './map-view.ts'
import { RATIO } from './symbols/paint.ts'
import { inkShare, rasterisePattern } from './symbols/rasterise-pattern.ts'
import { PALETTES } from './themes.ts'
import { lookOf, ranksOf } from './zone-looks.ts'
import { LEAST_SPECIAL_RANK } from './zone-patterns.ts'

const SCREENS: readonly MapTheme[] = ['day', 'night', 'contrast']
const THEMES: readonly MapTheme[] = [...SCREENS, 'print']
const EMPTY = { size: 8, stroke: 1, lines: [], dots: [] }
const LOOKS = THEMES.flatMap((theme) => MAP_PALETTES.map((palette) => [theme, palette] as const))
const fills = (layer: ZoneLayerId, ...[theme, palette]: (typeof LOOKS)[number]) =>
  ranksOf(layer).map((rank) => lookOf(layer, rank, theme, palette).fill)

describe('the official colours', () => {
  it('are those of the printed maps by day', () => {
    const depths = ['#F7F5A9', '#FFD8C0', '#FFB7B7', '#FF9191', '#F285C9', '#DC7ADC']
    for (const { id, measure } of ZONE_LAYERS)
      if (measure === 'depth') expect(fills(id, 'day', 'official')).toEqual(depths)
    expect(fills('flood-duration', 'day', 'official')).toEqual([
      '#A0D2FF',
      '#0041FF',
      '#FAF500',
      '#FF9900',
      '#FF2800',
      '#B40068',
      '#600060',
    ])
    // Yellow zone, red zone, and the same where planned: 230,200,50 | 165,0,33 (235,211,91 | 183,51,77).
    expect([3, 6, 1, 5].map((rank) => lookOf('landslide-debrisFlow', rank, 'day', 'official').fill)).toEqual([
      '#E6C832',
      '#A50021',
      '#EBD35B',
      '#B7334D',
    ])
    expect(lookOf('houseCollapse-flow', 1, 'day', 'official')).toMatchObject({ fill: null, ink: '#FF0000' })
    expect(lookOf('houseCollapse-erosion', 1, 'day', 'official').fill).toBe('#FF7F7F')
  })

  it('have a dotted outline exactly where a landslide zone is only planned, and red from the first special rank on', () => {
    for (const rank of [1, 2, 3, 4, 5, 6] as const) {
      const { planned, zone } = LANDSLIDE_CLASSES[rank]
      expect(lookOf('landslide-slide', rank, 'day', 'official').dotted).toBe(planned)
      expect(rank >= LEAST_SPECIAL_RANK).toBe(zone === 'special')
    }
  })
})

describe.each(LOOKS)('the zones of the theme %s in the palette %s', (theme, palette) => {
  const { land } = PALETTES[theme]
  /**
   * What can lie beside the outline of a rank: the ground, its own fill, and those of the lower ranks, opaque or thin. Against a
   * higher one stands that one's own outline, which is painted over it.
   */
  const beside = (layer: ZoneLayerId, rank: number) =>
    [
      land,
      ...fills(layer, theme, palette)
        .slice(0, rank)
        .flatMap((fill) => fill ?? []),
    ].flatMap((colour) => [colour, blend(colour, 0.7, land)])

  it.each(ZONE_LAYER_IDS)('%s: outlines have 3:1 against the ground and all neighbours', (layer) => {
    for (const rank of ranksOf(layer)) {
      const { edge, halo } = lookOf(layer, rank, theme, palette)
      if (halo !== null) expect(contrast(edge, halo), 'outline on its halo').toBeGreaterThanOrEqual(3)
      for (const colour of beside(layer, rank))
        expect(
          Math.max(contrast(edge, colour), halo === null ? 0 : contrast(halo, colour)),
          `rank ${rank} beside ${colour}`,
        ).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(ZONE_LAYER_IDS)('%s: patterns have 3:1 on their own fill', (layer) => {
    for (const rank of ranksOf(layer)) {
      const { fill, ink, halo } = lookOf(layer, rank, theme, palette)
      const under = fill === null ? [halo ?? land] : [fill, blend(fill, 0.7, land)]
      for (const colour of under)
        expect(contrast(ink, colour), `rank ${rank} on ${colour}`).toBeGreaterThanOrEqual(3)
    }
  })

  it('gives a rank that is not known the look of the highest one, never nothing', () => {
    for (const layer of ZONE_LAYER_IDS) {
      const highest = ranksOf(layer).at(-1) ?? 1
      expect(lookOf(layer, 15, theme, palette)).toEqual(lookOf(layer, highest, theme, palette))
    }
  })
})

/** Least difference of neighbouring classes for every eye: opaque, and as thin as the map begins with. */
const LEAST = { lightness: 8, opaque: 6, thin: 4.5 }

describe.each(SCREENS)('the distinct palette of the theme %s', (theme) => {
  const eyes = [null, ...DICHROMACIES] as const
  const seen = (hex: string, eye: (typeof eyes)[number]) =>
    labOf(eye === null ? rgbOf(hex) : simulate(rgbOf(hex), eye))
  const neighbours = (colours: readonly (string | null)[]) =>
    colours.slice(1).map((colour, i) => [colours[i] ?? '', colour ?? ''] as const)

  it.each(eyes)('keeps neighbouring classes of depth and of hours apart for %s', (eye) => {
    for (const layer of ['flood-max', 'flood-duration'] as const)
      for (const [one, other] of neighbours(fills(layer, theme, 'distinct'))) {
        const [a, b] = [seen(one, eye), seen(other, eye)]
        expect(Math.abs(a.lightness - b.lightness), `${one} ${other}`).toBeGreaterThanOrEqual(LEAST.lightness)
        expect(difference(a, b), `${one} ${other}`).toBeGreaterThanOrEqual(LEAST.opaque)
        const { land } = PALETTES[theme]
        const [thinA, thinB] = [one, other].map((hex) => seen(blend(hex, 0.8, land), eye))
        expect(thinA && thinB && difference(thinA, thinB)).toBeGreaterThanOrEqual(LEAST.thin)
      }
  })

  it('goes one way from the least to the most', () => {
    const light = fills('flood-max', theme, 'distinct').map((fill) => labOf(rgbOf(fill ?? '')).lightness)
    const sorted = [...light].sort((a, b) => (theme === 'night' ? a - b : b - a))
    expect(light).toEqual(sorted)
  })

  it.each(eyes)('keeps yellow and red landslide zones far apart for %s', (eye) => {
    const [warning, special] = [3, 6].map((rank) => {
      const { fill } = lookOf('landslide-slide', rank, theme, 'distinct')
      return seen(fill ?? '', eye)
    })
    expect(warning && special && difference(warning, special)).toBeGreaterThan(15)
  })
})

/** Least difference of neighbouring greys on paper (CIE lightness, of 100), and of the ink in their patterns. */
const PAPER = { lightness: 5, ink: 1.2 }

describe('on paper', () => {
  const looks = (layer: ZoneLayerId) => ranksOf(layer).map((rank) => lookOf(layer, rank, 'print', 'official'))
  const graded = ZONE_LAYERS.filter(({ measure }) => measure !== 'zone').map(({ id }) => id)
  const lightness = (hex: string | null) => labOf(rgbOf(hex ?? '#FFFFFF')).lightness

  it('is the same whichever palette was chosen for the screen', () => {
    for (const layer of ZONE_LAYER_IDS)
      for (const rank of ranksOf(layer))
        expect(lookOf(layer, rank, 'print', 'distinct')).toEqual(lookOf(layer, rank, 'print', 'official'))
  })

  it.each(ZONE_LAYER_IDS)('%s: tells nothing by a hue', (layer) => {
    for (const { fill, ink, edge, halo } of looks(layer))
      for (const colour of [fill, ink, edge, halo])
        if (colour !== null) expect(new Set(rgbOf(colour)).size, colour).toBe(1)
  })

  it.each(graded)('%s: neighbouring ranks differ in grey and in pattern, each by itself', (layer) => {
    const all = looks(layer)
    for (const [i, higher] of all.entries()) {
      const lower = all[i - 1]
      if (lower === undefined) continue
      expect(lightness(lower.fill) - lightness(higher.fill), `rank ${i + 1}`).toBeGreaterThanOrEqual(
        PAPER.lightness,
      )
      expect(inkShare(higher.pattern), `rank ${i + 1}`).toBeGreaterThan(inkShare(lower.pattern) * PAPER.ink)
    }
  })

  it('keeps yellow and red landslide zones apart in grey, in pattern and, where only planned, by the outline', () => {
    for (const layer of ['landslide-debrisFlow', 'landslide-steepSlope', 'landslide-slide'] as const) {
      const [warning, special] = [3, 6].map((rank) => lookOf(layer, rank, 'print', 'official'))
      expect(lightness(warning?.fill ?? null) - lightness(special?.fill ?? null)).toBeGreaterThan(15)
      expect(inkShare(special?.pattern ?? EMPTY)).toBeGreaterThan(inkShare(warning?.pattern ?? EMPTY) * 1.5)
      expect([1, 5].map((rank) => lookOf(layer, rank, 'print', 'official').dotted)).toEqual([true, true])
    }
  })

  it('leaves a tile of each pattern a whole number of pixels, so that tiles join without a seam', () => {
    for (const layer of ZONE_LAYER_IDS)
      for (const { pattern } of looks(layer)) {
        const pixels = pattern.size * RATIO
        expect(Math.abs(pixels - Math.round(pixels))).toBeLessThan(1e-9)
      }
  })

  it('has a hatching for "never studied" that no zone has', () => {
    const hatch = rasterisePattern(NOT_ASSESSED_PATTERN, '#000000', 1).data.join()
    for (const layer of ZONE_LAYER_IDS)
      for (const { pattern } of looks(layer))
        expect(rasterisePattern(pattern, '#000000', 1).data.join()).not.toBe(hatch)
  })
})

describe('the patterns', () => {
  const depths = ZONE_LAYERS.filter(({ measure }) => measure !== 'zone').map(({ id }) => id)

  it.each(depths)('%s: has clearly more ink in each higher rank', (layer) => {
    const shares = ranksOf(layer).map((rank) => inkShare(lookOf(layer, rank, 'day', 'official').pattern))
    for (const [i, share] of shares.entries())
      if (i > 0) expect(share).toBeGreaterThan((shares[i - 1] ?? 1) * 1.2)
    expect(shares.at(-1)).toBeLessThan(0.6)
  })

  it('tell the families apart without any colour', () => {
    const families = [
      'flood-max',
      'flood-duration',
      'stormSurge-max',
      'tsunami-max',
      'inlandFlood-max',
      'pond-max',
      'landslide-debrisFlow',
      'landslide-steepSlope',
      'landslide-slide',
      'houseCollapse-flow',
      'houseCollapse-erosion',
    ] as const
    for (const rank of DEPTH_RANKS) {
      const drawn = families.map((layer) =>
        (['day', 'print'] as const)
          .map((theme) => lookOf(layer, rank, theme, 'official').pattern)
          .map((pattern) => rasterisePattern(pattern, '#000000', 2).data.join())
          .join(';'),
      )
      expect(new Set(drawn).size).toBe(families.length)
    }
  })
})
