import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { HAZARD_KINDS, SCENARIOS } from '#domain/hazards/hazard-kind.ts'
import type { Words } from '#domain/packs/area-pack.ts'
import { Places, type Place } from '#domain/places/place.ts'
import type { Site } from '#domain/shelters/site.ts'
import { checkCrs } from '../lib/check-crs.ts'
import { checkGeometry, type Polygon } from '../lib/check-geometry.ts'
import { headerKey, readCsvTable } from '../lib/parse-csv.ts'
import { Refusal } from '../lib/refusal.ts'
import { readSites } from './read-sites.ts'
import { position, withUniqueIds } from './site-fields.ts'
import type { UnplacedSite } from './site-fields.ts'

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
const PartialDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/))
/** Japanese, and any other language or reading in which the city gives the words. */
const WordsIn = v.objectWithRest({ ja: Text }, v.optional(Text))

/** Whose facts the curated tables are. */
const CuratedCredit = v.object({
  title: WordsIn,
  publisher: WordsIn,
  credit: Text,
  licence: v.object({ name: Text, url: v.nullable(v.pipe(v.string(), v.url())) }),
  asOf: v.nullable(PartialDate),
})

const AreaFile = v.object({
  code: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/))),
  name: WordsIn,
  kind: v.optional(v.picklist(['municipality', 'sample']), 'municipality'),
  /** For a sample: printed in place of the publishers' credits. */
  credit: v.optional(Text),
  curated: v.optional(
    v.object({
      sites: v.optional(CuratedCredit),
      places: v.optional(CuratedCredit),
      outline: v.optional(CuratedCredit),
    }),
  ),
})

const Rings = v.array(v.array(v.array(v.number())))
const CoverageEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][A-Za-z0-9-]{0,63}$/)),
  kind: v.picklist(HAZARD_KINDS),
  scenario: v.picklist(SCENARIOS),
  state: v.picklist(['studied', 'notAssessed']),
  note: WordsIn,
  source: Text,
  asOf: v.nullable(PartialDate),
  polygon: Rings,
})

export type CuratedCredit = v.InferOutput<typeof CuratedCredit>
export type CoverageFact = Omit<v.InferOutput<typeof CoverageEntry>, 'polygon' | 'note'> & {
  readonly note: Words
  readonly polygon: Polygon
}

/** What is kept by hand about one area, in `data/areas/<code>/`. Each part is optional; null = not kept. */
export type AreaFacts = {
  readonly name: Words | null
  readonly kind: 'municipality' | 'sample'
  readonly sampleCredit: string | null
  readonly credits: NonNullable<v.InferOutput<typeof AreaFile>['curated']>
  readonly sites: readonly Site[] | null
  /** Records of `sites*.csv` without a position. */
  readonly unplacedSites: readonly UnplacedSite[]
  readonly places: readonly Place[] | null
  readonly outline: readonly Polygon[] | null
  readonly coverage: readonly CoverageFact[]
}

/** The id of the curated sites in a pack's list of sources. */
export const CURATED_SITES = 'curated-sites'

/**
 * Reads `area.json`, `sites.csv` and `sites-*.csv` (in any form that `readSites` knows), `places.csv`, `outline.geojson` and `coverage.json` of an area.
 * @param directory `data/areas/<code>`; may be absent.
 * @throws Refusal that names the file and what is wrong in it.
 */
export async function readAreaFacts(directory: string, code: string): Promise<AreaFacts> {
  const text = (name: string): Promise<string | null> =>
    readFile(join(directory, name), 'utf8').catch(() => null)
  const label = (name: string): string => `data/areas/${code}/${name}`
  const area = parseWith(AreaFile, await text('area.json'), label('area.json'))
  if (area?.code !== undefined && area.code !== code) {
    throw new Refusal(`${label('area.json')}: code ${area.code}, expected ${code}`)
  }
  const sites = await readSiteTables(directory, code)
  const places = await text('places.csv')
  const outline = await text('outline.geojson')
  const coverage = parseWith(v.array(CoverageEntry), await text('coverage.json'), label('coverage.json'))
  return {
    name: area === null ? null : wordsOf(area.name),
    kind: area?.kind ?? 'municipality',
    sampleCredit: area?.credit ?? null,
    credits: area?.curated ?? {},
    sites: sites?.sites ?? null,
    unplacedSites: sites?.unplaced ?? [],
    places: places === null ? null : readPlaces(places, label('places.csv')),
    outline: outline === null ? null : readOutline(outline, label('outline.geojson')),
    coverage: readCoverage(coverage ?? [], label('coverage.json')),
  }
}

