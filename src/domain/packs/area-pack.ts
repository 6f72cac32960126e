import * as v from 'valibot'
import { HAZARD_KINDS, SCENARIOS } from '../hazards/hazard-kind.ts'

/** The version of the pack's shape. A change that an older app cannot read raises it, and needs a migration note. */
export const PACK_SCHEMA = 1

const FileName = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,99}$/i))
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][A-Za-z0-9-]{0,63}$/))
const Text = v.pipe(v.string(), v.maxLength(500))
const PartialDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
const Degrees = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180))

/** Words in the languages in which they are known; Japanese always. */
const Words = v.pipe(
  v.record(v.picklist(['ja', 'ja-simple', 'en', 'kana']), Text),
  v.check((words) => typeof words['ja'] === 'string' && words['ja'] !== '', 'ja is required'),
)

/**
 * One file of the pack. All files but PMTiles are gzip under the ending `.packed`, which no host takes for a transport
 * encoding that it or the browser may undo; `bytes` and `sha256` are of the file as stored and sent,
 * `rawBytes` of its content after unpacking, which is also the cap for unpacking it.
 * `stage` 1 = needed for an answer, 2 = needed only for the map.
 */
const PackFile = v.object({
  name: FileName,
  role: v.picklist(['ranks', 'sites', 'places', 'outline', 'basemap', 'zones']),
  stage: v.picklist([1, 2]),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000_000)),
  rawBytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200_000_000)),
  sha256: Sha256,
})

/** One upstream data set from which facts in this pack were taken. */
const PackSource = v.object({
  id: Id,
  title: Words,
  publisher: Words,
  /** The line that has to be printed wherever the data are shown. */
  credit: Text,
  licence: v.object({ name: Text, url: v.nullable(v.pipe(v.string(), v.url())) }),
  edition: v.nullable(Text),
  asOf: v.nullable(PartialDate),
  urls: v.array(Text),
})

/**
 * One hazard data set: what was built of it. `partial` = some of the publisher's files could not be had, `missing` = none,
 * `notBuilt` = this program does not read it yet. `file` names the rank layer and is null for `missing` and `notBuilt`.
 */
const PackLayer = v.object({
  id: Id,
  kind: v.picklist(HAZARD_KINDS),
  scenario: v.picklist(SCENARIOS),
  state: v.picklist(['built', 'partial', 'missing', 'notBuilt']),
  file: v.nullable(FileName),
  sources: v.array(Id),
  asOf: v.nullable(PartialDate),
  /** The publisher's files that could not be had, as their URLs. */
  missing: v.array(Text),
})

/**
 * What is known of where a hazard was studied. The entries of one hazard are numbered by `rank` in its coverage layer
 * (`file`), a rank layer whose ranks are not depths but these numbers; the higher number wins where two overlap.
 */
const PackCoverage = v.object({
  id: Id,
  kind: v.picklist(HAZARD_KINDS),
  scenario: v.picklist(SCENARIOS),
  state: v.picklist(['studied', 'notAssessed']),
  rank: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  file: FileName,
  note: Words,
  source: Text,
  asOf: v.nullable(PartialDate),
})

/** The manifest of a pack: everything a reader must know before it opens a file. See ARCHITECTURE.md, "The pack". */
export const PackManifest = v.object({
  schema: v.literal(PACK_SCHEMA),
  area: v.object({
    code: v.pipe(v.string(), v.regex(/^\d{5}$/)),
    name: Words,
    kind: v.picklist(['municipality', 'sample']),
  }),
  bounds: v.tuple([Degrees, Degrees, Degrees, Degrees]),
  /** The date of the newest source, not of the build: the same input gives the same bytes. */
  dataDate: v.nullable(PartialDate),
  /** Rank layer whose rank 1 is the municipality; null = the boundary is not known and nothing can be answered. */
  boundary: v.nullable(FileName),
  layers: v.array(PackLayer),
  coverage: v.array(PackCoverage),
  sources: v.array(PackSource),
  files: v.array(PackFile),
})

export type PackManifest = v.InferOutput<typeof PackManifest>
export type PackFile = v.InferOutput<typeof PackFile>
export type PackSource = v.InferOutput<typeof PackSource>
export type PackLayer = v.InferOutput<typeof PackLayer>
export type PackCoverage = v.InferOutput<typeof PackCoverage>
export type Words = v.InferOutput<typeof Words>

/** `packs/index.json`: the areas that this host offers, the one to open first at the top. */
export const PackIndex = v.object({
  schema: v.literal(PACK_SCHEMA),
  areas: v.pipe(
    v.array(
      v.object({
        code: v.pipe(v.string(), v.regex(/^\d{5}$/)),
        name: Words,
        kind: v.picklist(['municipality', 'sample']),
        bounds: v.tuple([Degrees, Degrees, Degrees, Degrees]),
        /** True when the pack holds at least one hazard layer; false = sites and names only. */
        hasHazards: v.boolean(),
      }),
    ),
    v.minLength(1),
  ),
})
export type PackIndex = v.InferOutput<typeof PackIndex>
