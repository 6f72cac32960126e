import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { PackManifest } from '#domain/packs/area-pack.ts'
import type { DrillPageInput } from './drills-page/page.ts'
import { measureDrill, type DrillInput, type Spent } from './drills/measure-drill.ts'
import { MACHINE, median, type Measure } from './print-measure.ts'
import { runInPage } from './run-in-page.ts'

/** Milliseconds that a frame may take on a processor four times slower, so that a film of 60 a second has time for the map. */
const WANTED: Readonly<Record<string, number>> = { 'frame of a replay': 8 }

/** A drill on the pack of an area, in this process and in a page of Chromium on a processor four times slower: the middle, and what 19 of 20 keep. */
export async function measureDrills(packs: string, code: string): Promise<readonly Measure[]> {
  const input = inputOf(packs, code)
  const here = measureDrill(input)
  const { measured, browser } = await runInPage<readonly Spent[]>('drills-page', forPage(input))
  printTable(code, here, measured)
  return [
    ...here.flatMap((one) => asMeasures(one, code, MACHINE)),
    ...measured.flatMap((one) => asMeasures(one, code, `processor 4 times slower, ${browser}; ${MACHINE}`)),
  ]
}

const asMeasures = ({ name, of, ms }: Spent, code: string, where: string): readonly Measure[] => {
  const on = `pack ${code}, ${of}; ${where}`
  return [
    { name: `drills: ${name}, median`, value: median(ms), unit: 'ms', on },
    { name: `drills: ${name}, 95 of 100`, value: most(ms, 0.95), unit: 'ms', on },
  ]
}

/** The least time in which this share of the rounds was done. */
function most(ms: readonly number[], share: number): number {
  const sorted = ms.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

function inputOf(packs: string, code: string): DrillInput {
  const folder = join(packs, code)
  const manifest = v.parse(PackManifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const read = (name: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(join(folder, name))))
  const files = manifest.files
    .filter(({ stage }) => stage === 1)
    .map(({ name }) => [name, read(name)] as const)
  const series = manifest.series.map(({ id, file }) => [id, read(file)] as const)
  return { manifest, files: Object.fromEntries(files), series: Object.fromEntries(series) }
}

function forPage({ manifest, files, series }: DrillInput): DrillPageInput {
  const texts = (all: DrillInput['files']): Record<string, string> =>
    Object.fromEntries(
      Object.entries(all).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
    )
  return { manifest, files: texts(files), series: texts(series) }
}

function printTable(code: string, here: readonly Spent[], page: readonly Spent[]): void {
  const row = (...[name = '', ...cells]: readonly string[]): void =>
    void process.stderr.write(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}\n`)
  process.stderr.write(`\ndrills on pack ${code}, ms\n`)
  row('', 'here', '95 of 100', 'page 4x', '95 of 100', 'wanted 4x')
  for (const [index, { name, of, ms }] of here.entries()) {
    const slow = page[index]?.ms ?? []
    const wanted = WANTED[name]
    const cells = [median(ms), most(ms, 0.95), median(slow), most(slow, 0.95)].map((one) =>
      String(Number(one.toPrecision(3))),
    )
    row(name, ...cells, wanted === undefined ? '' : `<= ${wanted}`)
    if (of !== here[index - 1]?.of) process.stderr.write(`  ${of}\n`)
  }
}
