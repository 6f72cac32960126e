import type { LocalFeature } from '../features/local-feature.ts'
import type { TideStation } from '../tide/tide-station.ts'
import type { RankLayer } from '../ranks/rank-layer.ts'
import type { Site } from '../shelters/site.ts'
import type { Place } from '../places/place.ts'
import type { UnavailableReason } from '../risk/hazard-answer.ts'
import type { PackManifest } from './area-pack.ts'

/** A rank layer that was read, or why it could not be. */
export type LayerInMemory =
  { readonly ok: true; readonly layer: RankLayer } | { readonly ok: false; readonly why: UnavailableReason }

/** A file of a pack after unpacking, or why its bytes are not there. */
export type UnpackedFile = Uint8Array | 'missing' | 'damaged'

/** An area that is ready to answer: a manifest with its stage 1 files opened. */
export type Area = {
  readonly manifest: PackManifest
  /** By file name. */
  readonly ranks: ReadonlyMap<string, LayerInMemory>
  /** null = the list could not be read, which is not the same as an empty list. */
  readonly sites: readonly Site[] | null
  readonly places: readonly Place[]
  /** What the municipality keeps beside sites; empty when the pack has no such list, null = it could not be read. */
  readonly features: readonly LocalFeature[] | null
  /** The tide gauge of the area; null when the pack has none, or it could not be read. */
  readonly tide: TideStation | null
  /** The file of the ways on foot, not read yet (`openGraph`); null when the pack has none. */
  readonly graph: UnpackedFile | null
  /** The boundary for drawing, as GeoJSON; null when it could not be read. Never used for an answer. */
  readonly outline: GeoJSON.FeatureCollection | null
}
