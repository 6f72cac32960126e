import type { Bounds } from '#domain/geo/lng-lat.ts'
import { boundsWithin } from '../lib/check-geometry.ts'
import { addUp, type Counts } from '../lib/counts.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Had } from '../lib/upstream.ts'
import { findEdition, whyNotHad } from '../sources/find-edition.ts'
import type { SourceManifest } from '../sources/source-manifest.ts'
import type { BuildContext } from './build-context.ts'
import type { ZoneSet } from './zone-set.ts'

/** The file of a prefecture after reading, with what its sets have in common; or why it could not be had. */
export type LoadedPrefecture<T> =
  | { readonly ok: false; readonly missing: string }
  | {
      readonly ok: true
      readonly read: T
      readonly common: Pick<ZoneSet, 'state' | 'sources' | 'asOf' | 'missing'>
    }

type Read<T> = (
  file: Had,
  source: SourceManifest,
  bounds: Bounds,
  prefecture: string,
  signal: AbortSignal,
) => Promise<T | null>

/**
 * Loads the one file that a data set has for the prefecture of the area.
 * @param read null = the zip holds nothing of this kind, which is missing data.
 * @param area the box of the municipality: a copy that was cut to less is `partial`.
 * @param lacks why the file does not speak of this municipality; null = it does.
 */
export async function loadPrefecture<T extends { readonly counts: Counts }>(
  context: BuildContext,
  source: SourceManifest,
  { area, bounds }: { readonly area: Bounds; readonly bounds: Bounds },
  read: Read<T>,
  lacks: (found: T) => string | null = () => null,
): Promise<LoadedPrefecture<T>> {
  const pref = context.code.slice(0, 2)
  const part = { source, values: { pref } }
  const found = await findEdition(part, context.upstream, context.isLocked, context.signal)
  if (!found.ok) {
    context.noteMissing(found.tried)
    return { ok: false, missing: whyNotHad(found) }
  }
  const { url, extent } = found.file
  const content = await read(found.file, source, bounds, pref, context.signal)
  if (content !== null && !addUp(content.counts))
    throw new Refusal(`${url}: features were lost while reading`)
  context.noteHad(found.file, source.id, found.edition.label, content?.counts ?? null)
  const why = content === null ? 'there is no file of zones in it' : lacks(content)
  if (content === null || why !== null) {
    context.noteMissing([{ ok: false, url, why: 'notFound', detail: why ?? '' }])
    return { ok: false, missing: `${url}: ${why ?? ''}` }
  }
  const isWhole = extent === null || boundsWithin(area, extent)
  if (!isWhole) context.noteCut(found.file)
  const common = {
    state: isWhole ? ('built' as const) : ('partial' as const),
    sources: [context.useEdition(found)],
    asOf: found.edition.asOf,
    missing: isWhole ? [] : [`${url}: only a part of the area is in the copy`],
  }
  return { ok: true, read: content, common }
}
