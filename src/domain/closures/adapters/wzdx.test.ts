import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, aFeed, anyClosure, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { writeFeed } from '../write-feed.ts'
import type { Origin } from './imported.ts'
import { readWzdx, writeWzdx } from './wzdx.ts'

/** The examples that the makers of WZDx publish, where they lie beside the mirror of the official files. */
const EXAMPLES = resolve(process.env['MIRROR'] ?? '../shared/mirror', '../data/closures/wzdx-4.2')
const HAS_EXAMPLES = existsSync(EXAMPLES)

const ORIGIN: Origin = { source: { kind: 'import', name: 'WZDx', url: null }, now: FEED_ISSUED }

const event = (changes: Record<string, unknown> = {}, core: Record<string, unknown> = {}) => ({
  id: 'a',
  type: 'Feature',
  properties: {
    core_details: {
      data_source_id: '1',
      event_type: 'work-zone',
      road_names: ['R 1'],
      direction: 'undefined',
      ...core,
    },
    start_date: '2026-07-01T00:00:00Z',
    end_date: '2026-07-02T00:00:00Z',
    vehicle_impact: 'all-lanes-closed',
    location_method: 'unknown',
    ...changes,
  },
  geometry: {
    type: 'LineString',
    coordinates: [
      [130, 33],
      [130.1, 33],
    ],
  },
})
const feed = (...features: unknown[]) => ({
  feed_info: { version: '4.2', update_date: '2026-07-01T00:00:00Z', publisher: 'x', data_sources: [] },
  type: 'FeatureCollection',
  features,
})
const read = (value: unknown) => readWzdx(bytesOf(JSON.stringify(value)), ORIGIN)
const refusal = (value: unknown) => {
  const found = read(value)
  return found.ok ? 'read' : `${found.reason} ${found.detail ?? ''}`.trim()
}
const first = (changes: Record<string, unknown>, core: Record<string, unknown> = {}) => {
  const found = read(feed(event(changes, core)))
  return found.ok ? (found.value.closures[0] ?? found.value.left[0]?.why) : found.reason
}

describe('a work zone', () => {
  it('that closes all lanes is a closure of its direction', () => {
    expect(first({}, { description: 'Paving' })).toMatchObject({
      id: 'a',
      shape: { kind: 'line' },
      state: 'closed',
      reason: 'construction',
      direction: 'forward',
      start: Date.UTC(2026, 6, 1),
      end: Date.UTC(2026, 6, 2),
      access: { foot: null, car: false, truck: false },
      road: { name: 'R 1' },
      title: { en: 'Paving' },
    })
  })

  it.each([
    ['some-lanes-closed', 'one_lane'],
    ['some-lanes-closed-merge-left', 'one_lane'],
    ['alternating-one-way', 'one_lane'],
    ['flagging', 'one_lane'],
    ['unknown', 'restricted'],
    ['something-new', 'restricted'],
  ])('of the impact %s is %s', (vehicle_impact, state) => {
    expect(first({ vehicle_impact })).toMatchObject({ state })
  })

  it('with all lanes open is none, unless it keeps somebody out', () => {
    const vehicle_impact = 'all-lanes-open'
    expect(first({ vehicle_impact })).toBe('notAClosure')
    expect(first({ vehicle_impact, restrictions: [{ type: 'reduced-width' }] })).toBe('notAClosure')
    expect(first({ vehicle_impact, restrictions: [{ type: 'no-trucks' }] })).toMatchObject({
      state: 'restricted',
      access: { truck: false, car: null },
    })
    const lanes = [{ order: 1, type: 'sidewalk', status: 'closed' }]
    expect(first({ vehicle_impact, lanes })).toMatchObject({ state: 'restricted', access: { foot: false } })
  })

  it('that is over, and a detour, are none', () => {
    expect(first({ event_status: 'completed' })).toBe('notAClosure')
    expect(first({}, { event_type: 'detour' })).toBe('notAClosure')
  })

  it('between points is a line; in one place a point; nowhere is left out', () => {
    const placed = (geometry: unknown) => {
      const found = read(feed({ ...event(), geometry }))
      return found.ok ? (found.value.closures[0]?.shape.kind ?? found.value.left[0]?.why) : found.reason
    }
    expect(
      placed({
        type: 'MultiPoint',
        coordinates: [
          [130, 33],
          [131, 33],
        ],
      }),
    ).toBe('line')
    expect(
      placed({
        type: 'MultiPoint',
        coordinates: [
          [130, 33],
          [130, 33],
        ],
      }),
    ).toBe('point')
    expect(placed({ type: 'MultiPoint', coordinates: [] })).toBe('noPlace')
    expect(placed(null)).toBe('noPlace')
  })
})

