import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { Refusal } from '../lib/refusal.ts'

const Text = v.pipe(v.string(), v.minLength(1))
const Words = v.object({ ja: Text, en: Text })
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(1))

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

/** One upstream data set: `data/sources/<id>.json`. */
const SourceManifest = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: Words,
  publisher: Words,
  /** The publisher's page about the data, for people. */
  page: v.pipe(v.string(), v.url()),
  /** Patterns of one file each; where there are several, the first that exists is taken. */
  urls: v.pipe(v.array(UrlPattern), v.minLength(1)),
  /** Newest first; empty when the publisher replaces the file in place. */
  editions: v.array(
    v.strictObject({ id: Text, label: Text, asOf: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/)) }),
  ),
  licence: v.strictObject({ name: Text, url: v.nullable(v.pipe(v.string(), v.url())) }),
  /** The line to be printed; `{label}` is the edition's. */
  credit: Text,
  format: v.picklist(['zip', 'geojson-or-csv', 'tilejson']),
  /** True = the publisher replaces it all the time: a change is told, not refused. */
  moving: v.optional(v.boolean(), false),
  maxBytes: Bytes,
  maxUnpackedBytes: Bytes,
  /** Hazard zones: the folder of the largest conceivable scenario, and the attribute that holds the rank. */
  zones: v.optional(v.strictObject({ folder: Text, attribute: Text })),
  /** Prefecture code → codes of the regional bureaus whose rivers may reach it. */
  bureaus: v.optional(v.record(v.pipe(v.string(), v.regex(/^\d{2}$/)), v.array(Text))),
})
export type SourceManifest = v.InferOutput<typeof SourceManifest>
export type Edition = SourceManifest['editions'][number]

/** The upstreams that the pipeline asks for by name. */
const REQUIRED = ['n03', 'a31a', 'a31b', 'gsi-sites', 'base-map'] as const
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
