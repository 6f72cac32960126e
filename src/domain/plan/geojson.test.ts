import fc from 'fast-check'
import { booleanClockwise } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { aMark, anEmptyPlan, anyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import type { ForeignThings } from './foreign-things.ts'
import { readGeoJson, writeGeoJson } from './geojson.ts'
import { parsePlan } from './parse-plan.ts'
import type { Mark, Plan } from './plan.ts'

const NOW = PLAN_MADE_AT
const words = ({ list, kind }: { list: string; kind: string }) => `[${list} ${kind}]`
const read = (value: unknown) => readGeoJson(bytesOf(JSON.stringify(value)), NOW)

const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', geometry, properties })
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates })
const HERE = [130.1, 33.1]
const RING = [HERE, [130.2, 33.1], [130.2, 33.2]]

const valueOf = (value: unknown): ForeignThings => {
  const things = read(value)
  if (!things.ok) throw new Error(`${things.reason} ${things.detail ?? ''}`)
  return things.value
}

const refusal = (value: unknown) => {
  const things = read(value)
  return things.ok ? 'read' : `${things.reason} ${things.detail ?? ''}`.trim()
}

/** A plan that holds what was read, if that is one. */
const planWith = ({ marks, routes }: ForeignThings): Plan =>
  anEmptyPlan({
    marks: marks.map((mark, index) => ({ ...mark, id: `m${index}` })),
    routes: routes.map((route, index) => ({ ...route, id: `r${index}` })),
  })

/** The plan somewhere in Japan, because what leaps over the meridian of 180° is refused. */
const inJapan = (plan: Plan): Plan => {
  const moved = ([lng, lat]: [number, number]): [number, number] => [
    Math.round(135e6 + (lng / 12) * 1e6) / 1e6,
    lat,
  ]
  return {
    ...plan,
    marks: plan.marks.map((mark) => ({
      ...mark,
      shape:
        mark.shape.type === 'point'
          ? { ...mark.shape, at: moved(mark.shape.at) }
          : { ...mark.shape, ring: mark.shape.ring.map(moved) },
    })),
    routes: plan.routes.map((route) => ({ ...route, line: route.line.map(moved) })),
  }
}

/** An area that says something: three different corners, and the last is not the first. */
const isArea = ({ shape }: Mark): boolean =>
  shape.type === 'point' ||
  (new Set(shape.ring.map(String)).size >= 3 && String(shape.ring[0]) !== String(shape.ring.at(-1)))

/** Names come back on one line. */
const onOneLine = ({ name, by }: { name: string; by: string }) => ({
  name: name.replaceAll(/\s+/gu, ' '),
  by: by.replaceAll(/\s+/gu, ' '),
})

/** What comes back of a mark: an area may turn round, beginning where it began. */
const asRead = ({ id: _, ...mark }: Mark) => ({
  ...mark,
  ...onOneLine(mark),
  photo: null,
  shape:
    mark.shape.type === 'area' && booleanClockwise([...mark.shape.ring, mark.shape.ring[0]!])
      ? { type: 'area', ring: [mark.shape.ring[0], ...mark.shape.ring.slice(1).toReversed()] }
      : mark.shape,
})

describe('marks and routes of a plan', () => {
  it('come back from GeoJSON as they were, without photos and ids', () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const plan = inJapan({ ...any, marks: any.marks.filter(isArea) })
        fc.pre(plan.marks.length + plan.routes.length > 0)
        const things = readGeoJson(bytesOf(writeGeoJson(plan, words)), NOW)
        expect(things).toMatchObject({
          ok: true,
          value: { thinned: 0, left: { fields: 0, holes: 0, texts: 0 } },
        })
        if (!things.ok) return
        expect(things.value.marks).toEqual(plan.marks.map(asRead))
        expect(things.value.routes).toEqual(
          plan.routes.map(({ id: _, ...route }) => ({ ...route, ...onOneLine(route), destination: null })),
        )
      }),
    )
  })

  it('stand in GeoJSON as RFC 7946 asks, with names for other programs', () => {
    const { features } = JSON.parse(writeGeoJson(aPlan(), words)) as GeoJSON.FeatureCollection
    expect(features.map(({ geometry }) => geometry.type).join(' ')).toBe(
      'Point Point Point Point Point Point Point Polygon Point LineString',
    )
    const area = features[7]!
    expect(area.properties).toMatchObject({
      name: '[marks floodsOften]',
      'minna:name': '',
      'minna:kind': 'floodsOften',
    })
    const ring = (area.geometry as GeoJSON.Polygon).coordinates[0]!
    expect(ring[0]).toEqual(ring.at(-1))
    expect(booleanClockwise(ring)).toBe(false)
  })

  it('come back without the places and destinations beside them, which are counted', () => {
    const things = readGeoJson(bytesOf(writeGeoJson(aPlan(), words)), NOW)
    expect(things).toMatchObject({
      ok: true,
      value: { marks: { length: 3 }, routes: { length: 1 }, left: { things: 6 } },
    })
  })
})

