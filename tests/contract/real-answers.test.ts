import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import pointInPolygon from 'point-in-polygon-hao'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import type { NoHazardFound, WaterHazard } from '#domain/risk/hazard-answer.ts'
import { openPack } from '#scripts/lib/open-pack.ts'
import { buildPack } from '#scripts/steps/build-pack.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MIRROR = resolve(ROOT, process.env['MIRROR'] ?? '../shared/mirror')
const FLOODS = join(MIRROR, 'nlftp.mlit.go.jp/ksj/gml/data/A31b/A31b-23/A31b-23_10_4930_GEOJSON.zip')
const isHere = existsSync(FLOODS)
if (!isHere)
  process.stderr.write(`skipped: the answers on real data, as there is no ${FLOODS} (variable MIRROR)\n`)

type Published = { rank: number; polygon: [number, number][][]; box: readonly number[] }

/** The published polygons, read by another hand than the pipeline's: unpacked and parsed whole. */
async function published(): Promise<Published[]> {
  const [content] = Object.values(unzipSync(await readFile(FLOODS)))
  const text = new TextDecoder().decode(content)
  const { features } = JSON.parse(text) as {
    features: { properties: { A31b_201: number }; geometry: { coordinates: [number, number][][] } }[]
  }
  return features.map(({ properties, geometry: { coordinates: polygon } }) => {
    const [xs, ys] = [(polygon[0] ?? []).map(([x]) => x), (polygon[0] ?? []).map(([, y]) => y)]
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    return { rank: properties.A31b_201, polygon, box }
  })
}

const METRE = 1 / 111_320

/** Published rank at a point, and whether a zone edge is nearer than 5 m (in a square of 5 m each way the rank changes). */
function rankOf(zones: readonly Published[], [lng, lat]: LngLat): number {
  let rank = 0
  for (const zone of zones) {
    const [west, south, east, north] = zone.box as [number, number, number, number]
    if (zone.rank <= rank || lng < west || lng > east || lat < south || lat > north) continue
    if (pointInPolygon([lng, lat], zone.polygon) !== false) rank = zone.rank
  }
  return rank
}

function isNearEdge(zones: readonly Published[], [lng, lat]: LngLat, metres: number): boolean {
  const [dx, dy] = [(metres * METRE) / Math.cos((lat * Math.PI) / 180), metres * METRE]
  return zones.some(({ polygon, box }) => {
    const [west, south, east, north] = box as [number, number, number, number]
    if (lng < west - dx || lng > east + dx || lat < south - dy || lat > north + dy) return false
    return polygon.some((ring) =>
      ring.some((b, i) => i > 0 && passes(ring[i - 1] as LngLat, b, [lng, lat], dx, dy)),
    )
  })
}

/** True when the edge a–b comes within one unit of the point, in units of dx by dy. */
function passes(a: LngLat, b: LngLat, at: LngLat, dx: number, dy: number): boolean {
  const [ax, ay] = [(a[0] - at[0]) / dx, (a[1] - at[1]) / dy]
  const [ex, ey] = [(b[0] - a[0]) / dx, (b[1] - a[1]) / dy]
  const t = Math.max(0, Math.min(1, -(ax * ex + ay * ey) / (ex * ex + ey * ey || 1)))
  return Math.hypot(ax + t * ex, ay + t * ey) <= 1
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const floodAt = (area: Area, at: LngLat): WaterHazard | NoHazardFound | undefined =>
  assessRisk(area, at).hazards.find(
    (one): one is WaterHazard | NoHazardFound => one.kind === 'flood' && one.scenario === 'max',
  )

describe.skipIf(!isHere)('the real pack of Kashima', () => {
  let out: string
  let area: Area
  let zones: Published[]

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'packs-'))
    await buildPack({ area: '41207', root: ROOT, out, mirror: MIRROR })
    const opened = await openPack(out, '41207')
    if (!opened.ok) throw new Error(opened.detail)
    area = opened.value
    const [west, south, east, north] = area.manifest.bounds
    zones = (await published()).filter(
      ({ box }) => !(box[2]! < west || box[0]! > east || box[3]! < south || box[1]! > north), // oxlint-disable-line typescript/no-non-null-assertion
    )
  }, 120_000)
  afterAll(() => rm(out, { recursive: true, force: true }))

  it('answers the published rank at 20,000 points, and never a lower one', () => {
    const random = dice(41207)
    const [west, south, east, north] = area.manifest.bounds
    let [asked, equal, higherFarFromEdge] = [0, 0, 0]
    const tooLow: LngLat[] = []
    for (let i = 0; i < 20_000; i++) {
      const at = [west + random() * (east - west), south + random() * (north - south)] as const
      const expected = rankOf(zones, at)
      const answer = floodAt(area, at)
      const answered = answer?.answer === 'hazard' ? answer.rank : 0
      if (answered < expected) tooLow.push(at)
      if (answered !== expected && isNearEdge(zones, at, 5)) continue
      asked++
      if (answered === expected) equal++
      else if (answered > expected) higherFarFromEdge++
    }
    expect(tooLow).toEqual([])
    expect(higherFarFromEdge).toBe(0)
    expect(equal / asked).toBeGreaterThanOrEqual(0.999)
    expect(asked).toBeGreaterThan(19_000)
  })

  it('has 33 emergency sites and 26 shelters, some designated for floods inside the zone', () => {
    const sites = area.sites ?? []
    expect(sites.filter((site) => site.kind === 'emergencySite')).toHaveLength(33)
    expect(sites.filter((site) => site.kind === 'shelter')).toHaveLength(26)
    for (const name of ['市民体育館', '鹿島小学校']) {
      const site = sites.find((one) => one.name.ja === name && one.kind === 'emergencySite')
      expect(site?.designated.flood).toBe(true)
      const flood = site && floodAt(area, site.at)
      expect(flood).toMatchObject({ answer: 'hazard', rank: 2, depth: { min: 0.5, max: 3 } })
    }
    const inZone = sites.filter(
      (site) => site.kind === 'emergencySite' && floodAt(area, site.at)?.answer === 'hazard',
    )
    expect(inZone).toHaveLength(14)
    expect(inZone.filter((site) => site.designated.flood)).toHaveLength(13)
  })

  it('says that the rivers of 浜, 古枝 and 七浦 were not assessed where no zone is', () => {
    const hillside = floodAt(area, [130.13, 33.05])
    expect(hillside).toMatchObject({ answer: 'notAssessed' })
  })
})
