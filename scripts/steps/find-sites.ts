import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Site } from '#domain/shelters/site.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Had, NotHad } from '../lib/upstream.ts'
import { CURATED_SITES } from '../sources/read-area-facts.ts'
import { readGsiCsv, readGsiGeoJson, type SitesRead } from '../sources/read-gsi-sites.ts'
import { fillUrl } from '../sources/source-manifest.ts'
import type { BuildContext } from './build-context.ts'
import { mergeSites, type MergedSites } from './merge-sites.ts'

/** The number in the file names of the national list. */
const FILE_KIND: { readonly [kind in Site['kind']]: string } = { emergencySite: '2', shelter: '1' }

/** The sites, with what each published file held; null = it could not be had. */
export type SitesFound = MergedSites & {
  readonly published: { readonly [kind in Site['kind']]: SitesRead | null }
  /** False when a list is neither published nor kept by hand: then "no site" cannot be said. */
  readonly known: boolean
}

/** Reads both published lists (GeoJSON, else CSV) and adds what is kept by hand. */
export async function findSites(context: BuildContext): Promise<SitesFound> {
  const published = {
    emergencySite: await readPublished(context, 'emergencySite'),
    shelter: await readPublished(context, 'shelter'),
  }
  const lists = {
    emergencySite: published.emergencySite?.sites ?? null,
    shelter: published.shelter?.sites ?? null,
  }
  const merged = mergeSites(lists, context.facts.sites ?? [])
  if (merged.sites.some(({ source }) => source === CURATED_SITES) || merged.enriched > 0) {
    context.useCurated(CURATED_SITES, 'sites.csv', context.facts.credits.sites)
  }
  const known =
    context.facts.sites !== null || (published.emergencySite !== null && published.shelter !== null)
  return { ...merged, published, known }
}

async function readPublished(context: BuildContext, kind: Site['kind']): Promise<SitesRead | null> {
  const source = context.sources['gsi-sites']
  const tried: NotHad[] = []
  for (const pattern of source.urls) {
    const url = fillUrl(pattern, { code: context.code, kind: FILE_KIND[kind] })
    const expects = url.endsWith('.csv') ? 'csv' : 'json'
    const file = await context.upstream.get(url, { expects, maxBytes: source.maxBytes }, context.signal)
    if (file.ok) {
      context.noteHad(file, source.id, null)
      const id = context.useSource(source.id, source, { label: null, asOf: file.asOf, url })
      return readFileOf(file, { file: basename(url), code: context.code, kind, source: id })
    }
    tried.push(file)
  }
  context.noteMissing(tried)
  return null
}

async function readFileOf(file: Had, context: Parameters<typeof readGsiCsv>[1]): Promise<SitesRead> {
  const bytes = await readFile(file.path)
  if (!context.file.endsWith('.csv')) return readGsiGeoJson(bytes, context)
  try {
    return readGsiCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes), context)
  } catch (error) {
    throw error instanceof TypeError ? new Refusal(`${context.file}: not UTF-8`) : error
  }
}