/** All tables of sites of the area, one after the other by name; null = there is none. */
async function readSiteTables(
  directory: string,
  code: string,
): Promise<{ sites: Site[]; unplaced: UnplacedSite[] } | null> {
  const names = await readdir(directory).catch(() => [])
  const tables = names.filter((name) => /^sites(-[a-z0-9-]+)?\.csv$/.test(name)).sort()
  if (tables.length === 0) return null
  const read = await Promise.all(
    tables.map(async (name) => {
      const context = { file: `data/areas/${code}/${name}`, code, source: CURATED_SITES }
      return readSites(await readFile(join(directory, name)), context)
    }),
  )
  return {
    sites: withUniqueIds(read.flatMap(({ sites }) => sites)),
    unplaced: read.flatMap(({ unplaced }) => unplaced),
  }
}

/** Words with the languages that are not there left out, as the manifest wants them. */
function wordsOf(words: v.InferOutput<typeof WordsIn>): Words {
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)) as Words
}

function parseWith<T>(schema: v.GenericSchema<unknown, T>, text: string | null, label: string): T | null {
  if (text === null) return null
  const result = v.safeParse(schema, parseJson(text, label))
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Refusal(`${label}: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(`${label}: not JSON (${(error as Error).message})`)
  }
}

function readPlaces(text: string, label: string): Place[] {
  const table = readCsvTable(text, label)
  const missing = ['name', 'kana', 'romaji', 'kind', 'lat', 'lng'].filter(
    (name) => !table.headers.includes(name),
  )
  if (missing.length > 0) throw new Refusal(`${label}: the column ${missing.join(', ')} is missing`)
  const rows = table.records.map(({ row, fields }) => {
    const where = `${label}: row ${row}`
    const read = (name: string): string | null => fields.get(headerKey(name)) || null
    const at = position(read('lng'), read('lat'), where)
    if (at === null) throw new Refusal(`${where}: lat and lng are empty`)
    return {
      where,
      place: { name: read('name'), kana: read('kana'), romaji: read('romaji'), kind: read('kind'), at },
    }
  })
  return rows.map(({ where, place }) => {
    const result = v.safeParse(Places.item, place)
    if (result.success) return result.output
    throw new Refusal(`${where}: ${v.getDotPath(result.issues[0]) ?? 'row'}: ${result.issues[0].message}`)
  })
}

function readOutline(text: string, label: string): Polygon[] {
  const json = parseJson(text, label) as { type?: unknown; features?: unknown }
  if (json.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    throw new Refusal(`${label}: expected a GeoJSON FeatureCollection`)
  }
  checkCrs(json as Record<string, unknown>, label)
  const polygons = json.features.flatMap(
    (feature: { geometry?: unknown }, index) =>
      checkGeometry(feature.geometry, `${label}: feature ${index + 1}`).polygons,
  )
  if (polygons.length === 0) throw new Refusal(`${label}: no polygons`)
  return polygons
}

function readCoverage(
  entries: readonly v.InferOutput<typeof CoverageEntry>[],
  label: string,
): CoverageFact[] {
  return entries.map(({ polygon, note, ...entry }) => {
    const checked = checkGeometry({ type: 'Polygon', coordinates: polygon }, `${label}: ${entry.id}`)
    const [only] = checked.polygons
    if (only === undefined) throw new Refusal(`${label}: ${entry.id}: the polygon has no area`)
    return { ...entry, note: wordsOf(note), polygon: only }
  })
}
