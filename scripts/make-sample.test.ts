import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, unzipSync } from 'fflate'
import pointInPolygon from 'point-in-polygon-hao'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeSampleMirror, sampleFiles } from './make-sample.ts'
import { decodeMvt } from './lib/tiles/mvt.ts'
import { coverageJson, olderSitesCsv, placesCsv, standardSitesCsv } from './sample/area-tables.ts'
import type { MirrorFile } from './sample/mirror-file.ts'
import { readTown } from './sample/town.ts'

const KSJ = 'nlftp.mlit.go.jp/ksj/gml/data'
const GSI = 'hinanmap.gsi.go.jp/hinanjocp/defaultFtpData'
const TILES = 'tiles.openfreemap.org/planet'
const town = readTown()
let files: readonly MirrorFile[] = []

beforeAll(async () => {
  files = await sampleFiles()
}, 600_000)

const bytes = (path: string): Uint8Array => {
  const found = files.find(([name]) => name === path)?.[1]
  if (found === undefined) throw new Error(`the sample has no ${path}`)
  return found
}
const text = (data: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)

type Collection = {
  crs?: unknown
  features: {
    properties: Record<string, unknown>
    geometry: { type: string; coordinates: [number, number][][] }
  }[]
}
/** The members of a zip, names read as CP932 from their raw bytes (the flag for UTF-8 must be off). */
function unzip(data: Uint8Array): Map<string, Collection> {
  const out = new Map<string, Collection>()
  // Without the flag, fflate gives a name one character for each byte.
  for (const [latin, content] of Object.entries(unzipSync(data))) {
    const raw = Uint8Array.from(latin, (char) => char.charCodeAt(0))
    out.set(
      new TextDecoder('shift_jis', { fatal: true }).decode(raw),
      JSON.parse(text(content)) as Collection,
    )
  }
  return out
}

