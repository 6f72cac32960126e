import { createExpression, featureFilter, latest } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { ZONE_LAYER_IDS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { EMPTY_MY_MAP, NO_CLOSURES, NO_WAYS, type MapView } from '../map-view.ts'
import { lookOf } from '../zone-looks.ts'
import { notAssessedFilter } from './not-assessed.ts'
import { byLook, zoneFilters } from './zones.ts'

type Properties = Record<string, string | number>
const LABELS = { under: '', between: '', from: '', special: '', several: '', durations: [] }
const names = Object.fromEntries(ZONE_LAYER_IDS.map((id) => [id, id])) as { [id in ZoneLayerId]: string }

const aView = (shown: readonly ZoneLayerId[], river: string | null = null): MapView => ({
  theme: 'day',
  palette: 'official',
  htmlLang: 'ja',
  label: '',
  zones: { shown, opacity: 0.8, river, labels: { ...LABELS, names } },
  notAssessed: { visible: true, label: '', kinds: ['flood'] },
  overlay: null,
  sites: [],
  points: [],
  mine: EMPTY_MY_MAP,
  closures: NO_CLOSURES,
  ways: NO_WAYS,
  drawing: null,
  outline: null,
  picked: null,
  here: null,
  padding: { top: 0, bottom: 0, start: 0, end: 0 },
})

const passes = (filter: unknown, properties: Properties): boolean =>
  featureFilter(filter as never, 'layers[0].filter').filter(
    { zoom: 14 } as never,
    { type: 3, properties } as never,
  )
const isDrawn = (view: MapView, properties: Properties) => passes(zoneFilters(view)['zone-fill'], properties)

function fillOf(properties: Properties): string {
  const expression = createExpression(
    byLook(aView([]), ({ fill }) => fill ?? 'rgba(0,0,0,0)'),
    'layers[0].paint.fill-color',
    latest.paint_fill['fill-color'] as never,
  )
  if (expression.result === 'error') throw new Error(String(expression.value[0]))
  const { r, g, b } = expression.value.evaluate({ zoom: 14 }, { type: 3, properties } as never) as {
    r: number
    g: number
    b: number
  }
  return `#${[r, g, b]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const OLD = { kind: 'flood', scenario: 'max', rank: 2 }

describe('the zones that are drawn', () => {
  it('are those of the shown layers and no others', () => {
    const view = aView(['flood-max', 'landslide-slide'])
    const drawn = ZONE_LAYER_IDS.filter((layer) => isDrawn(view, { layer, rank: 1 }))
    expect(drawn).toEqual(['flood-max', 'landslide-slide'])
  })

  it('are the largest flood where tiles of a version 1 pack name no layer', () => {
    expect(isDrawn(aView(['flood-max']), OLD)).toBe(true)
    expect(isDrawn(aView(['flood-design']), OLD)).toBe(false)
    expect(isDrawn(aView(['flood-max']), { kind: 'tsunami', scenario: 'max', rank: 2 })).toBe(false)
  })

  it('are of all rivers together, or of the one that was chosen; other layers know no river', () => {
    const all = { layer: 'flood-max', rank: 2, river: '' }
    const one = { layer: 'flood-max', rank: 2, river: '8909' }
    expect([all, one].map((zone) => isDrawn(aView(['flood-max']), zone))).toEqual([true, false])
    expect([all, one, OLD].map((zone) => isDrawn(aView(['flood-max'], '8909'), zone))).toEqual([
      false,
      true,
      false,
    ])
    expect(isDrawn(aView(['tsunami-max'], '8909'), { layer: 'tsunami-max', rank: 1 })).toBe(true)
  })

  it('have the colour of their layer and rank, and that of the highest where the rank is not known', () => {
    const expected = (layer: ZoneLayerId, rank: number) =>
      lookOf(layer, rank, 'day', 'official').fill?.toLowerCase()
    for (const layer of ['flood-max', 'flood-duration', 'landslide-steepSlope'] as const)
      for (const rank of [1, 3, 6]) expect(fillOf({ layer, rank })).toBe(expected(layer, rank))
    expect(fillOf(OLD)).toBe(expected('flood-max', 2))
    expect(fillOf({ layer: 'flood-max', rank: 9 })).toBe(expected('flood-max', 6))
    expect(fillOf({ layer: 'flood-max' })).toBe(expected('flood-max', 6))
    expect(fillOf({ layer: 'of-tomorrow', rank: 1 })).not.toBe('#000000')
  })

  it('have a dotted outline or a drawn one, never both and never none', () => {
    const view = aView(ZONE_LAYER_IDS)
    const filters = zoneFilters(view)
    for (const rank of [1, 3, 5, 6]) {
      const zone = { layer: 'landslide-slide', rank }
      expect(passes(filters['zone-edge-planned'], zone)).toBe(rank === 1 || rank === 5)
      expect(passes(filters['zone-edge'], zone)).toBe(rank === 3 || rank === 6)
    }
    expect(passes(filters['zone-halo'], { layer: 'flood-max', rank: 2 })).toBe(false)
    expect(passes(filters['zone-halo'], { layer: 'landslide-slide', rank: 2 })).toBe(true)
  })
})

describe('the hatching', () => {
  it('is drawn where a shown hazard was not studied, also from tiles that do not say which hazard', () => {
    const filter = notAssessedFilter(aView([]))
    expect(passes(filter, { kind: 'flood', state: 'notAssessed' })).toBe(true)
    expect(passes(filter, { state: 'notAssessed' })).toBe(true)
    expect(passes(filter, { kind: 'flood', state: 'studied' })).toBe(false)
    expect(passes(filter, { kind: 'landslide', state: 'notAssessed' })).toBe(false)
  })
})
