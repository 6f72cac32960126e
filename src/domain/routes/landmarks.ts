import type { LngLat } from '../geo/lng-lat.ts'
import type { FeatureKind } from '../features/local-feature.ts'
import type { Area } from '../packs/area.ts'
import { romajiOf } from '../places/romaji.ts'
import type { Place } from '../places/place.ts'
import { metresBetween } from '../shelters/rank-sites.ts'

/** A thing with a name that stands near a turn. */
export type Landmark = {
  readonly name: {
    readonly ja: string
    readonly kana: string | null
    readonly romaji: string | null
    readonly en: string | null
  }
  /** In a straight line. */
  readonly metres: number
}

/** Farther away a thing is beside another corner. Metres; own choice. */
const LANDMARK_REACH = 40

/** Named things that stand at one spot and can be seen: a district has no spot, a past flood is nothing to see. */
const SEEN_FEATURES: readonly FeatureKind[] = ['aed', 'waterSupply', 'memorial']
const SEEN_PLACES: readonly Place['kind'][] = ['station', 'school', 'landmark']

/**
 * The nearest thing with a name within `LANDMARK_REACH` of a place, or null. Of several at one distance: a site, then a place, then
 * what the municipality keeps, because those have the larger signs.
 * @param except names that are not said again
 */
export function landmarkAt(
  area: Pick<Area, 'sites' | 'places' | 'features'>,
  at: LngLat,
  except: readonly string[] = [],
): Landmark | null {
  let best: Landmark | null = null
  const offer = (name: { ja: string; kana: string | null; en: string | null }, where: LngLat): void => {
    const metres = metresBetween(at, where)
    if (name.ja === '' || metres > (best?.metres ?? LANDMARK_REACH) || metres === best?.metres) return
    if (!except.includes(name.ja)) best = { name: { ...name, romaji: romajiOf(name.ja, name.kana) }, metres }
  }
  for (const { name, at: where } of area.sites ?? []) offer(name, where)
  for (const { name, kana, kind, at: where } of area.places)
    if (SEEN_PLACES.includes(kind)) offer({ ja: name, kana, en: null }, where)
  for (const { name, kind, at: where } of area.features ?? [])
    if (name !== null && SEEN_FEATURES.includes(kind)) offer(name, where)
  return best
}
