import * as v from 'valibot'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { SCENARIOS, WATER_KINDS, type Scenario, type WaterKind } from '#domain/hazards/hazard-kind.ts'
import { readWaterSeries } from '#domain/water/water-series.ts'
import { encodeWaterSeries } from '../lib/encode-water-series.ts'
import { openZip, readMember, type ZipMember } from '../lib/read-zip.ts'
import { Refusal } from '../lib/refusal.ts'
import type { PackSeries } from '#domain/packs/area-pack.ts'
import { drawerSource, type DrawerSeries } from '../sources/read-drawer.ts'
import { readSeriesRows, type SeriesPlan } from './read-series-rows.ts'
import { packFile, type PackedFile } from './write-pack.ts'

/** A computed flood in time, ready for a pack: `bytes` in the form of `domain/water/water-series.ts`. */
export type BuiltSeries = {
  readonly id: string
  readonly hazard: WaterKind
  readonly scenario: Scenario
  readonly river: string | null
  readonly name: { readonly ja: string; readonly en?: string | undefined }
  /** `[lng, lat]`; null where there is no single breach. */
  readonly breach: LngLat | null
  /** The id of its file among the pack's sources. */
  readonly source: string
  readonly bytes: Uint8Array
}

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most))
const side = v.pipe(v.number(), v.minValue(0.00001), v.maxValue(0.1))

/** `series` of the header of a `waterSeries`: what the flood is, and the grid of its table. */
const SeriesHeader = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  hazard: v.picklist(WATER_KINDS),
  scenario: v.picklist(SCENARIOS),
  river: v.optional(text(100)),
  name: v.strictObject({ ja: text(200), en: v.optional(text(200)) }),
  breach: v.nullable(v.tuple([degrees(180), degrees(90)])),
  grid: v.strictObject({
    west: degrees(180),
    south: degrees(90),
    cellLng: side,
    cellLat: side,
    columns: whole(1, 4000),
    rows: whole(1, 4000),
  }),
  minutes: v.pipe(v.array(whole(0, 100_000)), v.minLength(1), v.maxLength(1000)),
})
type SeriesHeader = v.InferOutput<typeof SeriesHeader>

/** What should stand at a key, in words. */
const EXPECTED: Readonly<Record<string, string>> = {
  id: 'small letters a to z, digits and hyphens, such as kawabata-max',
  hazard: `one of ${WATER_KINDS.join(', ')}`,
  scenario: `one of ${SCENARIOS.join(', ')}`,
  river: 'the name of the river',
  name: 'a name such as {"ja": "見本川右岸"}',
  breach: '[longitude, latitude] or null',
  grid: 'west, south, cellLng, cellLat (degrees), columns and rows',
  'grid.columns': 'a whole number from 1 to 4000',
  'grid.rows': 'a whole number from 1 to 4000',
  'grid.cellLng': 'degrees of a cell from 0.00001 to 0.1',
  'grid.cellLat': 'degrees of a cell from 0.00001 to 0.1',
  minutes: 'whole minutes that rise, such as [0, 10, 20]',
}

/** A table may unpack to this many bytes. */
const MAX_UNPACKED = 500_000_000

/**
 * Reads the computed floods of the drop folders: for each a zip with one table `minutes,column,row,depth_m,speed_ms`.
 * @throws Refusal for the first thing that is wrong, naming the file and the key or the row.
 */
export async function buildSeries(
  given: readonly DrawerSeries[],
  signal: AbortSignal,
): Promise<BuiltSeries[]> {
  const built: BuiltSeries[] = []
  for (const one of given) {
    signal.throwIfAborted()
    const series = await buildOne(one)
    if (built.some(({ id }) => id === series.id)) {
      throw new Refusal(
        `${headerOf(one)}: there is already a series “${series.id}”, expected an id of its own`,
      )
    }
    built.push(series)
  }
  return built
}

/** The file of a series and its entry in the manifest. Drills ask for it when they begin: it is not needed for an answer. */
export function packSeries(series: BuiltSeries): { readonly entry: PackSeries; readonly file: PackedFile } {
  const { id, hazard: kind, scenario, river, name, breach, source, bytes } = series
  const file = packFile('series', 2, `series-${id}.bin`, bytes)
  const words = name.en === undefined ? { ja: name.ja } : { ja: name.ja, en: name.en }
  const place: [number, number] | null = breach === null ? null : [breach[0], breach[1]]
  return {
    entry: { id, kind, scenario, river, name: words, breach: place, file: file.entry.name, source },
    file,
  }
}

const headerOf = ({ file }: DrawerSeries): string => `${file.name}.header.json`

async function buildOne(given: DrawerSeries): Promise<BuiltSeries> {
  const header = readHeader(given)
  const { label, path } = given.file
  const table = await readTable(path, label)
  const { grid, minutes, id, hazard, scenario, river, name, breach } = header
  const plan: SeriesPlan = { ...grid, minutes }
  const bytes = encodeWaterSeries({ ...grid, minutes, ...readSeriesRows(table.text, table.label, plan) })
  const back = readWaterSeries(bytes)
  if (!back.ok)
    throw new Refusal(`${label}: too large for a series of the app (${back.detail ?? back.reason})`)
  return { id, hazard, scenario, river: river ?? null, name, breach, source: drawerSource(given.file), bytes }
}

function readHeader(given: DrawerSeries): SeriesHeader {
  const result = v.safeParse(SeriesHeader, given.series)
  if (!result.success) {
    const [issue] = result.issues
    const key = v.getDotPath(issue) ?? ''
    const isUnknown = issue.type === 'strict_object' && issue.expected === 'never'
    const group = key.split('.')[0] ?? ''
    const expected = isUnknown
      ? Object.keys(SeriesHeader.entries).join(', ')
      : (EXPECTED[key] ?? EXPECTED[group] ?? 'another value')
    const found = isUnknown ? 'is not known here' : `is ${JSON.stringify(issue.input) ?? 'missing'}`
    throw new Refusal(`${headerOf(given)}: “series.${key}” ${found}, expected ${expected}`)
  }
  const { minutes } = result.output
  if (minutes.some((minute, i) => i > 0 && minute <= (minutes[i - 1] as number))) {
    throw new Refusal(
      `${headerOf(given)}: “series.minutes” do not rise, expected ${EXPECTED['minutes'] ?? ''}`,
    )
  }
  return result.output
}

/** The one table of the zip. */
async function readTable(path: string, label: string): Promise<{ text: string; label: string }> {
  const zip = await openZip(path, label, MAX_UNPACKED)
  try {
    const tables = zip.members.filter(({ name }) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'))
    if (tables.length !== 1)
      throw new Refusal(`${label}: ${tables.length} files .csv are in it, expected one`)
    const table = tables[0] as ZipMember
    const bytes = await readMember(table, label)
    return { text: new TextDecoder().decode(bytes), label: `${label}/${table.name}` }
  } finally {
    zip.close()
  }
}
