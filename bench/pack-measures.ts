import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { PackManifest } from '#domain/packs/area-pack.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { openPack } from '#scripts/lib/open-pack.ts'
import { MACHINE, median, type Measure } from './print-measure.ts'

/** Bytes of each file of a pack, and of the whole. */
export function measurePackBytes(packs: string, code: string): readonly Measure[] {
  const manifest = v.parse(PackManifest, JSON.parse(readFileSync(join(packs, code, 'manifest.json'), 'utf8')))
  const on = `pack ${code}, data of ${manifest.dataDate ?? 'unknown date'}`
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  const vital = manifest.files.filter((file) => file.stage === 1).reduce((sum, file) => sum + file.bytes, 0)
  return [
    ...manifest.files.map((file): Measure => ({
      name: `pack file ${file.name}`,
      value: file.bytes,
      unit: 'B',
      on,
    })),
    { name: 'pack, what an answer needs', value: vital, unit: 'B', on },
    { name: 'pack, whole', value: total, unit: 'B', on },
  ]
}

/** The same points in every run: a linear congruential generator (Numerical Recipes), so that runs can be compared. */
function* points([west, south, east, north]: readonly number[]): Generator<LngLat> {
  let state = 41207
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  for (;;)
    yield [
      (west ?? 0) + next() * ((east ?? 0) - (west ?? 0)),
      (south ?? 0) + next() * ((north ?? 0) - (south ?? 0)),
    ]
}

/** How long one answer, all hazards, takes: 7 rounds over 20 000 points after a warm-up; the median round. */
export async function measureAnswers(packs: string, code: string): Promise<readonly Measure[]> {
  const opened = await openPack(packs, code)
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason)
  const area = opened.value
  const ROUND = 20_000
  const source = points(area.manifest.bounds)
  const round = Array.from({ length: ROUND }, () => source.next().value as LngLat)
  let answered = 0
  const run = (): number => {
    const started = performance.now()
    for (const at of round) answered += assessRisk(area, at).hazards.length
    return ((performance.now() - started) * 1000) / ROUND
  }
  run()
  const each = median(Array.from({ length: 7 }, run))
  if (answered === 0) throw new Error('no point had an answer: nothing was measured')
  const on = `pack ${code}, ${ROUND} random points in its bounds, median of 7 rounds; ${MACHINE}`
  return [
    { name: 'point answer, all hazards', value: each, unit: 'us', on },
    { name: 'point answers a second', value: 1e6 / each, unit: '1/s', on },
  ]
}
