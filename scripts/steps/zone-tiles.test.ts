import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { PMTiles } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { decodeMvt } from '../lib/tiles/mvt.ts'
import type { Path, TileFeature, TileLayers } from '../lib/tiles/mvt.ts'
import { tilesOf, toUnitSquare } from '../lib/tiles/tile-grid.ts'
import { officialClasses } from './zone-classes.ts'
import { zoneGroups } from './zone-groups.ts'
import { missingSet } from './zone-layers.ts'
import type { ZoneSet } from './zone-set.ts'
import { buildZoneTiles, ZONES_MAX_ZOOM, ZONES_MIN_ZOOM } from './zone-tiles.ts'
import type { CoverageToDraw, Rings } from './zone-tiles.ts'

type ZoneToDraw = {
  readonly draws: 'flood-max' | 'inlandFlood-max'
  readonly rank: number
  readonly polygon: Rings
}

const BOUNDS: Bounds = [130.08, 33.08, 130.12, 33.12]
const signal = new AbortController().signal

const square = (lng: number, lat: number, degrees: number): Rings => [
  [
    [lng, lat],
    [lng + degrees, lat],
    [lng + degrees, lat + degrees],
    [lng, lat + degrees],
    [lng, lat],
  ],
]
const zone = (rank: number, polygon: Rings): ZoneToDraw => ({ draws: 'flood-max', rank, polygon })
const build = (
  zones: readonly ZoneToDraw[],
  coverage: readonly CoverageToDraw[] = [],
  bounds = BOUNDS,
): Uint8Array => buildZoneTiles({ groups: zoneGroups(zones.map(setOf)), coverage, bounds, signal }).bytes

const setOf = ({ draws, rank, polygon }: ZoneToDraw): ZoneSet => ({
  ...missingSet(draws, []),
  state: 'built',
  classes: officialClasses(draws),
  zones: [{ rank, polygon: polygon as ZoneSet['zones'][number]['polygon'] }],
})

type Reader = (z: number, x: number, y: number, layer: string) => Promise<readonly TileFeature[]>
const read = (bytes: Uint8Array): Reader => {
  const archive = new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  })
  const known = new Map<string, Promise<TileLayers>>()
  const decode = async (z: number, x: number, y: number): Promise<TileLayers> => {
    const tile = await archive.getZxy(z, x, y)
    return tile === undefined ? new Map() : decodeMvt(new Uint8Array(tile.data))
  }
  return async (z, x, y, layer) => {
    const key = `${z}/${x}/${y}`
    const tile = known.get(key) ?? decode(z, x, y)
    known.set(key, tile)
    return (await tile).get(layer) ?? []
  }
}

function isIn(rings: readonly Path[], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
      const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
        number,
        number,
        number,
        number,
      ]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  return inside
}

/** The ranks that are drawn at a place at a zoom. */
async function ranksAt(reader: Reader, z: number, at: LngLat): Promise<number[]> {
  const [ux, uy] = toUnitSquare(at).map((value) => value * 2 ** z) as [number, number]
  const features = await reader(z, Math.floor(ux), Math.floor(uy), 'zone')
  const [x, y] = [(ux % 1) * 4096, (uy % 1) * 4096]
  return features
    .filter((feature) => isIn(feature.paths, x, y))
    .map((feature) => Number(feature.properties['rank']))
}

const ZOOMS = Array.from({ length: ZONES_MAX_ZOOM - ZONES_MIN_ZOOM + 1 }, (_, i) => ZONES_MIN_ZOOM + i)
const offset = fc.integer({ min: 10, max: 380 }).map((n) => n / 10_000)

