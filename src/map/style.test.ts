import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { contrast, rgbOf } from './colour.ts'
import { ZONE_LAYER_IDS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { closureLineLook, CLOSURE_STRENGTHS } from './closure-looks.ts'
import { MAP_PALETTES, type MapTheme, type MapView } from './map-view.ts'
import { mapStyle } from './style.ts'
import { MY_COLOURS } from './symbols/my-symbols.ts'
import { SITE_COLOURS } from './symbols/site-colours.ts'
import { PALETTES } from './themes.ts'
import { SOURCE } from './tile-sources.ts'

const THEMES: readonly MapTheme[] = ['day', 'night', 'contrast', 'print']
const URLS = { basemap: 'area://1/basemap/{z}/{x}/{y}', zones: 'area://1/zones/{z}/{x}/{y}' }
const BOUNDS = [130, 32.9, 130.2, 33.2] as const

const LABELS = {
  under: '{max} m未満',
  between: '{min}–{max} m',
  from: '{min} m以上',
  special: '{name}・特別警戒',
  several: '{name} {text}',
  durations: ['12時間未満', '1日', '3日', '1週間', '2週間', '4週間', '4週間以上'],
  names: Object.fromEntries(ZONE_LAYER_IDS.map((id) => [id, id])) as { [id in ZoneLayerId]: string },
}

const NAMES: NonNullable<MapView['names']> = {
  keys: ['name:my', 'name:latin'],
  kana: false,
  letters: [{ url: 'https://host.test/my.woff2', weight: '400', ranges: ['U+1000-104F', 'U+25CC'] }],
}

const LINE: readonly LngLat[] = [
  [130.1, 33.1],
  [130.12, 33.1],
]
const RING: readonly LngLat[] = [
  [130.1, 33.1],
  [130.11, 33.1],
  [130.1, 33.11],
  [130.1, 33.1],
]

const aView = (changes: Partial<MapView> = {}): MapView => ({
  theme: 'day',
  htmlLang: 'ja',
  label: '地図',
  palette: 'official',
  zones: { shown: ZONE_LAYER_IDS, opacity: 0.8, river: null, labels: LABELS },
  notAssessed: { visible: true, label: '調べられていない', kinds: ['flood', 'landslide'] },
  overlay: null,
  points: [{ id: 'p', at: [130.1, 33.1], name: '碑', kind: 'memorial' }],
  sites: [
    {
      id: 'a',
      at: [130.1, 33.1],
      name: '体育館',
      kind: 'shelter',
      designated: null,
      zone: { layer: 'flood-max', rank: 2 },
    },
  ],
  mine: {
    points: [{ id: 'm', at: [130.1, 33.1], name: 'みぞ', icon: 'gutter' }],
    areas: [
      {
        id: 'n',
        ring: [
          [130.1, 33.1],
          [130.11, 33.1],
          [130.1, 33.11],
        ],
        name: '高い所',
        icon: 'highPlace',
      },
    ],
    lines: [
      {
        id: 'o',
        line: [
          [130.1, 33.1],
          [130.12, 33.1],
        ],
        name: '道',
      },
    ],
    selected: 'm',
  },
  drawing: null,
  closures: [
    { id: 'q', shape: { kind: 'line', lines: [LINE] }, strength: 'closed', isOld: true, label: '通行止め' },
    { id: 'r', shape: { kind: 'area', rings: [RING] }, strength: 'perhaps', isOld: false, label: '規制' },
    {
      id: 's',
      shape: { kind: 'point', at: [130.1, 33.1] },
      strength: 'planned',
      isOld: false,
      label: '予定',
    },
  ],
  ways: {
    routes: [
      { id: 't', line: LINE, isTold: true },
      { id: 'u', line: LINE, isTold: false },
    ],
    network: { kind: 'reach', pieces: [{ line: LINE, band: 2 }] },
  },
  outline: null,
  picked: [130.1, 33.1],
  here: { at: [130.1, 33.1], accuracy: 50 },
  padding: { top: 0, bottom: 0, start: 0, end: 0 },
  ...changes,
})

describe('the style of the map', () => {
  describe.each(THEMES)('of the theme %s', (theme) => {
    it.each(MAP_PALETTES)('is valid in the palette %s, in Japanese and in other languages', (palette) => {
      for (const htmlLang of ['ja', 'en', 'zh-Hans'])
        for (const names of [undefined, NAMES])
          expect(
            validateStyleMin(
              mapStyle(aView({ theme, palette, htmlLang, ...(names && { names }) }), URLS, BOUNDS),
            ),
          ).toEqual([])
    })
  })

  it('is valid with an overlay, which lies over the zones and under the names', () => {
    const overlay = { tiles: 'other://x/{z}/{x}/{y}', opacity: 0.7, minzoom: 2, maxzoom: 17 } as const
    const style = mapStyle(aView({ overlay }), URLS, BOUNDS)
    expect(validateStyleMin(style)).toEqual([])
    const ids = style.layers.map(({ id }) => id)
    expect(ids.indexOf('overlay')).toBeGreaterThan(ids.indexOf('zone-edge'))
    expect(ids.indexOf('overlay')).toBeLessThan(ids.indexOf('zone-name'))
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
      'zone-fill',
      'road-minor-ground',
      'zone-pattern',
      'zone-edge',
      'site-symbol',
      'picked-pin',
    ]
    expect(order.map((id) => ids.indexOf(id))).toEqual(
      order.map((id) => ids.indexOf(id)).sort((a, b) => a - b),
    )
    expect(ids).toEqual(expect.arrayContaining(order))
  })

  it("lays one's own areas and routes over the zones and under all words, one's own symbols over the sites", () => {
    const ids = mapStyle(aView(), URLS, BOUNDS).layers.map(({ id }) => id)
    const order = [
      'zone-edge',
      'my-area-pattern',
      'my-line',
      'place-quarter',
      'site-symbol',
      'my-symbol',
      'drawing-corner',
      'picked-pin',
    ]
    expect(ids.filter((id) => order.includes(id))).toEqual(order)
  })

  it('lays ways over the zones, closures over the ways, and the signs of closures over the sites and their names', () => {
    const ids = mapStyle(aView(), URLS, BOUNDS).layers.map(({ id }) => id)
    const order = [
      'zone-edge',
      'network-line',
      'my-line',
      'route',
      'closure-area',
      'closure-band',
      'place-quarter',
      'closure-label',
      'site-symbol',
      'site-name',
      'closure-sign',
      'my-symbol',
    ]
    expect(ids.filter((id) => order.includes(id))).toEqual(order)
  })

  it('draws every sign of a closure, whatever stands there', () => {
    const sign = mapStyle(aView(), URLS, BOUNDS).layers.find(({ id }) => id === 'closure-sign')
    expect(sign?.layout).toMatchObject({ 'icon-allow-overlap': true })
  })

  it('writes depths before names of places on paper, and after them on the screen', () => {
    const isNumberLast = (theme: MapTheme) => {
      const ids = mapStyle(aView({ theme }), URLS, BOUNDS).layers.map(({ id }) => id)
      return ids.indexOf('zone-number') > ids.indexOf('place-quarter')
    }
    expect(THEMES.map(isNumberLast)).toEqual([false, false, false, true])
  })

  it('has no colour on paper that is not grey', () => {
    const style = JSON.stringify(mapStyle(aView({ theme: 'print' }), URLS, BOUNDS).layers)
    const symbols = JSON.stringify([PALETTES.print, SITE_COLOURS.print, MY_COLOURS.print])
    const colours = (style + symbols).match(/#[0-9A-F]{6}/gi) ?? []
    expect(colours.length).toBeGreaterThan(20)
    for (const colour of colours) expect(new Set(rgbOf(colour)).size, colour).toBe(1)
  })

  it('lets nothing fade on paper, whatever was chosen on the screen; what is switched off stays off', () => {
    const opacityAt = (opacity: number) => {
      const view = aView({ theme: 'print' })
      const { layers } = mapStyle({ ...view, zones: { ...view.zones, opacity } }, URLS, BOUNDS)
      return JSON.stringify(layers.find(({ id }) => id === 'zone-fill')?.paint)
    }
    expect(opacityAt(0.3)).toBe(opacityAt(1))
    expect(opacityAt(0)).not.toBe(opacityAt(1))
  })

  it('asks for zone tiles at the zooms for which the pack has them', () => {
    expect(mapStyle(aView(), URLS, BOUNDS).sources[SOURCE.zones]).toMatchObject({ minzoom: 8, maxzoom: 14 })
  })
})

describe.each(THEMES)('the colours of the theme %s', (theme) => {
  const palette = PALETTES[theme]

  it('has white numbers of roads that can be read', () => {
    expect(contrast('#FFFFFF', palette.roadSign)).toBeGreaterThanOrEqual(4.5)
  })

  it('has labels of at least 4.5:1 against the land and against what is drawn around their letters', () => {
    expect(contrast(palette.label, palette.land)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.labelSoft, palette.land)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.label, palette.labelHalo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.labelSoft, palette.labelHalo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.labelWater, palette.labelWaterHalo)).toBeGreaterThanOrEqual(4.5)
  })

  it('has marks of at least 3:1 against the land: the outline of the area, the pin, the own position, the hatching', () => {
    for (const colour of [
      palette.outline,
      palette.picked,
      palette.here,
      palette.notAssessedInk,
      palette.mine,
      palette.closure,
      palette.route,
      palette.routeEdge,
    ]) {
      expect(contrast(colour, palette.land)).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(palette.route, palette.routeCasing)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.routeEdge, palette.routeCasing)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.mine, palette.mineCasing)).toBeGreaterThanOrEqual(4.5)
  })

  it('has closures that are seen on their casing, and labels of them that can be read', () => {
    expect(contrast(palette.closure, palette.closureCasing)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(palette.closure, palette.labelHalo)).toBeGreaterThanOrEqual(4.5)
    for (const strength of CLOSURE_STRENGTHS) {
      const { colour, casing } = closureLineLook(strength, theme)
      expect(contrast(colour, casing)).toBeGreaterThanOrEqual(3)
    }
  })
})
