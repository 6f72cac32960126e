import { featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { ZONE_LAYER_IDS } from '#domain/hazards/zone-layer.ts'
import { describe, expect, it } from 'vitest'
import {
  EMPTY_MY_MAP,
  NO_CLOSURES,
  NO_WAYS,
  type DrillOnMap,
  type MapTheme,
  type MapView,
} from '../map-view.ts'
import { mapStyle } from '../style.ts'
import { RISE_LAYERS, riseColour, riseFilter } from './drill.ts'

const DRILL: DrillOnMap = {
  trail: [
    [130.1, 33.1],
    [130.11, 33.1],
  ],
  at: [130.12, 33.1],
  isLost: false,
  goal: [130.15, 33.1],
  other: { trail: [[130.1, 33.1]], at: [130.1, 33.12] },
  shut: [[130.1, 33.15]],
  wrong: [130.1, 33.11],
  water: {
    kind: 'ranks',
    hazards: ['flood', 'landslide'],
    colours: ['rgba(1,2,3,1)', '#222222'],
    zones: '#333333',
  },
}

const aView = (theme: MapTheme, drill: DrillOnMap | null | undefined): MapView =>
  ({
    theme,
    htmlLang: 'ja',
    label: '地図',
    palette: 'official',
    zones: {
      shown: ['flood-max'],
      opacity: 0.8,
      river: null,
      labels: {
        under: '',
        between: '',
        from: '',
        durations: [],
        names: Object.fromEntries(ZONE_LAYER_IDS.map((id) => [id, id])),
        special: '',
        several: '',
      },
    },
    notAssessed: { visible: true, label: '', kinds: [] },
    overlay: null,
    sites: [],
    points: [],
    mine: EMPTY_MY_MAP,
    drawing: null,
    closures: NO_CLOSURES,
    ways: NO_WAYS,
    ...(drill === undefined ? {} : { drill }),
    outline: null,
    picked: null,
    here: null,
    padding: { top: 0, bottom: 0, start: 0, end: 0 },
  }) as unknown as MapView

const styleOf = (theme: MapTheme, drill?: DrillOnMap | null) =>
  mapStyle(
    aView(theme, drill),
    { basemap: 'area://1/basemap/{z}/{x}/{y}', zones: 'area://1/zones/{z}/{x}/{y}' },
    [130, 32.9, 130.2, 33.2],
  )

describe.each(['day', 'night', 'contrast'] as const)('a drill on the map in the theme %s', (theme) => {
  it('is a valid style, with a drill and without one', () => {
    for (const drill of [undefined, null, DRILL, { ...DRILL, water: null }])
      expect(validateStyleMin(styleOf(theme, drill))).toEqual([])
  })
})

it('lays water over zones and roads and under all that is written; who walks over the sites', () => {
  const order = [
    'zone-edge',
    'drill-rise-1',
    'drill-rise-zone',
    'route',
    'drill-trail',
    'place-quarter',
    'site-symbol',
    'drill-at',
    'picked-pin',
  ]
  const ids = styleOf('day', DRILL).layers.map(({ id }) => id)
  expect(ids.filter((id) => order.includes(id))).toEqual(order)
  expect(ids.indexOf('drill-rise-1')).toBeGreaterThan(ids.indexOf('road-minor-ground'))
})

it('draws no water where no drill is shown', () => {
  const rise = (drill: DrillOnMap | null) =>
    styleOf('day', drill)
      .layers.filter(({ id }) => id.startsWith('drill-rise'))
      .map(({ layout }) => layout?.visibility)
  expect(new Set(rise(null))).toEqual(new Set(['none']))
  expect(new Set(rise(DRILL))).toEqual(new Set(['visible']))
})

describe('the zones of an assumed rise', () => {
  const drawn = (properties: object, hazards = ['flood', 'landslide'] as const) =>
    RISE_LAYERS.filter(({ rank }) =>
      featureFilter(riseFilter([...hazards], rank), 'filter').filter({ zoom: 12 }, {
        type: 3,
        properties,
      } as never),
    ).map(({ id }) => id)

  it('are each drawn by one layer, that of their rank', () => {
    expect(drawn({ layer: 'flood-max', rank: 2 })).toEqual(['drill-rise-2'])
    expect(drawn({ kind: 'flood', scenario: 'max', rank: 4 })).toEqual(['drill-rise-4'])
    expect(drawn({ layer: 'landslide-debrisFlow', rank: 4 })).toEqual(['drill-rise-zone'])
  })

  it('take a rank that cannot be read for the highest', () => {
    expect(drawn({ layer: 'flood-max' })).toEqual(['drill-rise-6'])
    expect(drawn({ layer: 'flood-max', rank: 'x' })).toEqual(['drill-rise-6'])
    expect(drawn({ layer: 'flood-max', rank: 9 })).toEqual(['drill-rise-6'])
  })

  it('leave out other hazards, smaller floods, hours of water, and single rivers', () => {
    expect(drawn({ layer: 'tsunami-max', rank: 2 })).toEqual([])
    expect(drawn({ layer: 'flood-design', rank: 2 })).toEqual([])
    expect(drawn({ layer: 'flood-duration', rank: 2 })).toEqual([])
    expect(drawn({ layer: 'flood-max', rank: 2, river: '大川' })).toEqual([])
  })

  it('have the colour that was told for their rank, and are clear where none was', () => {
    const ranks = { kind: 'ranks', hazards: ['flood'], colours: ['#111111'] } as const
    expect(riseColour(ranks, 1)).toBe('#111111')
    expect([riseColour(ranks, 2), riseColour(ranks, null), riseColour(null, 1)]).toEqual(
      Array.from({ length: 3 }, () => 'rgba(0,0,0,0)'),
    )
    expect(riseColour({ ...ranks, zones: '#222222' }, null)).toBe('#222222')
  })
})