describe('buildZoneTiles', () => {
  it('shows even a zone of two metres at every zoom', async () => {
    await fc.assert(
      fc.asyncProperty(offset, offset, async (east, north) => {
        const [lng, lat] = [130.08 + east + 0.00003, 33.08 + north + 0.00003]
        const reader = read(build([zone(3, square(lng, lat, 0.00002))]))
        for (const z of ZOOMS) {
          const found: number[] = []
          for (const { x, y } of tilesOf(BOUNDS, z))
            for (const feature of await reader(z, x, y, 'zone'))
              found.push(Number(feature.properties['rank']))
          expect(found).toContain(3)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('shows the highest rank where zones overlap, and only that one', async () => {
    const reader = read(build([zone(4, square(130.09, 33.09, 0.01)), zone(2, square(130.085, 33.085, 0.02))]))
    for (const z of ZOOMS) {
      expect(await ranksAt(reader, z, [130.095, 33.095])).toEqual([4])
      expect(await ranksAt(reader, z, [130.103, 33.103])).toEqual([2])
      expect(await ranksAt(reader, z, [130.112, 33.112])).toEqual([])
    }
  })

  it('leaves no gap between neighbouring ranks', async () => {
    const slant = (rank: number, from: number): ZoneToDraw =>
      zone(rank, [
        [
          [130.085 + from, 33.085],
          [130.09 + from, 33.085],
          [130.1 + from, 33.115],
          [130.095 + from, 33.115],
          [130.085 + from, 33.085],
        ],
      ])
    const reader = read(build([slant(1, 0), slant(2, 0.005), slant(3, 0.01)]))
    for (const z of ZOOMS)
      for (let lat = 33.0871; lat < 33.113; lat += 0.00217)
        for (let step = 0.001; step < 0.0145; step += 0.00021)
          expect(await ranksAt(reader, z, [130.0855 + (lat - 33.085) / 3 + step, lat])).toHaveLength(1)
  })

  it('keeps holes', async () => {
    const [outer] = square(130.09, 33.09, 0.02)
    const [hole] = square(130.098, 33.098, 0.004)
    const reader = read(build([zone(2, [outer ?? [], [...(hole ?? [])].reverse()])]))
    // Farther out the hole is one or two pixels wide, and every pixel that a zone touches is coloured.
    for (const z of ZOOMS.filter((zoom) => zoom >= 10)) {
      expect(await ranksAt(reader, z, [130.1, 33.1])).toEqual([])
      expect(await ranksAt(reader, z, [130.094, 33.094])).toEqual([2])
    }
  })

  it('fits at the edges of tiles', async () => {
    const reader = read(
      build([
        zone(2, [
          [
            [130.081, 33.081],
            [130.119, 33.0977],
            [130.1183, 33.119],
            [130.0817, 33.1013],
            [130.081, 33.081],
          ],
        ]),
      ]),
    )
    const at = (features: readonly TileFeature[], edge: number): number[] =>
      features.flatMap((f) => f.paths.flatMap((ring) => crossings(ring, edge))).sort((a, b) => a - b)
    let compared = 0
    for (const z of [13, 14]) {
      for (const { x, y } of tilesOf(BOUNDS, z)) {
        if (!tilesOf(BOUNDS, z).some((other) => other.x === x + 1)) continue
        const own = at(await reader(z, x, y, 'zone'), 4096)
        expect(at(await reader(z, x + 1, y, 'zone'), 0)).toEqual(own)
        compared += own.length
      }
    }
    expect(compared).toBeGreaterThan(3)
  })

  it('cuts to the bounds', async () => {
    const reader = read(build([zone(2, square(130.0, 33.0, 0.2))]))
    for (const z of ZOOMS) {
      // A pixel on the border is coloured whole: 0.0014 degree wide at zoom 8.
      const beyond = z < 10 ? 0.003 : 0
      expect(await ranksAt(reader, z, [130.1, 33.1])).toEqual([2])
      expect(await ranksAt(reader, z, [130.0785 - beyond, 33.1])).toEqual([])
      expect(await ranksAt(reader, z, [130.1, 33.1215 + beyond])).toEqual([])
    }
  })

  it('gives the same bytes in whatever order the zones come', () => {
    const zones = [
      zone(1, square(130.09, 33.09, 0.01)),
      zone(5, square(130.095, 33.092, 0.01)),
      zone(3, square(130.1, 33.1, 0.005)),
      { ...zone(1, square(130.1, 33.1, 0.005)), draws: 'inlandFlood-max' } as const,
    ]
    expect(build(zones)).toEqual(build([...zones].reverse()))
  })

  it('draws the coverage with its state', async () => {
    const coverage: CoverageToDraw = {
      kind: 'flood',
      scenario: 'max',
      state: 'notAssessed',
      polygon: square(130.09, 33.09, 0.01),
    }
    const reader = read(build([], [coverage]))
    for (const z of ZOOMS) {
      const features: TileFeature[] = []
      for (const { x, y } of tilesOf(BOUNDS, z)) features.push(...(await reader(z, x, y, 'coverage')))
      expect(features[0]?.properties).toEqual({ kind: 'flood', scenario: 'max', state: 'notAssessed' })
    }
  })

  it('stops when it is told to', () => {
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    expect(() => buildZoneTiles({ groups: [], coverage: [], bounds: BOUNDS, signal: stop.signal })).toThrow(
      'enough',
    )
  })
})

/** Where the sides of a ring cross or meet the vertical line at `edge`. */
function crossings(ring: Path, edge: number): number[] {
  const out: number[] = []
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
      number,
      number,
      number,
      number,
    ]
    if (ax > edge !== bx > edge) out.push(ay + ((edge - ax) / (bx - ax)) * (by - ay))
  }
  return out
}

const ZIP = join(
  process.env['MIRROR'] ?? '../shared/mirror',
  'nlftp.mlit.go.jp/ksj/gml/data/A31b/A31b-23/A31b-23_10_4930_GEOJSON.zip',
)

describe.skipIf(!existsSync(ZIP))('the flood zones of Kashima (skipped without the mirror)', () => {
  it('are small, and every 160th patch is there at every zoom', async () => {
    const bounds: Bounds = [130.01, 32.97, 130.21, 33.16]
    const [json] = Object.values(unzipSync(new Uint8Array(readFileSync(ZIP))))
    const { features } = JSON.parse(new TextDecoder().decode(json)) as {
      features: { properties: { A31b_201: number }; geometry: { coordinates: Rings } }[]
    }
    const zones = features.map((f) => zone(f.properties.A31b_201, f.geometry.coordinates))
    const bytes = build(zones, [], bounds)
    expect(bytes.length).toBeLessThan(700_000)
    const reader = read(bytes)
    for (let i = 0; i < zones.length; i += 160) {
      const { rank, polygon } = zones[i] as ZoneToDraw
      // The middle of the first pixel of the patch: its first corner is its north-west one.
      const [lng, lat] = (polygon[0]?.[0] ?? []) as [number, number]
      const at: LngLat = [lng + 0.00002, lat - 0.00002]
      if (at[0] < bounds[0] || at[0] > bounds[2] || at[1] < bounds[1] || at[1] > bounds[3]) continue
      for (const z of [10, 12, 14])
        expect(Math.max(0, ...(await ranksNear(reader, z, at)))).toBeGreaterThanOrEqual(rank)
    }
  }, 300_000)
})

/** The ranks drawn within one pixel of the screen, but at least a pixel of the source (5 m): outlines may move by that much. */
async function ranksNear(reader: Reader, z: number, [lng, lat]: LngLat): Promise<number[]> {
  const reach = Math.max(0.00005, 360 / 2 ** z / 512)
  const out: number[] = []
  for (const dx of [0, -reach, -reach / 2, reach / 2, reach])
    for (const dy of [0, -reach, -reach / 2, reach / 2, reach])
      out.push(...(await ranksAt(reader, z, [lng + dx, lat + dy])))
  return out
}
