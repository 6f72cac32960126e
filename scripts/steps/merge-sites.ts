import type { LngLat } from '#domain/geo/lng-lat.ts'
import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Site } from '#domain/shelters/site.ts'
import type { UnplacedSite } from '../sources/site-fields.ts'

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
const nameKey = (site: Pick<Site, 'name'>): string => site.name.ja.normalize('NFKC').replace(/\s+/g, '')

/** One list of the publisher: with and without a position. */
export type PublishedSites = { readonly sites: readonly Site[]; readonly unplaced: readonly UnplacedSite[] }

/** A record whose two lists contradict each other on these hazards. */
export type FlagsDiffer = {
  readonly id: string
  readonly name: string
  readonly hazards: readonly SiteHazard[]
}

/** The sites for the pack, and how they came about. */
export type MergedSites = {
  readonly sites: readonly Site[]
  /** Published records to which the curated list added something. */
  readonly enriched: number
  /** Curated records that the published list does not have: not shown, for the city to look at. */
  readonly curatedOnly: readonly Site[]
  /** Published records that stay without a position, in both lists: not shown, for the city to look at. */
  readonly unplaced: readonly UnplacedSite[]
  /** Where one list says "designated" and the other "not": the published one is shown, for the city to look at. */
  readonly flagsDiffer: readonly FlagsDiffer[]
}

/**
 * Puts the published list and the curated one together, for each kind of site on its own. Where the publisher has a list, it
 * decides which sites there are, where, and for what; the curated list only adds readings, English names, capacity, a
 * note, and a position where the published record has none. Where it could not be had (null), the curated list stands alone.
 * One record of a list belongs to at most one of the other: a welfare shelter does not take what is said of the shelter of
 * the same name.
 */
export function mergeSites(
  published: { readonly [kind in Site['kind']]: PublishedSites | null },
  curated: readonly Site[],
  curatedUnplaced: readonly UnplacedSite[] = [],
): MergedSites {
  const parts = (['emergencySite', 'shelter'] as const).map((kind) => {
    const sites = curated.filter((site) => site.kind === kind)
    const unplaced = curatedUnplaced.filter((site) => site.kind === kind)
    const list = published[kind]
    return list === null ? alone(sites, unplaced) : mergeKind(list, sites)
  })
  return {
    sites: parts.flatMap(({ sites }) => sites).sort(byKindThenId),
    enriched: parts.reduce((sum, { enriched }) => sum + enriched, 0),
    curatedOnly: parts.flatMap(({ curatedOnly }) => curatedOnly),
    unplaced: parts.flatMap(({ unplaced }) => unplaced),
    flagsDiffer: parts.flatMap(({ flagsDiffer }) => flagsDiffer),
  }
}

const alone = (sites: readonly Site[], unplaced: readonly UnplacedSite[]): MergedSites => ({
  sites,
  enriched: 0,
  curatedOnly: [],
  unplaced,
  flagsDiffer: [],
})

function mergeKind(published: PublishedSites, curated: readonly Site[]): MergedSites {
  const official = [...published.sites, ...published.unplaced]
  const matches = matchSites(official, curated)
  const used = new Set(matches.values())
  const sites: Site[] = []
  const unplaced: UnplacedSite[] = []
  const flagsDiffer: FlagsDiffer[] = []
  let enriched = 0
  for (const record of official) {
    const match = matches.get(record)
    const placed = match === undefined ? withPosition(record, null) : withPosition(record, match.at)
    if (placed === null) {
      unplaced.push(record as UnplacedSite)
      continue
    }
    const merged = match === undefined ? placed : enrich(placed, match)
    if (merged !== record) enriched += 1
    sites.push(merged)
    const hazards = match === undefined ? [] : contradictions(record, match)
    if (hazards.length > 0) flagsDiffer.push({ id: record.id, name: record.name.ja, hazards })
  }
  return { sites, enriched, curatedOnly: curated.filter((site) => !used.has(site)), unplaced, flagsDiffer }
}

type Official = Site | UnplacedSite

/** The same object where the record has a position of its own; null where there is none at all. */
function withPosition(record: Official, at: Site['at'] | null): Site | null {
  if (record.at !== null) return record
  if (at === null) return null
  const { id, kind, name, address, designated, alsoOther, welfare, capacity, note, source } = record
  return { id, kind, name, address, at, designated, alsoOther, welfare, capacity, note, source }
}

const contradictions = (a: Official, b: Site): SiteHazard[] =>
  SITE_HAZARDS.filter((hazard) => {
    const [one, other] = [a.designated[hazard], b.designated[hazard]]
    return one !== null && other !== null && one !== other
  })

/** True when nothing speaks against two records with one id being one place: its name, or where it stands. */
const isSamePlace = (a: Official, b: Site): boolean => nameKey(a) === nameKey(b) || isNear(a, b)

const isNear = (a: Official, b: Site): boolean =>
  a.at !== null && metresBetween(a.at, b.at) <= SAME_PLACE_METRES

/** Which curated record belongs to which published one: first by id, then by name and place, welfare shelters apart. */
function matchSites(official: readonly Official[], curated: readonly Site[]): Map<Official, Site> {
  const matches = new Map<Official, Site>()
  const free = new Set(curated)
  const pair = (fits: (a: Official, b: Site) => boolean): void => {
    for (const record of official) {
      if (matches.has(record)) continue
      const match = [...free].find((site) => fits(record, site))
      if (match === undefined) continue
      matches.set(record, match)
      free.delete(match)
    }
  }
  const hasSameName = (a: Official, b: Site): boolean =>
    nameKey(a) === nameKey(b) && (a.at === null || isNear(a, b))
  const isAlone = (a: Official): boolean =>
    official.filter((other) => nameKey(other) === nameKey(a)).length === 1
  pair((a, b) => a.id === b.id && isSamePlace(a, b))
  pair((a, b) => hasSameName(a, b) && a.welfare === b.welfare)
  pair((a, b) => hasSameName(a, b) && isAlone(a))
  return matches
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