describe('GeoJSON of another program', () => {
  it('is read with the names that it uses; unknown fields are counted once each', () => {
    const things = valueOf(
      collection(
        feature(point(...HERE), { 名称: '  冠水\n注意 ', 備考: 12, colour: 'red', deep: { er: [1] } }),
        feature(point(...HERE, 3.5), { title: 'b', colour: 'blue' }),
        feature({ type: 'LineString', coordinates: RING }, null),
      ),
    )
    expect(things.marks).toEqual([
      {
        kind: 'otherDanger',
        name: '冠水 注意',
        note: '12',
        by: '',
        addedAt: NOW,
        photo: null,
        shape: { type: 'point', at: HERE },
      },
      expect.objectContaining({ name: 'b', shape: { type: 'point', at: HERE } }),
    ])
    expect(things.routes).toMatchObject([{ line: RING, name: '', destination: null }])
    expect(things.left).toEqual({ things: 0, fields: 2, holes: 0, texts: 0 })
  })

  it('is read in every geometry; holes and what has no place are counted', () => {
    const closed = [...RING, HERE]
    const things = valueOf(
      collection(
        feature({ type: 'MultiPoint', coordinates: [HERE, HERE] }),
        feature({ type: 'MultiLineString', coordinates: [RING, RING] }),
        feature({ type: 'MultiPolygon', coordinates: [[closed, closed], [RING]] }),
        feature({
          type: 'GeometryCollection',
          geometries: [point(...HERE), { type: 'Polygon', coordinates: [closed] }],
        }),
        feature(null),
      ),
    )
    expect(things.marks.map(({ shape }) => shape.type)).toEqual([
      'point',
      'point',
      'area',
      'area',
      'point',
      'area',
    ])
    expect(things.marks[2]?.shape).toEqual({ type: 'area', ring: RING })
    expect(things.marks[3]?.shape).toEqual({ type: 'area', ring: RING })
    expect(things.routes).toHaveLength(2)
    expect(things.left).toMatchObject({ things: 1, holes: 1 })
  })

  it('may be a feature or a geometry alone, and may name the datum that it means', () => {
    expect(valueOf(feature(point(...HERE))).marks).toHaveLength(1)
    expect(valueOf(point(...HERE)).marks).toHaveLength(1)
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::6668', 'EPSG:4326']) {
      expect(
        refusal({ ...collection(feature(point(...HERE))), crs: { type: 'name', properties: { name } } }),
      ).toBe('read')
    }
  })

  it('has long texts cut, and says so', () => {
    const things = valueOf(feature(point(...HERE), { name: 'あ'.repeat(70), note: 'い'.repeat(501) }))
    expect([things.marks[0]?.name.length, things.marks[0]?.note.length, things.left.texts]).toEqual([
      60, 500, 2,
    ])
  })

  it('has long lines thinned, and says by how much at most', () => {
    const line = Array.from({ length: 3000 }, (_, at) => [130 + at / 1e4, 33 + Math.sin(at / 50) / 1e3])
    const things = valueOf(feature({ type: 'LineString', coordinates: line }))
    expect(things.routes[0]?.line.length).toBeLessThanOrEqual(500)
    expect(things.thinned).toBeGreaterThan(0)
  })

  it('is left as it is up to the corners that a plan holds, and refused where it cannot be thinned', () => {
    const circle = (corners: number, degrees: number) => ({
      type: 'Polygon',
      coordinates: [
        Array.from({ length: corners }, (_, at) => {
          const turn = (at / corners) * 2 * Math.PI
          return [130 + degrees * Math.cos(turn), 33 + degrees * Math.sin(turn)]
        }),
      ],
    })
    expect(valueOf(feature(circle(500, 0.1)))).toMatchObject({
      thinned: 0,
      marks: [{ shape: { ring: { length: 500 } } }],
    })
    expect(valueOf(feature(circle(501, 0.01))).thinned).toBeGreaterThan(0)
    expect(refusal(feature(circle(600, 1e-7)))).toBe('tooLong 1')
  })

  it('with more corners in all than are looked at is refused, however straight its lines are', () => {
    const line = Array.from({ length: 9_000 }, (_, at) => [130 + at / 1e5, 33])
    const lines = (count: number) =>
      feature({ type: 'MultiLineString', coordinates: Array.from({ length: count }, () => line) })
    expect(refusal(lines(5))).toBe('read')
    expect(refusal(lines(6))).toBe('tooLong 1')
  })

  it.each<[string, unknown, string]>([
    ['no GeoJSON', { a: 1 }, 'notGeoJson'],
    ['a Topology', { type: 'Topology', objects: {} }, 'notGeoJson'],
    ['a collection of nothing', collection(), 'nothingInIt'],
    ['features that are none', collection(feature(point(...HERE)), 5), 'notGeoJson 2'],
    [
      'plane coordinates by name',
      { ...collection(), crs: { type: 'name', properties: { name: 'EPSG:6670' } } },
      'otherCrs',
    ],
    [
      'plane coordinates',
      collection(feature(point(...HERE)), feature(point(-35000, 24000))),
      'badPosition 2',
    ],
    ['latitude first', feature(point(33.1, 130.1)), 'badPosition 1'],
    ['null in a position', feature(point(null, 35)), 'badPosition 1'],
    ['texts in a position', feature(point('130', '33')), 'badPosition 1'],
    ['one number', feature(point(130)), 'badPosition 1'],
    ['no coordinates', feature({ type: 'Point' }), 'badPosition 1'],
    ['a name of a prototype as type', feature({ type: 'constructor', coordinates: HERE }), 'badGeometry 1'],
    ['an unknown type', feature({ type: 'Circle', coordinates: HERE }), 'badGeometry 1'],
    ['a line of one point', feature({ type: 'LineString', coordinates: [HERE] }), 'badGeometry 1'],
    [
      'an area of two corners',
      feature({ type: 'Polygon', coordinates: [[HERE, RING[1], HERE]] }),
      'badGeometry 1',
    ],
    ['an area without a ring', feature({ type: 'Polygon', coordinates: [] }), 'badGeometry 1'],
    ['a broken hole', feature({ type: 'Polygon', coordinates: [RING, [HERE]] }), 'badGeometry 1'],
    [
      'a leap over 180°',
      feature({
        type: 'LineString',
        coordinates: [
          [179, 0],
          [-179, 0],
        ],
      }),
      'acrossAntimeridian 1',
    ],
    [
      'an area that leaps over 180° where it closes',
      feature({
        type: 'Polygon',
        coordinates: [
          [
            [-100, 0],
            [0, 1],
            [100, 0],
          ],
        ],
      }),
      'acrossAntimeridian 1',
    ],
    [
      'an area over 180°',
      feature({
        type: 'Polygon',
        coordinates: [
          [
            [179, 0],
            [-179, 0],
            [179, 1],
          ],
        ],
      }),
      'acrossAntimeridian 1',
    ],
    [
      'too many marks',
      feature({ type: 'MultiPoint', coordinates: Array.from({ length: 301 }, () => HERE) }),
      'tooMany marks',
    ],
    [
      'too many routes',
      feature({ type: 'MultiLineString', coordinates: Array.from({ length: 21 }, () => RING) }),
      'tooMany routes',
    ],
    [
      'a line that never ends',
      feature({ type: 'LineString', coordinates: Array.from({ length: 10_001 }, () => HERE) }),
      'tooLong 1',
    ],
  ])('is refused whole: %s', (_, value, expected) => {
    expect(refusal(value).replace(/(otherCrs).*/, '$1')).toBe(expected)
  })
})

