import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import pointInPolygon from 'point-in-polygon-hao'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { LANDSLIDE_CLASSES } from '#domain/hazards/landslide.ts'
import {
  aCollection,
  aFeature,
  aKsjZip,
  aMeshZip,
  aRiverZip,
  FLOOD_MEASURES,
  MADE_UP,
  meshPath,
  prefecturePath,
  ring,
  riverPath,
  type RiverZone,
} from '#tests/support/a-mirror.ts'
import { aShapefile } from '#tests/support/a-shapefile.ts'
import { buildMadeUp } from '#tests/support/build-made-up.ts'
import { toCp932 } from '#tests/support/cp932.ts'

type Ring = readonly (readonly [number, number])[]

const slope = (phenomenon: number, kind: number, flag: number, rings: Ring): unknown =>
  aFeature({ A33_001: phenomenon, A33_002: kind, A33_008: flag }, rings)
const landslides = (...features: unknown[]): Uint8Array =>
  aKsjZip({ 'A33-25_41Polygon.geojson': aCollection(features) })
const depths = (
  dataset: 'A40' | 'A49',
  zones: readonly (readonly [string, Ring])[],
  name = `${dataset}_003`,
) =>
  aKsjZip({
    [`${dataset}-x_41.geojson`]: aCollection(zones.map(([text, rings]) => aFeature({ [name]: text }, rings))),
  })
const inland = (code: string, ...zones: (readonly [string, Ring])[]): Uint8Array =>
  aKsjZip({
    'A51-25_41.geojson': aCollection(
      zones.map(([text, rings]) => aFeature({ A51_004: code, A51_005: text }, rings)),
    ),
  })

const [WEST, SOUTH] = [MADE_UP.west, MADE_UP.south]
/** In the middle, and a corner where no zone is. */
const [IN, OUT]: readonly [LngLat, LngLat] = [[130.107, 33.107], [130.118, 33.118]] // prettier-ignore
const here = ring(130.105, 33.105, 0.004)

