import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { coverageJson, olderSitesCsv, placesCsv, standardSitesCsv } from './sample/area-tables.ts'
import type { MirrorFile } from './sample/mirror-file.ts'
import { boundaryFiles } from './sample/official-files.ts'
import { siteFiles } from './sample/site-files.ts'
import { makeTerrain } from './sample/terrain.ts'
import { tileFiles } from './sample/town-tiles.ts'
import { readTown } from './sample/town.ts'
import { reckonHazards } from './sample/water/hazards.ts'
import { Mesh } from './sample/water/mesh.ts'
import { zoneFiles } from './sample/zone-files.ts'

const TOP = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * All files of the sample town's mirror, as paths below the folder and bytes. The same parameters give the same bytes.
 * @param tell is told what is being reckoned.
 */
export function makeSampleFiles(tell: (what: string) => void = () => {}): MirrorFile[] {
  const town = readTown()
  const terrain = makeTerrain(town)
  const hazards = reckonHazards(town, terrain, tell)
  const mesh = new Mesh(town, terrain)
  tell('zones')
  const zones = zoneFiles(town, mesh, hazards)
  tell('tiles')
  return [...boundaryFiles(town, terrain), ...zones, ...siteFiles(town), ...tileFiles(town, terrain)]
}

/**
 * Writes the official files of the sample town 見本市 (Mihon City) into a folder laid out like a mirror of the publishers'
 * servers (`<dir>/<host>/<path>`), for `build-data.ts --mirror`. Of what was in the folder before, only those hosts are
 * removed.
 */
export async function makeSampleMirror(dir: string): Promise<void> {
  const files = makeSampleFiles()
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
  await makeSampleMirror(dir)
  console.log(`The sample town 見本市 (Mihon City) is in ${dir}`)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2))