describe('the sample town', () => {
  it('has a boundary in the form of N03, far from any real town', () => {
    const zip = bytes(`${KSJ}/N03/N03-2026/N03-20260101_99_GML.zip`)
    // The time of the entry is fixed: 2026-01-01 00:00 in the form of DOS.
    expect(Array.from(zip.subarray(10, 14))).toEqual([0, 0, 0x21, 0x5c])
    const members = unzip(zip)
    const [name, boundary] = [...members][0] ?? []
    expect(name).toBe('N03-20260101_99.geojson')
    expect(boundary?.crs).toBeDefined()
    expect(boundary?.features.every((f) => f.properties['N03_007'] === '99201')).toBe(true)
    for (const [lng, lat] of boundary?.features.flatMap((f) => f.geometry.coordinates.flat()) ?? []) {
      expect(Math.abs(lng - 135)).toBeLessThan(0.07)
      expect(Math.abs(lat - 30)).toBeLessThan(0.06)
    }
  })

  it('has the two lists of the GSI, GeoJSON and CSV alike', () => {
    for (const [kind, count, columns] of [
      ['1', 29, 10],
      ['2', 47, 16],
    ] as const) {
      const csv = text(bytes(`${GSI}/csv/99201_${kind}.csv`))
      expect(csv.startsWith('\ufeffNO,共通ID,施設・場所名,住所,')).toBe(true)
      const lines = csv.split('\r\n')
      expect(lines).toHaveLength(count + 2)
      for (const line of lines.slice(0, -1)) expect(line.split(',')).toHaveLength(columns)
      const json = JSON.parse(text(bytes(`${GSI}/geoJSON/99201_${kind}.geojson`))) as Collection
      expect(json.features.map((f) => f.properties['共通ID'])).toEqual(
        lines.slice(1, -1).map((line) => line.split(',')[1]),
      )
    }
  })

  it('has sites designated for floods that stand in a flood zone, and one name twice', () => {
    const zones = [...unzip(bytes(`${KSJ}/A31a/A31a-25/A31a-25_99_10_GEOJSON.zip`))].flatMap(
      ([name, each]) => (name.startsWith('20_想定最大規模/') ? each.features : []),
    )
    const sites = JSON.parse(text(bytes(`${GSI}/geoJSON/99201_2.geojson`))) as {
      features: { properties: Record<string, string>; geometry: { coordinates: [number, number] } | null }[]
    }
    const placed = sites.features.flatMap(({ properties, geometry }) =>
      geometry === null ? [] : [{ properties, at: geometry.coordinates }],
    )
    expect(placed).toHaveLength(sites.features.length - 1)
    const inZone = placed.filter(({ at }) =>
      zones.some((zone) => pointInPolygon(at, zone.geometry.coordinates) !== false),
    )
    const designated = (site: { properties: Record<string, string> }): boolean =>
      site.properties['洪水'] === '1'
    expect(inZone.filter(designated).length).toBeGreaterThanOrEqual(3)
    expect(inZone.filter((site) => !designated(site)).length).toBeGreaterThanOrEqual(1)
    expect(placed.filter((site) => designated(site) && !inZone.includes(site)).length).toBeGreaterThanOrEqual(
      3,
    )
    const names = town.sites.filter((site) => site.kind === 'shelter').map((site) => site.name)
    expect(new Set(names).size).toBe(names.length - 1)
  })

  it('has a base map with streets, bridges, steps, a railway, houses and names with readings', () => {
    const tileJson = JSON.parse(text(bytes(`${TILES}/index.json`))) as { tiles: string[]; maxzoom: number }
    expect(tileJson.tiles).toEqual([`https://${TILES}/20260101/{z}/{x}/{y}.pbf`])
    const counts = new Map<string, number>()
    for (const [path, data] of files) {
      if (!path.startsWith(`${TILES}/20260101/14/`)) continue
      for (const [layer, features] of decodeMvt(gunzipSync(data)))
        for (const { properties } of features)
          for (const key of [
            layer,
            ...['class', 'subclass', 'brunnel', 'name:ja_kana'].map(
              (k) => `${layer} ${String(properties[k])}`,
            ),
          ])
            counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(counts.get('transportation')).toBeGreaterThan(1500)
    expect(counts.get('building')).toBeGreaterThan(1500)
    for (const kind of ['minor', 'trunk', 'rail', 'ferry', 'steps', 'bridge', 'tunnel', 'track'])
      expect(counts.get(`transportation ${kind}`), kind).toBeGreaterThan(0)
    for (const kind of ['railway', 'school', 'hospital', 'convenience', 'town_hall', 'place_of_worship'])
      expect(counts.get(`poi ${kind}`), kind).toBeGreaterThan(0)
    expect(counts.get('place ほんまち')).toBeGreaterThan(0)
    for (const layer of ['water', 'waterway', 'landcover', 'landuse'])
      expect(counts.get(layer), layer).toBeGreaterThan(0)
  })

  it('agrees with the curated tables in the repository', () => {
    const kept = (name: string): string =>
      readFileSync(new URL(`../data/areas/99201/${name}`, import.meta.url), 'utf8')
    expect(kept('places.csv')).toBe(placesCsv(town))
    expect(kept('sites.csv')).toBe(standardSitesCsv(town))
    expect(kept('sites-south.csv')).toBe(olderSitesCsv(town))
    expect(JSON.parse(kept('coverage.json'))).toEqual(coverageJson(town))
  })
})

describe('makeSampleMirror', () => {
  it('writes every file, and removes nothing but its own hosts', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sample-'))
    try {
      await writeFile(join(dir, 'mine.txt'), 'keep')
      await mkdir(join(dir, 'tiles.openfreemap.org'))
      await writeFile(join(dir, 'tiles.openfreemap.org', 'old.pbf'), 'old')
      await makeSampleMirror(dir)
      expect((await readdir(dir)).sort()).toEqual([
        'hinanmap.gsi.go.jp',
        'local',
        'mine.txt',
        'nlftp.mlit.go.jp',
        'tiles.openfreemap.org',
      ])
      expect(await readdir(join(dir, 'tiles.openfreemap.org'))).toEqual(['planet'])
      const digest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
      for (const [path, data] of files) expect(digest(readFileSync(join(dir, path))), path).toBe(digest(data))
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  }, 600_000)
})
