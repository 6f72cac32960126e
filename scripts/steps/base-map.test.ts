import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'fflate'
import { PMTiles } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { decodeMvt, encodeMvt, LINE, POINT, POLYGON } from '../lib/tiles/mvt.ts'
import type { TileFeature, TileLayers } from '../lib/tiles/mvt.ts'
import { boxInTile, tilesOf } from '../lib/tiles/tile-grid.ts'
import { buildBaseMap } from './base-map.ts'
import type { BaseMapInput } from './base-map.ts'

const BOUNDS: Bounds = [130.1, 33.0, 130.11, 33.01]
const never = new AbortController().signal

const build = (getTile: BaseMapInput['getTile'], more: Partial<BaseMapInput> = {}) =>
  buildBaseMap({
    getTile,
    bounds: BOUNDS,
    minZoom: 14,
    maxZoom: 14,
    signal: never,
    onProgress: () => {},
    ...more,
  })

const open = (bytes: Uint8Array): PMTiles =>
  new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  })

async function tileOf(bytes: Uint8Array, z: number, x: number, y: number): Promise<TileLayers> {
  const found = await open(bytes).getZxy(z, x, y)
  return decodeMvt(new Uint8Array(found?.data ?? new ArrayBuffer(0)))
}

const point = (x: number, y: number, properties: TileFeature['properties']): TileFeature => ({
  type: POINT,
  paths: [[x, y]],
  properties,
})
const line = (path: number[], properties: TileFeature['properties']): TileFeature => ({
  type: LINE,
  paths: [path],
  properties,
})

const [FIRST] = tilesOf(BOUNDS, 14)
if (FIRST === undefined) throw new Error('the bounds touch no tile')
const [MIN_X, MIN_Y, MAX_X, MAX_Y] = boxInTile(BOUNDS, FIRST)
/** A point that lies in the bounds and in the first tile. */
const IN: [number, number] = [Math.max(10, MIN_X + 10), Math.max(10, Math.min(4000, MAX_Y, 4000) - 10)]

const only =
  (layers: Record<string, TileFeature[]>): BaseMapInput['getTile'] =>
  async (z, x, y) =>
    z === FIRST.z && x === FIRST.x && y === FIRST.y
      ? encodeMvt(new Map(Object.entries(layers)))
      : new Uint8Array()

const first = async (layers: Record<string, TileFeature[]>) =>
  tileOf((await build(only(layers))).pmtiles, FIRST.z, FIRST.x, FIRST.y)