describe('whatever a file holds', () => {
  const good = bytesOf(writeGeoJson(aPlan(), words))
  const geometry = fc.record({
    type: fc.constantFrom(
      'Point',
      'LineString',
      'Polygon',
      'MultiPoint',
      'MultiPolygon',
      'GeometryCollection',
      'x',
    ),
    coordinates: fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.array(fc.oneof(fc.tuple(fc.double(), fc.double()), fc.jsonValue({ maxDepth: 1 }))),
      fc.array(fc.array(fc.tuple(fc.double({ min: 130, max: 131 }), fc.double({ min: 33, max: 34 })))),
    ),
  })

  it('what is read of it makes a valid plan, and nothing is thrown or changed', () => {
    const anything = fc.oneof(
      spoilt(good),
      fc.json().map(bytesOf),
      fc
        .tuple(geometry, fc.jsonValue())
        .map(([shape, told]) => bytesOf(JSON.stringify(feature(shape, told)))),
    )
    fc.assert(
      fc.property(anything, (bytes) => {
        const things = withoutPollution(() => readGeoJson(bytes, NOW))
        if (things.ok) expect(parsePlan(structuredClone(planWith(things.value))).ok).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('is written as JSON whatever the plan says', () => {
    const plan = anEmptyPlan({
      marks: [aMark({ name: '"},{"__proto__":1', note: '</script>\u2028'.slice(0, 9) })],
    })
    expect(refusal(JSON.parse(writeGeoJson(plan, words)))).toBe('read')
  })
})