describe('the layers of landslides, tsunamis, storm surges and inland floods', () => {
  it('are built from the official files, and every one answers', async () => {
    const { shp, dbf } = aShapefile([{ A40_003: '2m以上 ～ 5m未満' }], [here], toCp932)
    const { manifest, answer, report } = await buildMadeUp({
      [prefecturePath('A33', '24')]: landslides(slope(1, 1, 1, here), slope(2, 2, 0, here)),
      [prefecturePath('A40', '16')]: aKsjZip({ 'A40-16_41.shp': shp, 'A40-16_41.dbf': dbf }),
      [prefecturePath('A49', '23')]: depths('A49', [['0.3m未満', here], ['3m以上', ring(130.106, 33.106, 0.001)]]), // prettier-ignore
      [prefecturePath('A51', '25')]: inland('419997', ['0.5m以上1m未満', here]),
    })
    const layer = (id: string) => manifest.layers.find((one) => one.id === id)
    expect(layer('landslide-steepSlope')).toMatchObject({
      state: 'built',
      siblings: 3,
      sources: ['a33-24'],
      asOf: '2024',
    })
    expect(manifest.sources.find(({ id }) => id === 'a33-24')?.credit).toBe(
      '「国土数値情報（土砂災害警戒区域）・佐賀県の資料を加工」',
    )
    expect(layer('landslide-slide')).toMatchObject({ state: 'built' })
    expect(layer('tsunami-max')?.classes).toEqual([{ rank: 1, means: { type: 'depth', min: 2, max: 5 } }])
    expect(layer('stormSurge-max')?.classes.map(({ means }) => means)).toEqual([
      { type: 'depth', min: 0, max: 0.3 },
      { type: 'depth', min: 3, max: null },
    ])
    expect(answer('landslide', IN)).toMatchObject({
      answer: 'hazard',
      complete: true,
      zone: 'special',
      zones: [
        { phenomenon: 'debrisFlow', zone: 'special' },
        { phenomenon: 'steepSlope', zone: 'warning', specialUnsurveyed: true },
      ],
    })
    // A class that straddles the official bounds keeps its own, and counts by its upper bound.
    expect(answer('tsunami', IN)).toMatchObject({ answer: 'hazard', rank: 3, depth: { min: 2, max: 5 } })
    expect(answer('stormSurge', [130.1065, 33.1065])).toMatchObject({ rank: 6, depth: { min: 3, max: null } })
    expect(answer('stormSurge', [130.1055, 33.1055])).toMatchObject({ rank: 1, depth: { max: 0.3 } })
    expect(answer('inlandFlood', IN)).toMatchObject({ rank: 2, depth: { min: 0.5, max: 1 } })
    for (const kind of ['landslide', 'tsunami', 'stormSurge', 'inlandFlood'] as const)
      expect(answer(kind, OUT)).toMatchObject({ answer: 'noZonePublished' })
    expect(answer('pond', IN)).toMatchObject({ answer: 'dataUnavailable', why: 'missing' })
    for (const { counts } of report.layers.filter((one) => one.counts !== null)) {
      const refused = Object.values(counts?.refused ?? {}).reduce((sum, count) => sum + count, 0)
      expect(counts?.in).toBe((counts?.kept ?? 0) + refused)
    }
  })

  it('are missing with the reason where the publisher has no file, or none of this municipality', async () => {
    const { manifest, report, directory, answer } = await buildMadeUp({
      [prefecturePath('A51', '25')]: inland('41207', ['0.5m未満', here]),
      [prefecturePath('A33', '25')]: aKsjZip({ 'A33-25_41Line.geojson': aCollection([]) }),
    })
    const missing = (id: string) => manifest.layers.find((one) => one.id === id)
    expect(missing('tsunami-max')).toMatchObject({
      state: 'missing',
      missing: [expect.stringContaining('A40-24_41_GML.zip: not found in the editions 24, 23, ')],
    })
    expect(missing('inlandFlood-max')).toMatchObject({
      state: 'missing',
      missing: [expect.stringContaining('it does not speak of the municipality 41999')],
    })
    expect(missing('landslide-slide')).toMatchObject({
      state: 'missing',
      missing: [expect.stringContaining('there is no file of zones in it')],
    })
    expect(answer('inlandFlood', IN)).toMatchObject({ answer: 'dataUnavailable' })
    const text = await readFile(join(directory, 'pack-report.md'), 'utf8')
    expect(text).toContain('not published, or nothing of this kind there')
    expect(text).toContain('there is no national data set of pond floods')
    expect(report.absent.join('\n')).toContain('tsunami-max: not had')
  })

  it('does not take a file whose terms do not allow it', async () => {
    const { manifest, report } = await buildMadeUp(
      { [prefecturePath('A33', '25', '26')]: landslides(slope(1, 1, 0, here)) },
      { 'outline.geojson': aCollection([aFeature({}, ring(WEST, SOUTH, 0.02))]) },
      '26999',
    )
    expect(manifest.layers.find(({ id }) => id === 'landslide-slide')).toMatchObject({
      state: 'missing',
      missing: [expect.stringMatching(/notOpen \(京都府/)],
    })
    expect(report.upstream.missing.filter(({ url }) => url.includes('A33-'))).toHaveLength(1)
  })

  it('are partial where the copy was cut', async () => {
    const path = prefecturePath('A49', '23')
    const sources = { entries: [{ path, extent: { bbox: [130, 33, 130.11, 33.2] } }] }
    const { answer } = await buildMadeUp({
      [path]: depths('A49', [['1m未満', here]]),
      'SOURCES.json': JSON.stringify(sources),
    })
    expect(answer('stormSurge', IN)).toMatchObject({ answer: 'hazard', complete: false })
    expect(answer('stormSurge', OUT)).toMatchObject({ answer: 'dataUnavailable', why: 'partial' })
  })

  it('stops for more classes of depth than can be told apart', async () => {
    const many = Array.from({ length: 16 }, (_, i) => [`${i}m以上${i + 1}m未満`, here] as const)
    await expect(buildMadeUp({ [prefecturePath('A49', '23')]: depths('A49', many) })).rejects.toThrow(
      'a49-23: 16 different depth classes, at most 15 can be told apart',
    )
  })

  it('builds another prefecture at the corner of four meshes, of which it knows nothing', async () => {
    // 41.3333°N 141°E: the meshes 6140, 6141, 6240, 6241 meet. 青森県 is 02.
    const square = ring(140.99, 41.3233, 0.02)
    const outline = aCollection([aFeature({}, square)])
    const meshes = ['6140', '6141', '6240', '6241']
    const zone = { measure: 'flood-max', code: 3, rings: [ring(141.001, 41.334, 0.002)] } as const
    const files = Object.fromEntries(
      meshes.flatMap((mesh) =>
        ['10', '20'].map((kind) => [meshPath(mesh, kind), aMeshZip(mesh === '6241' ? [zone] : [])]),
      ),
    )
    const { manifest, answer } = await buildMadeUp(files, { 'outline.geojson': outline }, '02999')
    expect(manifest.layers[0]).toMatchObject({ id: 'flood-max', state: 'built' })
    expect(answer('flood', [141.002, 41.335])).toMatchObject({ answer: 'hazard', rank: 3 })
    expect(answer('flood', [140.995, 41.325])).toMatchObject({ answer: 'noZonePublished' })
    const { answer: short } = await buildMadeUp(
      Object.fromEntries(Object.entries(files).filter(([path]) => path !== meshPath('6140', '20'))),
      { 'outline.geojson': outline },
      '02999',
    )
    expect(short('flood', [140.995, 41.325])).toMatchObject({ answer: 'dataUnavailable', why: 'partial' })
  })
})

/** Numbers between 0 and 1 that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Uneven stars and boxes over the municipality, some with a hole. */
function shapes(count: number, random: () => number): Ring[][] {
  return Array.from({ length: count }, () => {
    const [x, y] = [WEST + random() * 0.02, SOUTH + random() * 0.02]
    const size = 0.0005 + random() * 0.003
    const corners = 5 + Math.floor(random() * 12)
    const star = Array.from({ length: corners }, (_, i) => {
      const reach = size * (0.3 + random() * 0.7)
      const angle = (i / corners) * 2 * Math.PI
      return [Number((x + reach * Math.cos(angle)).toFixed(7)), Number((y + reach * Math.sin(angle)).toFixed(7))] as const // prettier-ignore
    })
    const closed = [...star, star[0] as readonly [number, number]]
    const hole = ring(x - size / 20, y - size / 20, size / 10).toReversed()
    return random() < 0.3 ? [closed, hole] : [closed]
  })
}

/** The highest number among the shapes that hold a point, without any of our code. */
const highestAt = (all: readonly { rank: number; rings: readonly Ring[] }[], at: LngLat): number =>
  Math.max(
    0,
    ...all
      .filter(({ rings }) => pointInPolygon([at[0], at[1]], rings as [number, number][][]) !== false)
      .map(({ rank }) => rank),
  )

/** True when the shape's edge is nearer than about 20 cm: there our answer may be the higher one. */
const isNearEdge = (rings: readonly Ring[], [x, y]: LngLat): boolean =>
  rings.some((one) =>
    one.some((b, i) => {
      const a = one[i - 1] ?? b
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
      return Math.hypot(a[0] + t * dx - x, a[1] + t * dy - y) < 2e-6
    }),
  )

describe('20,000 places against the published polygons', () => {
  const random = dice(41999)
  const places = Array.from({ length: 20_000 }, (): LngLat => [
    WEST + random() * 0.02,
    SOUTH + random() * 0.02,
  ])

  it('every landslide zone answers, and none that is not there', async () => {
    const zones = shapes(70, random).map((rings) => {
      const rank = (1 + Math.floor(random() * 6)) as 1 | 2 | 3 | 4 | 5 | 6
      return { rank, rings }
    })
    const features = zones.map(({ rank, rings }) => {
      const { zone, planned, specialUnsurveyed } = LANDSLIDE_CLASSES[rank]
      const code = (zone === 'special' ? 2 : 1) + (planned ? 2 : 0)
      return aFeature({ A33_001: 2, A33_002: code, A33_008: specialUnsurveyed ? 1 : 0 }, ...rings)
    })
    const { answer } = await buildMadeUp({ [prefecturePath('A33', '25')]: landslides(...features) })
    let compared = 0
    for (const at of places) {
      const found = answer('landslide', at)
      const [worst] = found?.answer === 'hazard' && found.kind === 'landslide' ? found.zones : []
      const expected = highestAt(zones, at)
      if (zones.some(({ rings }) => isNearEdge(rings, at))) continue
      compared += 1
      const want = expected === 0 ? undefined : LANDSLIDE_CLASSES[expected as 1]
      if (worst === undefined || want === undefined) expect([at, worst]).toEqual([at, want])
      else expect([at, worst]).toMatchObject([at, want])
    }
    expect(compared).toBeGreaterThan(19_500)
  }, 60_000)

  it('every class of depth that straddles the official ones answers with its own bounds', async () => {
    const texts = [
      '0.01m以上 ～ 0.3m未満',
      '0.3m以上1m未満',
      '1～2m',
      '2m以上5m未満',
      '0.5m以上 ～ 10m未満',
      '7m以上',
    ]
    const maxima = [0.3, 1, 2, 5, 10, null]
    const zones = shapes(70, random).map((rings) => ({ rank: 1 + Math.floor(random() * 6), rings }))
    const file = aKsjZip({
      'A40-20_41.geojson': aCollection(
        zones.map(({ rank, rings }) => aFeature({ A40_003: texts[rank - 1] }, ...rings)),
      ),
    })
    const { answer } = await buildMadeUp({ [prefecturePath('A40', '20')]: file })
    let compared = 0
    for (const at of places) {
      const found = answer('tsunami', at)
      const max = found?.answer === 'hazard' && found.kind === 'tsunami' ? found.depth.max : undefined
      const expected = highestAt(zones, at)
      if (zones.some(({ rings }) => isNearEdge(rings, at))) continue
      compared += 1
      expect([at, max]).toEqual([at, maxima[expected - 1]])
    }
    expect(compared).toBeGreaterThan(19_500)
  }, 60_000)
})

describe('without a file', () => {
  const river = (measure: RiverZone['measure'], id: string): RiverZone => ({
    river: id,
    name: id,
    measure,
    code: 2,
    rings: [ring(130.105, 33.105, 0.006)],
  })
  const ALL: Readonly<Record<string, Uint8Array>> = {
    [riverPath('41', '10')]: aRiverZip(FLOOD_MEASURES.map((measure) => river(measure, '4100340001'))),
    [riverPath('41', '20')]: aRiverZip(FLOOD_MEASURES.map((measure) => river(measure, '4100350001'))),
    [riverPath('89', '10')]: aRiverZip([], FLOOD_MEASURES, ['8909990001']),
    [meshPath('4930', '10', '25')]: aMeshZip([{ measure: 'flood-max', code: 5, rings: [here] }]),
    [meshPath('4930', '20', '25')]: aMeshZip([]),
    [prefecturePath('A33', '25')]: landslides(slope(1, 1, 0, here)),
    [prefecturePath('A40', '16')]: depths('A40', [['1m未満', here]]),
    [prefecturePath('A49', '23')]: depths('A49', [['1m未満', here]]),
    [prefecturePath('A51', '25')]: inland('41999', ['1m未満', here]),
  }
  /** The whole box was studied for floods and tsunamis, so that a slip would show as `assessedNone`. */
  const coverage = JSON.stringify(
    (['flood', 'tsunami', 'landslide'] as const).map((kind) => ({
      id: `c-${kind}`,
      kind,
      scenario: 'max',
      state: 'studied',
      note: { ja: 'x' },
      source: 's',
      asOf: null,
      polygon: [ring(WEST, SOUTH, 0.02)],
    })),
  )
  const SAYS_NONE = ['assessedNone', 'noZonePublished']
  /** Which kinds a file tells of. */
  const needs = (path: string): readonly string[] => {
    if (path.includes('A31')) return ['flood', 'houseCollapse']
    return { A33: ['landslide'], A40: ['tsunami'], A49: ['stormSurge'], A51: ['inlandFlood'] }[
      /data\/(A\d\d)\//.exec(path)?.[1] as 'A33'
    ]
  }
  /** Files without which the others of the data set still answer whole: A31a and A31b stand in for each other. */
  const isWhole = (kept: ReadonlySet<string>): boolean =>
    ['A31a', 'A31b'].some((dataset) =>
      Object.keys(ALL)
        .filter((path) => path.includes(dataset))
        .every((path) => kept.has(path)),
    )

  it('no place is ever told that there is nothing, and the other hazards answer as before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(Object.keys(ALL)),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.02, noNaN: true }), fc.double({ min: 0, max: 0.02, noNaN: true })), { minLength: 5, maxLength: 30 }), // prettier-ignore
        async (kept, spots) => {
          const files = Object.fromEntries(kept.map((path) => [path, ALL[path] as Uint8Array]))
          const { answer, area } = await buildMadeUp(files, { 'coverage.json': coverage })
          const lost = Object.keys(ALL).filter((path) => !kept.includes(path))
          const unknown = new Set(
            lost.filter((path) => !path.includes('A31') || !isWhole(new Set(kept))).flatMap(needs),
          )
          expect(area.manifest.layers.every(({ siblings }) => siblings > 0)).toBe(true)
          for (const [x, y] of spots) {
            const at: LngLat = [WEST + x, SOUTH + y]
            for (const kind of [
              'flood',
              'houseCollapse',
              'landslide',
              'tsunami',
              'stormSurge',
              'inlandFlood',
            ] as const) {
              const found = answer(kind, at)
              if (unknown.has(kind))
                expect([kept, kind, SAYS_NONE.includes(found?.answer ?? '')]).toEqual([kept, kind, false]) // prettier-ignore
              else
                expect([kind, ['hazard', ...SAYS_NONE, 'outsidePack'].includes(found?.answer ?? ''), found]).toEqual([kind, true, found]) // prettier-ignore
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  }, 120_000)
})