describe('buildBaseMap', () => {
  it('gives every name as `name`, and the Latin one only where it differs', async () => {
    const tile = await first({
      place: [
        point(100, 100, { class: 'quarter', 'name:latin': '大字高津原' }),
        point(200, 200, { class: 'quarter', name: '本町', 'name:latin': 'Honmachi', 'name:ja': '本町' }),
        point(300, 300, { class: 'quarter', 'name:ja': '浜', 'name:latin': 'Hama' }),
        point(400, 400, { class: 'quarter' }),
      ],
    })
    expect(tile.get('place')?.map((feature) => feature.properties)).toEqual([
      { class: 'quarter', name: '大字高津原' },
      { class: 'quarter', name: '本町', 'name:latin': 'Honmachi' },
      { class: 'quarter', name: '浜', 'name:latin': 'Hama' },
    ])
  })

  it('finds steps and footways in transportation_name by their shape', async () => {
    const steps = [0, 0, 100, 0]
    const tile = await first({
      transportation: [line(steps, { class: 'path' }), line([0, 50, 100, 50], { class: 'path' })],
      transportation_name: [line(steps, { class: 'path', subclass: 'steps' })],
    })
    const ways = tile.get('transportation')?.map((feature) => [feature.properties['subclass'], feature.paths])
    expect(ways).toEqual([
      ['steps', [steps]],
      [undefined, [[0, 50, 100, 50]]],
    ])
    expect(tile.has('transportation_name')).toBe(false)
  })

  it('keeps what people find their way by and drops the rest', async () => {
    const tile = await first({
      poi: [
        point(10, 10, { class: 'school', subclass: 'school', name: '小学校' }),
        point(20, 20, { class: 'parking', name: '駐車場' }),
        point(30, 30, { name: '西部公民館' }),
        point(40, 40, { class: 'restaurant', name: '食堂' }),
        point(50, 50, { class: 'police' }),
        point(60, 60, { class: 'school' }),
      ],
      transportation: [
        line([0, 0, 9, 9], { class: 'trunk_construction' }),
        line([0, 0, 900, 9], { class: 'minor', oneway: 1 }),
      ],
      aeroway: [line([0, 0, 9, 9], { class: 'runway' })],
    })
    expect(tile.get('poi')?.map((feature) => feature.properties)).toEqual([
      { class: 'school', name: '小学校' },
      { class: 'town_hall', name: '西部公民館' },
      { class: 'police' },
    ])
    expect(tile.get('transportation')?.map((feature) => feature.properties)).toEqual([{ class: 'minor' }])
    expect([...tile.keys()].sort()).toEqual(['poi', 'transportation'])
  })

  it('joins pieces of one road into one line', async () => {
    const tile = await first({
      transportation: [
        line([0, 0, 100, 0], { class: 'minor' }),
        line([200, 100, 100, 0], { class: 'minor' }),
        line([0, 0, 0, 300], { class: 'minor' }),
      ],
    })
    expect(tile.get('transportation')).toHaveLength(1)
    expect(tile.get('transportation')?.[0]?.paths).toEqual([[0, 300, 0, 0, 100, 0, 200, 100]])
  })

  it('cuts the low zooms to the surroundings of the bounds', async () => {
    const [low] = tilesOf(BOUNDS, 9)
    if (low === undefined) throw new Error('the bounds touch no tile')
    const wide: TileFeature = {
      type: POLYGON,
      paths: [[0, 0, 4096, 0, 4096, 4096, 0, 4096]],
      properties: { class: 'ocean' },
    }
    const { pmtiles } = await build(async () => encodeMvt(new Map([['water', [wide]]])), {
      minZoom: 9,
      maxZoom: 9,
    })
    const water = (await tileOf(pmtiles, 9, low.x, low.y)).get('water')?.[0]?.paths[0] ?? []
    const xs = water.filter((_, i) => i % 2 === 0)
    // 6 km around 1 km at 33 degrees north are 811 units of a tile of 65 km, less what lies in the next tile.
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(500)
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(1000)
  })

  it('lists places inside the bounds once, sorted, with the reading and the Latin name', async () => {
    const { places } = await build(
      only({
        place: [
          point(...IN, {
            class: 'quarter',
            name: '本町',
            'name:latin': 'Honmachi',
            'name:ja_kana': 'ほんまち',
          }),
          point(IN[0] + 5, IN[1], { class: 'quarter', name: '本町' }),
          point(Math.max(MAX_X, 4095), MIN_Y, { class: 'quarter', name: '遠く' }),
        ],
        poi: [point(...IN, { class: 'railway', subclass: 'station', 'name:latin': '鹿島' })],
      }),
    )
    expect(places.map(({ at: _, ...place }) => place)).toEqual([
      { name: '本町', kana: 'ほんまち', romaji: 'Honmachi', kind: 'district' },
      { name: '鹿島', kana: null, romaji: null, kind: 'station' },
    ])
    for (const { at } of places) expect(at[0]).toBeGreaterThanOrEqual(BOUNDS[0])
  })

  it('gives the same bytes packed or not, and in whatever order the tiles come', async () => {
    const tile = encodeMvt(new Map([['transportation', [line([0, 0, 500, 700], { class: 'trunk' })]]]))
    let wait = 0
    const slow = await build(async () => {
      await new Promise((done) => setTimeout(done, (wait = (wait * 7 + 3) % 11)))
      return gzipSync(tile)
    })
    const fast = await build(async () => tile)
    expect(slow.pmtiles).toEqual(fast.pmtiles)
  })

  it('counts tiles that are not there and tells progress', async () => {
    const told: number[] = []
    const built = await build(async (_z, x) => (x === FIRST.x ? null : new Uint8Array()), {
      onProgress: (done) => told.push(done),
    })
    const all = tilesOf(BOUNDS, 14)
    expect(built.tilesMissing).toBe(all.filter(({ x }) => x === FIRST.x).length)
    expect(built.tilesRead + built.tilesMissing).toBe(all.length)
    expect(told.at(-1)).toBe(all.length)
  })

  it('refuses bytes that are no tile and names the tile', async () => {
    const page = new TextEncoder().encode('<html>sign in</html>')
    await expect(build(async () => page)).rejects.toThrow(
      `base map tile 14/${FIRST.x}/${FIRST.y} is not a vector tile`,
    )
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    await expect(build(async () => new Uint8Array(), { signal: stop.signal })).rejects.toThrow('enough')
  })
})

const TILES = join(process.env['MIRROR'] ?? '../shared/mirror', 'tiles.openfreemap.org/planet/20210806')

describe.skipIf(!existsSync(TILES))('the base map of Kashima (skipped without the mirror)', () => {
  it('is small and keeps what people find their way by', async () => {
    const bounds: Bounds = [130.01, 32.97, 130.21, 33.16]
    const built = await build(
      async (z, x, y) => {
        const file = join(TILES, `${z}/${x}/${y}.pbf`)
        return existsSync(file) ? new Uint8Array(readFileSync(file)) : null
      },
      { bounds, minZoom: 8 },
    )
    expect(built.pmtiles.length).toBeLessThan(1_000_000)
    expect(built.tilesMissing).toBe(0)
    expect(built.places.map((place) => place.name)).toEqual(
      expect.arrayContaining(['鹿島市役所', '大字高津原']),
    )
    const kinds = new Set<unknown>()
    for (const { x, y } of tilesOf(bounds, 14))
      for (const way of (await tileOf(built.pmtiles, 14, x, y)).get('transportation') ?? []) {
        kinds.add(way.properties['class'])
        kinds.add(way.properties['subclass'])
      }
    expect([...kinds]).toEqual(expect.arrayContaining(['trunk', 'minor', 'path', 'rail', 'steps', 'footway']))
  }, 300_000)
})
