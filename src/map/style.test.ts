import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { blend, contrast } from './colour.ts'
import { DEPTH_LOOKS, DEPTH_RANKS } from './depth-colours.ts'
import type { MapTheme, MapView } from './map-view.ts'
import { mapStyle } from './style.ts'
import { PALETTES } from './themes.ts'
import { SOURCE } from './tile-sources.ts'

const THEMES: readonly MapTheme[] = ['day', 'night', 'contrast']
const URLS = { basemap: 'area://1/basemap/{z}/{x}/{y}', zones: 'area://1/zones/{z}/{x}/{y}' }
const BOUNDS = [130, 32.9, 130.2, 33.2] as const

const aView = (changes: Partial<MapView> = {}): MapView => ({
  theme: 'day',
  htmlLang: 'ja',
  label: '地図',
  flood: { visible: true, opacity: 0.8 },
  notAssessed: { visible: true, label: '調べられていない' },
  sites: [{ id: 'a', at: [130.1, 33.1], name: '体育館', kind: 'shelter', designated: null, rank: 2 }],
  outline: null,
  picked: [130.1, 33.1],
  here: { at: [130.1, 33.1], accuracy: 50 },
  padding: { top: 0, bottom: 0, start: 0, end: 0 },
  ...changes,
})

describe('the style of the map', () => {
  it.each(THEMES)('is valid for the theme %s in Japanese and in other languages', (theme) => {
    for (const htmlLang of ['ja', 'en', 'zh-Hans']) {
      expect(validateStyleMin(mapStyle(aView({ theme, htmlLang }), URLS, BOUNDS))).toEqual([])
    }
  })

  it('fetches nothing but tiles through our own protocol', () => {
    const style = mapStyle(aView(), URLS, BOUNDS)
    expect([style.glyphs, style.sprite]).toEqual([undefined, undefined])
    expect(JSON.stringify(style)).not.toMatch(/https?:/)
  })

  it('names no layer twice and asks only for sources and layers that exist', () => {
    const { layers, sources } = mapStyle(aView(), URLS, BOUNDS)
    const ids = layers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const layer of layers) if ('source' in layer) expect(sources).toHaveProperty(String(layer.source))
  })

  it('paints flood over the ground, roads over the fill, its pattern over the roads, and sites over everything flat', () => {
    const ids = mapStyle(aView(), URLS, BOUNDS).layers.map(({ id }) => id)
    const order = [
      'water',
      'flood-fill',
      'road-minor-ground',
      'flood-pattern',
      'flood-edge',
      'site-symbol',
      'picked-pin',
    ]
    expect(order.map((id) => ids.indexOf(id))).toEqual(
      order.map((id) => ids.indexOf(id)).sort((a, b) => a - b),
    )
    expect(ids).toEqual(expect.arrayContaining(order))
  })

  it('draws a rank that it does not know as the deepest one, never as nothing', () => {
    const fill = mapStyle(aView(), URLS, BOUNDS).layers.find(({ id }) => id === 'flood-fill')
    const colour = fill?.type === 'fill' ? fill.paint?.['fill-color'] : []
    expect(Array.isArray(colour) && colour.at(-1)).toBe(DEPTH_LOOKS.day[6].fill)
  })

  it('hides the zones only when it is told to', () => {
    const hidden = mapStyle(aView({ flood: { visible: false, opacity: 0.8 } }), URLS, BOUNDS).layers
    const shown = mapStyle(aView(), URLS, BOUNDS).layers
    const visibilities = (layers: typeof shown) =>
      layers.filter(({ id }) => id.startsWith('flood-')).map(({ layout }) => layout?.visibility)
    expect(visibilities(hidden)).toEqual(['none', 'none', 'none'])
    expect(visibilities(shown)).toEqual(['visible', 'visible', 'visible'])
  })

  it('asks for zone tiles at the zooms for which the pack has them', () => {
    expect(mapStyle(aView(), URLS, BOUNDS).sources[SOURCE.zones]).toMatchObject({ minzoom: 8, maxzoom: 14 })
  })
})

describe.each(THEMES)('the colours of the theme %s', (theme) => {
  const palette = PALETTES[theme]
  const looks = DEPTH_LOOKS[theme]

  it('has outlines and patterns of at least 3:1 against their own fill, also where it is half transparent', () => {
    for (const rank of DEPTH_RANKS) {
      for (const opacity of [0.7, 0.8, 1]) {
        const drawn = blend(looks[rank].fill, opacity, palette.land)
        expect(contrast(looks[rank].ink, drawn), `rank ${rank} at ${opacity}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('has labels of at least 4.5:1 against the land and against what is drawn around their letters', () => {
    expect(contrast(palette.label, palette.land)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.labelSoft, palette.land)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.label, palette.labelHalo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.labelSoft, palette.labelHalo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.labelWater, palette.labelWaterHalo)).toBeGreaterThanOrEqual(4.5)
  })

  it('has marks of at least 3:1 against the land: the outline of the area, the pin, the own position, the hatching', () => {
    for (const colour of [palette.outline, palette.picked, palette.here, palette.notAssessedInk]) {
      expect(contrast(colour, palette.land)).toBeGreaterThanOrEqual(3)
    }
  })
})
