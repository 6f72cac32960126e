import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execFileSync } from 'node:child_process'
import { measureBuild } from './build-cost.ts'
import { measureDrills } from './drill-measures.ts'
import { measureLanguages } from './language-cost.ts'
import { measureBundle } from './bundle-sizes.ts'
import { measureAnswers, measurePackBytes } from './pack-measures.ts'
import { printMeasure, type Measure } from './print-measure.ts'
import { measureRelay } from './relay/measure-relay.ts'
import { measureWays } from './route-measures.ts'
import { measureStarts } from './start-times.ts'

/**
 * `npm run bench`: one JSON object a line, on the sample town, which has every hazard, and with a mirror of the official files
 * (variable MIRROR, else ../shared/mirror) on the real pack of 41207 too; `on` tells which. Starts are measured on the real
 * pack where there is one. `npm run bench -- bundle answers` measures only that.
 */
const TOP = resolve(import.meta.dirname, '..')
const WORK = join(TOP, '.cache', 'bench')
const DIST = join(WORK, 'dist')
const PACKS = join(WORK, 'packs')
const MIRROR = resolve(TOP, process.env['MIRROR'] ?? '../shared/mirror')
const SAMPLE_MIRROR = join(TOP, '.cache', 'sample-mirror')

const hasMirror = existsSync(MIRROR)
const SAMPLE = { code: '99201', mirror: SAMPLE_MIRROR }
const areas = hasMirror ? [{ code: '41207', mirror: MIRROR }, SAMPLE] : [SAMPLE]
const [first = SAMPLE] = areas

function run(program: string, args: readonly string[]): void {
  execFileSync(join(TOP, 'node_modules', '.bin', program), args, {
    cwd: TOP,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** These measure packs and code, not the built app. */
const WITHOUT_APP = ['packs', 'answers', 'build', 'routes', 'drills', 'relay']
/** These need no town either. */
const WITHOUT_PACKS = ['relay']

function prepare(names: readonly string[]): void {
  if (names.every((name) => WITHOUT_PACKS.includes(name))) return
  mkdirSync(WORK, { recursive: true })
  run('tsx', ['scripts/make-sample.ts'])
  for (const { code, mirror } of areas)
    run('tsx', ['scripts/build-data.ts', '--area', code, '--mirror', mirror, '--out', PACKS])
  if (names.some((name) => !WITHOUT_APP.includes(name)))
    run('vite', ['build', '--outDir', DIST, '--emptyOutDir', '--logLevel', 'error'])
}

type AreaToMeasure = (typeof areas)[number]

/** One area after the other: two measurements at once would disturb each other. */
async function ofEach(measure: (area: AreaToMeasure) => Promise<readonly Measure[]>): Promise<Measure[]> {
  const all: Measure[] = []
  for (const area of areas) all.push(...(await measure(area)))
  return all
}

const BENCHES: Readonly<Record<string, () => readonly Measure[] | Promise<readonly Measure[]>>> = {
  bundle: () => measureBundle(DIST),
  packs: () => areas.flatMap(({ code }) => measurePackBytes(PACKS, code)),
  answers: () => ofEach(({ code }) => measureAnswers(PACKS, code)),
  build: () => ofEach(({ code, mirror }) => measureBuild(TOP, code, mirror)),
  languages: () => measureLanguages(DIST, PACKS),
  routes: () => ofEach(({ code }) => measureWays(PACKS, code)),
  relay: () => measureRelay(),
  drills: () => ofEach(({ code }) => measureDrills(PACKS, code)),
  starts: () => measureStarts(DIST, PACKS, first.code),
}

const asked = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const unknown = asked.find((name) => !(name in BENCHES))
if (unknown !== undefined)
  throw new Error(`there is no bench "${unknown}": choose of ${Object.keys(BENCHES).join(', ')}`)
prepare(asked.length > 0 ? asked : Object.keys(BENCHES))
for (const [name, measure] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for (const one of await measure()) printMeasure(one)
}
