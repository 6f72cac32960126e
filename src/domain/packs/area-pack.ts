import * as v from 'valibot'
import { DEPTH_BANDS, DEPTH_RANKS } from '../hazards/depth-band.ts'
import { HAZARD_KINDS, SCENARIOS } from '../hazards/hazard-kind.ts'
import { LANDSLIDE_PHENOMENA } from '../hazards/landslide.ts'
import { MEASURES, ZONE_LAYER_IDS } from '../hazards/zone-layer.ts'

/**
 * The version of the pack's shape. A change that an older app cannot read raises it, and needs a migration note.
 * 2: layers have `draws`, `measure`, `classes`, `river` and `siblings`; there are features, tide and water series. A pack of
 * version 1 (flood depths only) is still read: what it does not say is filled in as it was meant then. The ways on foot
 * (`graph`) came later: a pack may have none.
 */
export const PACK_SCHEMA = 2
const READABLE_SCHEMAS = [1, 2] as const

const FileName = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,99}$/i))
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][A-Za-z0-9-]{0,63}$/))
const Text = v.pipe(v.string(), v.maxLength(500))
const PartialDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))
const Degrees = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180))

/** A language as BCP 47 writes it, as far as it is needed here: `vi`, `pt-BR`, `zh-Hant`, `ja-simple`; or a reading. */
const WORDS_TAG = /^(kana|romaji|[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-simple)?)$/

/** Words in the languages in which they are known; Japanese always. */
const Words = v.pipe(
  v.record(v.pipe(v.string(), v.regex(WORDS_TAG)), Text),
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
  role: v.picklist([
    'ranks',
    'sites',
    'places',
    'features',
    'tide',
    'graph',
    'outline',
    'basemap',
    'zones',
    'series',
  ]),
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

const Metres = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1000))
const Hours = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000))
const Rank = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15))

/** What one rank of a rank layer means. The bounds are the publisher's own, also where they straddle the official ones. */
const ZoneClass = v.object({
  rank: Rank,
  means: v.variant('type', [
    v.object({ type: v.literal('depth'), min: Metres, max: v.nullable(Metres) }),
    v.object({ type: v.literal('duration'), min: Hours, max: v.nullable(Hours) }),
    v.object({ type: v.literal('collapse'), by: v.picklist(['flow', 'erosion']) }),
    v.object({
      type: v.literal('landslide'),
      phenomenon: v.picklist(LANDSLIDE_PHENOMENA),
      zone: v.picklist(['warning', 'special']),
      planned: v.boolean(),
      specialUnsurveyed: v.boolean(),
    }),
  ]),
})

/** The six official depth ranks: what the ranks of a version 1 layer mean. */
export const OFFICIAL_DEPTH_CLASSES: v.InferOutput<typeof ZoneClass>[] = DEPTH_RANKS.map((rank) => ({
  rank,
  means: { type: 'depth', ...DEPTH_BANDS[rank] },
}))

/**
 * One hazard data set: what was built of it. `partial` = some of the publisher's files could not be had, `missing` = none,
 * `notBuilt` = this program does not read it yet. `file` names the rank layer and is null for `missing` and `notBuilt`.
 */
const PackLayer = v.object({
  id: Id,
  kind: v.picklist(HAZARD_KINDS),
  scenario: v.picklist(SCENARIOS),
  /** As which layer of the map it is drawn. */
  draws: v.optional(v.picklist(ZONE_LAYER_IDS), 'flood-max'),
  measure: v.optional(v.picklist(MEASURES), 'depth'),
  /** Where the publisher's file is of one river; its number may not be known. */
  river: v.optional(v.nullable(v.object({ id: v.nullable(Text), name: Text })), null),
  /** How many layers of the same kind, scenario and measure the manifest lists, so that a lost one is noticed. */
  siblings: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 1),
  classes: v.optional(v.array(ZoneClass), OFFICIAL_DEPTH_CLASSES),
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

/** A computed flood in time, for drills: one breach of one river, or one storm surge. See `domain/water/water-series.ts`. */
const PackSeries = v.object({
  id: Id,
  kind: v.picklist(HAZARD_KINDS),
  scenario: v.picklist(SCENARIOS),
  river: v.nullable(Text),
  name: Words,
  /** `[lng, lat]` of the breach; null where there is no single one. */
  breach: v.nullable(v.tuple([Degrees, Degrees])),
  file: FileName,
  source: Id,
})

/** The manifest of a pack: everything a reader must know before it opens a file. See ARCHITECTURE.md, "The pack". */
export const PackManifest = v.object({
  schema: v.picklist(READABLE_SCHEMAS),
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
  series: v.optional(v.array(PackSeries), []),
  sources: v.array(PackSource),
  files: v.array(PackFile),
})

export type PackManifest = v.InferOutput<typeof PackManifest>
export type PackFile = v.InferOutput<typeof PackFile>
export type PackSource = v.InferOutput<typeof PackSource>
export type PackLayer = v.InferOutput<typeof PackLayer>
export type PackCoverage = v.InferOutput<typeof PackCoverage>
export type PackSeries = v.InferOutput<typeof PackSeries>
export type ZoneClass = v.InferOutput<typeof ZoneClass>
export type Words = v.InferOutput<typeof Words>

/** `packs/index.json`: the areas that this host offers, the one to open first at the top. */
export const PackIndex = v.object({
  schema: v.picklist(READABLE_SCHEMAS),
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
