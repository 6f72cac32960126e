import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Site } from '#domain/shelters/site.ts'

/** Two records with one name are one place up to this distance, metres. */
const SAME_PLACE_METRES = 50

/** Metres in a degree of latitude (mean of the GRS80 meridian between 20° and 46°N, good to 0.3 %). */
const METRES_PER_DEGREE = 111_000

/** Distance in metres on a plane; good enough for a few kilometres. */
export function metresBetween(a: LngLat, b: LngLat): number {
  const shrink = Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180)
  return Math.hypot((a[0] - b[0]) * shrink, a[1] - b[1]) * METRES_PER_DEGREE
}

/** Names are compared without the differences of width and spacing that lists have. */
const nameKey = (site: Site): string => site.name.ja.normalize('NFKC').replace(/\s+/g, '')

/** The sites for the pack, and how they came about. */
export type MergedSites = {
  readonly sites: readonly Site[]
  /** Published records to which the curated list added something. */
  readonly enriched: number
  /** Curated records that the published list does not have: not shown, for the city to look at. */
  readonly curatedOnly: readonly Site[]
}

/**
 * Puts the published list and the curated one together, for each kind of site on its own. Where the publisher has a list, it
 * decides which sites there are, where, and for what; the curated list only adds readings, English names, capacity and a
 * note. Where it could not be had (null), the curated list stands alone.
 */
export function mergeSites(
  published: { readonly [kind in Site['kind']]: readonly Site[] | null },
  curated: readonly Site[],
): MergedSites {
  const sites: Site[] = []
  const curatedOnly: Site[] = []
  let enriched = 0
  for (const kind of ['emergencySite', 'shelter'] as const) {
    const mine = curated.filter((site) => site.kind === kind)
    const official = published[kind]
    if (official === null) {
      sites.push(...mine)
      continue
    }
    const used = new Set<Site>()
    for (const site of official) {
      const match = findMatch(site, mine)
      const merged = match === null ? site : enrich(site, match)
      if (match !== null) used.add(match)
      if (merged !== site) enriched += 1
      sites.push(merged)
    }
    curatedOnly.push(...mine.filter((site) => !used.has(site)))
  }
  return { sites: sites.sort(byKindThenId), enriched, curatedOnly }
}

function findMatch(site: Site, curated: readonly Site[]): Site | null {
  const sameId = curated.find(({ id }) => id === site.id)
  if (sameId !== undefined) return sameId
  const near = curated.filter(
    (other) => nameKey(other) === nameKey(site) && metresBetween(other.at, site.at) <= SAME_PLACE_METRES,
  )
  return near[0] ?? null
}

/** The same object when there is nothing to add. */
function enrich(site: Site, curated: Site): Site {
  const kana = site.name.kana ?? curated.name.kana
  const en = site.name.en ?? curated.name.en
  const capacity = site.capacity ?? curated.capacity
  const note = site.note ?? curated.note
  const isSame =
    kana === site.name.kana && en === site.name.en && capacity === site.capacity && note === site.note
  return isSame ? site : { ...site, name: { ...site.name, kana, en }, capacity, note }
}

/** By code units, not by locale: the same on every machine. */
function byKindThenId(a: Site, b: Site): number {
  const [left, right] = [`${a.kind} ${a.id}`, `${b.kind} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