describe('a feed of work zones', () => {
  it.each<[string, unknown, string]>([
    ['other JSON', { a: 1 }, 'notThisFormat'],
    ['null', null, 'notThisFormat'],
    ['a plain FeatureCollection', { type: 'FeatureCollection', features: [] }, 'notThisFormat'],
    ['version 3', { ...feed(), feed_info: { ...feed().feed_info, version: '3.1' } }, 'otherVersion 3.1'],
    ['no end', feed(event(), event({ end_date: null })), 'badRecord 2 properties.end_date'],
    [
      'no name of a road',
      feed(event({}, { road_names: [] })),
      'badRecord 1 properties.core_details.road_names',
    ],
  ])('is refused: %s', (_, value, expected) => {
    expect(refusal(value)).toBe(expected)
  })

  it('with faults is refused, or makes closures that can be issued; nothing is thrown or changed', () => {
    fc.assert(
      fc.property(spoilt(bytesOf(JSON.stringify(feed(event(), { ...event(), id: 'b' })))), (bytes) => {
        const found = withoutPollution(() => readWzdx(bytes, ORIGIN))
        if (found.ok) expect(writeFeed(aFeed({ closures: found.value.closures }))).toMatchObject({ ok: true })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what is written', () => {
  const works = aClosure({ reason: 'construction', status: 'active' })

  it('are construction works only, one event a direction, and an open end is 30 days', () => {
    const { text, left } = writeWzdx([works, aClosure({ id: 'water' })], '見本市', FEED_ISSUED)
    const out = JSON.parse(text) as {
      features: { id: string; properties: Record<string, unknown>; geometry: { coordinates: unknown[] } }[]
    }
    expect(left).toEqual([{ id: 'water', why: 'notAClosure' }])
    expect(out.features.map(({ id }) => id)).toEqual(['2026-0012.forward', '2026-0012.backward'])
    expect(out.features[1]?.geometry.coordinates).toEqual([
      [130.1002, 33.106],
      [130.0985, 33.1052],
    ])
    expect(out.features[0]?.properties).toMatchObject({
      start_date: '2026-06-30T23:30:00Z',
      end_date: '2026-07-31T00:30:00Z',
      is_end_date_verified: false,
      vehicle_impact: 'all-lanes-closed',
      location_method: 'unknown',
    })
  })

  it('is read back with its place, times and state, whatever the works', () => {
    fc.assert(
      fc.property(anyClosure, (any) => {
        const closure = { ...any, reason: 'construction' as const }
        const { text, left } = writeWzdx([closure], 'x', FEED_ISSUED)
        const found = read(JSON.parse(text))
        if (!found.ok) throw new Error(`${found.reason} ${found.detail ?? ''}`)
        const isKept =
          closure.shape.kind !== 'area' && closure.state !== 'open' && closure.status !== 'lifted'
        expect(left).toHaveLength(isKept ? 0 : 1)
        expect(found.value.closures.length > 0).toBe(isKept)
        for (const back of found.value.closures) {
          expect(back).toMatchObject({ state: closure.state, start: closure.start - (closure.start % 1000) })
          if (closure.end !== null) expect(back.end).toBe(closure.end - (closure.end % 1000))
        }
      }),
    )
  })
})

describe.skipIf(!HAS_EXAMPLES)(`the published examples (skipped where ${EXAMPLES} is not there)`, () => {
  const folder = join(EXAMPLES, 'examples/WorkZoneFeed')
  const files = HAS_EXAMPLES ? readdirSync(folder).filter((name) => name.endsWith('.geojson')) : []
  const readExample = (name: string) => readWzdx(readFileSync(join(folder, name)), ORIGIN)

  it.each(files)('%s is read, each event as a closure or left out with its reason', (name) => {
    const found = readExample(name)
    if (!found.ok) throw new Error(`${found.reason} ${found.detail ?? ''}`)
    const { features } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { features: unknown[] }
    expect(found.value.closures.length + found.value.left.length).toBe(features.length)
    expect(writeFeed(aFeed({ closures: found.value.closures }))).toMatchObject({ ok: true })
  })

  it('tell what stands in them', () => {
    const told = (name: string) => {
      const found = readExample(name)
      return found.ok
        ? found.value.closures.map(({ state, access }) => `${state} ${String(access.foot)}`)
        : []
    }
    expect(told('scenario2_laneshift_linestring_example.geojson')).toEqual([])
    expect(told('scenario6_multi_lane_closure_linestring_example.geojson')).toEqual(['one_lane null'])
    expect(told('scenario8_local_access_only_bidirectional_linestring_example.geojson')).toEqual([
      'restricted null',
      'restricted null',
    ])
  })

  it('and the schema name the members that are written', () => {
    const schema = JSON.parse(readFileSync(join(EXAMPLES, 'schemas/4.2/RoadEventFeature.json'), 'utf8')) as {
      definitions: Record<string, { enum?: string[]; required?: string[]; allOf?: { required: string[] }[] }>
    }
    const { text } = writeWzdx([aClosure({ reason: 'construction' })], 'x', FEED_ISSUED)
    const [written] = (JSON.parse(text) as { features: { properties: Record<string, unknown> }[] }).features
    const core = written?.properties['core_details'] as Record<string, unknown>
    for (const name of schema.definitions['WorkZoneRoadEvent']?.allOf?.[1]?.required ?? ['x'])
      expect(written?.properties).toHaveProperty(name)
    for (const name of schema.definitions['RoadEventCoreDetails']?.required ?? ['x'])
      expect(core).toHaveProperty(name)
    expect(schema.definitions['VehicleImpact']?.enum).toContain(written?.properties['vehicle_impact'])
    expect(schema.definitions['LocationMethod']?.enum).toContain(written?.properties['location_method'])
  })
})
