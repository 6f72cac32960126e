import type { Bounds } from '#domain/geo/lng-lat.ts'
import { isSameMunicipality } from '../lib/same-municipality.ts'
import { readDepthZones, type DepthFile } from '../sources/read-depth-zones.ts'
import { rulesOf, type SourceManifest } from '../sources/source-manifest.ts'
import type { BuildContext } from './build-context.ts'
import { loadPrefecture } from './load-prefecture.ts'
import { depthClasses } from './zone-classes.ts'
import { missingSet } from './zone-layers.ts'
import type { ZoneSet } from './zone-set.ts'

/**
 * The zones of tsunami (A40), storm surge (A49) and inland flood (A51) that reach into the bounds: one set for each data
 * set, with the classes of depth that its publisher uses.
 */
export async function buildDepths(
  context: BuildContext,
  where: { readonly area: Bounds; readonly bounds: Bounds },
): Promise<ZoneSet[]> {
  const { a40, a49, a51 } = context.sources
  const sets: ZoneSet[] = []
  for (const source of [a49, a40, a51]) sets.push(await buildSet(context, source, where))
  return sets
}

async function buildSet(
  context: BuildContext,
  source: SourceManifest,
  where: { readonly area: Bounds; readonly bounds: Bounds },
): Promise<ZoneSet> {
  const draws = rulesOf(source, 'depthText')[0]?.draws ?? 'tsunami-max'
  const loaded = await loadPrefecture(context, source, where, readDepthZones, lacks(context.code))
  if (!loaded.ok) return missingSet(draws, [loaded.missing])
  const { zones, counts } = loaded.read
  const { classes, rankOf } = depthClasses(
    zones.map(({ depth }) => depth),
    loaded.common.sources.join(),
  )
  return {
    ...missingSet(draws, []),
    ...loaded.common,
    classes,
    zones: zones.map(({ depth, polygon }) => ({ rank: rankOf(depth), polygon })),
    counts,
  }
}

/** A file that tells its municipalities says nothing of the others: there, no zone is no answer. */
const lacks =
  (code: string) =>
  ({ municipalities }: DepthFile): string | null =>
    municipalities === null || [...municipalities].some((one) => isSameMunicipality(one, code))
      ? null
      : `it does not speak of the municipality ${code}`
