import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Site } from '#domain/shelters/site.ts'
import type { NotHad } from '../lib/upstream.ts'
import { CURATED_SITES } from '../sources/read-area-facts.ts'
import { readSites } from '../sources/read-sites.ts'
import type { SitesRead } from '../sources/site-fields.ts'
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
  const merged = mergeSites(published, context.facts.sites ?? [], context.facts.unplacedSites)
  for (const { name, where } of merged.unplaced)
    context.progress.line(`no position, so not in the pack: ${name.ja} (${where})`)
  for (const { name, id, hazards } of merged.flagsDiffer)
    context.progress.line(`the two lists contradict each other: ${name} (${id}): ${hazards.join(', ')}`)
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
      const about = { file: basename(url), code: context.code, kind, source: id }
      return readSites(await readFile(file.path), about)
    }
    tried.push(file)
  }
  context.noteMissing(tried)
  return null
}
