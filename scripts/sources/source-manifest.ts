import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { ZONE_LAYER_IDS } from '#domain/hazards/zone-layer.ts'
import { Refusal } from '../lib/refusal.ts'

const Text = v.pipe(v.string(), v.minLength(1))
const Words = v.object({ ja: Text, en: Text })
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(1))
const Prefecture = v.pipe(v.string(), v.regex(/^\d{2}$/))

/** What a URL pattern may leave open. */
const PLACEHOLDER = /\{([a-z]+)\}/g
const KNOWN_PLACEHOLDERS = ['edition', 'pref', 'bureau', 'mesh', 'kind', 'code']

const UrlPattern = v.pipe(
  v.string(),
  v.startsWith('https://'),
  v.check(
    (pattern) =>
      [...pattern.matchAll(PLACEHOLDER)].every(([, name]) => KNOWN_PLACEHOLDERS.includes(name ?? '')),
    `placeholders are {${KNOWN_PLACEHOLDERS.join('}, {')}}`,
  ),
)

/** The names of one attribute over the editions; the first that a feature has is read. */
const Names = v.pipe(v.array(Text), v.minLength(1))

/**
 * Where the zones of one layer stand in the publisher's files, and how they are coded.
 * `depthRank` 1–6, `durationRank` 1–7, `collapse` 1 flow, 2 erosion, 3 both: one folder for each measure.
 * `depthText`: the depth as free text. `landslide`: phenomenon, zone and "red zone not surveyed".
 */
const ZoneRule = v.variant('codes', [
  v.strictObject({
    codes: v.picklist(['depthRank', 'durationRank', 'collapse']),
    draws: v.picklist(ZONE_LAYER_IDS),
    /** How the folder's name begins; several over the editions. */
    folders: Names,
    /** `riverId` and `riverName` only where the edition names rivers. */
    attributes: v.strictObject({ code: Names, riverId: v.optional(Names), riverName: v.optional(Names) }),
  }),
  v.strictObject({
    codes: v.literal('depthText'),
    draws: v.picklist(ZONE_LAYER_IDS),
    /** `municipality` where a file does not hold every municipality of the prefecture. */
    attributes: v.strictObject({ depth: Names, municipality: v.optional(Names) }),
  }),
  v.strictObject({
    codes: v.literal('landslide'),
    /** Which members of the zip hold the polygons: their name contains this. */
    members: Text,
    attributes: v.strictObject({ phenomenon: Names, zone: Names, unsurveyed: Names }),
  }),
])
export type ZoneRule = v.InferOutput<typeof ZoneRule>

/** One upstream data set: `data/sources/<id>.json`. */
const SourceManifest = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: Words,
  publisher: Words,
  /** The publisher's page about the data, for people. */
  page: v.pipe(v.string(), v.url()),
  /** Patterns of one file each; where there are several, the first that exists is taken. */
  urls: v.pipe(v.array(UrlPattern), v.minLength(1)),
  /** Newest first; empty when the publisher replaces the file in place. `urls` where an edition lies elsewhere. */
  editions: v.array(
    v.strictObject({
      id: Text,
      label: Text,
      asOf: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/)),
      urls: v.optional(v.pipe(v.array(UrlPattern), v.minLength(1))),
    }),
  ),
  licence: v.strictObject({ name: Text, url: v.nullable(v.pipe(v.string(), v.url())) }),
  /** The line to be printed; `{label}` is the edition's. */
  credit: Text,
  /** Prefecture code → the line that this prefecture asks for in place of `credit`. */
  credits: v.optional(v.record(Prefecture, Text)),
  /** Prefecture code → why its file may not be used: it is not fetched, and told as missing. */
  closed: v.optional(v.record(Prefecture, Text)),
  format: v.picklist(['zip', 'geojson-or-csv', 'tilejson']),
  /** True = the publisher replaces it all the time: a change is told, not refused. */
  moving: v.optional(v.boolean(), false),
  maxBytes: Bytes,
  maxUnpackedBytes: Bytes,
  /** The hazard zones in it. */
  zones: v.optional(v.pipe(v.array(ZoneRule), v.minLength(1))),
  /** Prefecture code → codes of the regional bureaus whose rivers may reach it. */
  bureaus: v.optional(v.record(Prefecture, v.array(Text))),
})
export type SourceManifest = v.InferOutput<typeof SourceManifest>
export type Edition = SourceManifest['editions'][number]

/** The upstreams that the pipeline asks for by name. */
const REQUIRED = ['n03', 'a31a', 'a31b', 'a33', 'a40', 'a49', 'a51', 'gsi-sites', 'base-map'] as const
export type Sources = Readonly<Record<(typeof REQUIRED)[number], SourceManifest>>

/**
 * Reads every manifest of a folder and checks it, before anything is fetched.
 * @throws Refusal that names the file and what is wrong with it, or the manifest that is missing.
 */
export async function readSources(directory: string): Promise<Sources> {
  const found = new Map<string, SourceManifest>()
  for (const name of (await readdir(directory)).filter((file) => file.endsWith('.json')).sort()) {
    const manifest = parseSource(await readFile(join(directory, name), 'utf8'), name)
    if (`${manifest.id}.json` !== name) throw new Refusal(`data/sources/${name}: its id is "${manifest.id}"`)
    found.set(manifest.id, manifest)
  }
  const missing = REQUIRED.filter((id) => !found.has(id))
  if (missing.length > 0) throw new Refusal(`data/sources: no manifest for ${missing.join(', ')}`)
  return Object.fromEntries(found) as Sources
}

function parseSource(text: string, name: string): SourceManifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Refusal(`data/sources/${name}: not JSON (${(error as Error).message})`)
  }
  const result = v.safeParse(SourceManifest, json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Refusal(`data/sources/${name}: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
}

/**
 * The rules of a data set that are coded in one of the given ways.
 * @throws Refusal when it has none: a mistake in a manifest.
 */
export function rulesOf<C extends ZoneRule['codes']>(
  source: SourceManifest,
  ...codes: readonly C[]
): Extract<ZoneRule, { codes: C }>[] {
  const found = (source.zones ?? []).filter((rule): rule is Extract<ZoneRule, { codes: C }> =>
    (codes as readonly string[]).includes(rule.codes),
  )
  if (found.length > 0) return found
  throw new Refusal(`data/sources/${source.id}.json: "zones" has no rule for ${codes.join(', ')}`)
}

/**
 * Fills the placeholders of a URL pattern.
 * @throws Refusal when one is left open: a mistake in a manifest.
 */
export function fillUrl(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Refusal(`URL pattern ${pattern}: nothing to fill {${name}} with`)
    return encodeURIComponent(value)
  })
}
