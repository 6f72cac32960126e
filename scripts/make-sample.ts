import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { createProgress, silentProgress } from './lib/progress.ts'
import type { Progress } from './lib/progress.ts'
import { coverageJson, olderSitesCsv, placesCsv, standardSitesCsv } from './sample/area-tables.ts'
import type { MirrorFile } from './sample/mirror-file.ts'
import { keptFiles } from './sample/kept-files.ts'
import { localFiles } from './sample/local-files.ts'
import { boundaryFiles } from './sample/official-files.ts'
import { siteFiles } from './sample/site-files.ts'
import { makeTerrain } from './sample/terrain.ts'
import { tileFiles } from './sample/town-tiles.ts'
import { readTown } from './sample/town.ts'
import { reckonHazards, runsOf } from './sample/water/hazards.ts'
import { Mesh } from './sample/water/mesh.ts'
import { zoneFiles } from './sample/zone-files.ts'

const TOP = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * All files of the sample town's mirror, as paths below the folder and bytes. The same parameters give the same bytes. This takes
 * about half a minute; {@link sampleFiles} does it once.
 */
export function makeSampleFiles(progress: Progress = silentProgress): MirrorFile[] {
  const town = readTown()
  const terrain = makeTerrain(town)
  const bar = progress.bar('The waters of the sample town', 'pieces')
  const runs = runsOf(terrain)
  let run = 0
  const hazards = reckonHazards(town, terrain, () => bar.update(run++, runs))
  bar.end(`The waters of the sample town: ${runs} floods were reckoned`)
  const mesh = new Mesh(town, terrain)
  return [
    ...boundaryFiles(town, terrain),
    ...zoneFiles(town, mesh, hazards),
    ...localFiles(town, mesh, hazards),
    ...siteFiles(town),
    ...tileFiles(town, terrain),
  ]
}

/** What the files are made from: when none of it has changed they are taken from where they were kept. */
const SOURCES = ['data/sample', 'scripts/sample', 'scripts/lib/tiles', 'package-lock.json']
const KEPT = join(TOP, '.cache', 'sample-files')

/** All files of the mirror, made once for each state of their sources. */
export const sampleFiles = (progress: Progress = silentProgress): Promise<MirrorFile[]> =>
  keptFiles(KEPT, TOP, SOURCES, () => makeSampleFiles(progress))

/**
 * Writes the official files of the sample town 見本市 (Mihon City) into a folder laid out like a mirror of the publishers'
 * servers (`<dir>/<host>/<path>`, and `local/<code>/` for what the city itself keeps), for `build-data.ts --mirror`. Of what was
 * in the folder before, only those hosts are removed.
 */
export async function makeSampleMirror(dir: string, progress: Progress = silentProgress): Promise<void> {
  const files = await sampleFiles(progress)
  const hosts = new Set(files.map(([path]) => path.split('/')[0] as string))
  for (const host of hosts) await rm(join(dir, host), { recursive: true, force: true })
  for (const [path, bytes] of files) {
    const file = join(dir, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
}

/** Writes the curated tables of the town, which are kept in the repository, from its parameters. */
async function writeAreaFacts(): Promise<void> {
  const town = readTown()
  const folder = join(TOP, 'data', 'areas', town.code)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'places.csv'), placesCsv(town))
  await writeFile(join(folder, 'sites.csv'), standardSitesCsv(town))
  await writeFile(join(folder, 'sites-south.csv'), olderSitesCsv(town))
  const file = join(folder, 'coverage.json')
  const style = await resolveConfig(file)
  await writeFile(file, await format(JSON.stringify(coverageJson(town)), { ...style, parser: 'json' }))
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--area-facts')) return writeAreaFacts()
  const at = args.indexOf('--out')
  const dir = at < 0 ? join(TOP, '.cache', 'sample-mirror') : args[at + 1]
  if (dir === undefined || args.length > (at < 0 ? 0 : 2)) {
    console.error('Usage: make-sample.ts [--out DIR] | --area-facts')
    process.exitCode = 2
    return
  }
  await makeSampleMirror(dir, createProgress(process.stdout))
  console.log(`The sample town 見本市 (Mihon City) is in ${dir}`)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2))
