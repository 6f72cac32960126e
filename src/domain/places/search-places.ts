import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import type { Place } from './place.ts'
import { readPosition } from './read-position.ts'

export type SearchHit = {
  readonly name: string
  readonly kana: string | null
  readonly romaji: string | null
  /** `position` = two numbers were typed, and `name` is how they were understood: latitude, longitude. */
  readonly kind: Place['kind'] | 'site' | 'position'
  readonly at: LngLat
  /** True when the name is only a part of what was typed, as the district is of an address: the house itself is not known. */
  readonly isPart: boolean
  /** Set when the hit is a site of the area's list. */
  readonly siteId: string | null
}

/**
 * Finds places and sites by name, by kana (hiragana or katakana) or by Latin letters, wherever the text stands in the name.
 * Two numbers are a position; of an address in which no name is found whole, the places that it names (`isPart`).
 * Names that begin with the text come first, then those that hold it; then by kind and name, so that the order never jumps.
 * @param text what was typed; empty finds everything (the long list)
 */
export function searchPlaces(area: Area, text: string, limit = 50): readonly SearchHit[] {
  const position = readPosition(text)
  if (position !== null) return [positionHit(position)]
  const wanted = folded(text)
  const hits = hitsOf(area)
  const named = hits
    .map((hit) => ({ hit, score: scoreOf(hit, wanted) }))
    .filter(({ score }) => score < NO_MATCH)
    .sort((a, b) => a.score - b.score || order(a.hit) - order(b.hit) || byName(a.hit, b.hit))
    .map(({ hit }) => hit)
  return (named.length > 0 ? named : namedInside(hits, wanted)).slice(0, limit)
}

const positionHit = (at: LngLat): SearchHit => ({
  name: `${at[1].toFixed(5)}, ${at[0].toFixed(5)}`,
  kana: null,
  romaji: null,
  kind: 'position',
  at,
  siteId: null,
  isPart: false,
})

/** Shorter names stand inside other words by chance. Characters. */
const LONG_ENOUGH = 2

/** For an address: the places whose names stand in what was typed, the longest name first, as it says the most. */
function namedInside(hits: readonly SearchHit[], wanted: string): readonly SearchHit[] {
  const lengthInside = (hit: SearchHit) =>
    Math.max(
      0,
      ...spellingsOf(hit)
        .filter((name) => wanted.includes(name))
        .map((name) => name.length),
    )
  return hits
    .filter((hit) => hit.kind !== 'site' && lengthInside(hit) >= LONG_ENOUGH)
    .sort((a, b) => lengthInside(b) - lengthInside(a) || order(a) - order(b) || byName(a, b))
    .map((hit) => ({ ...hit, isPart: true }))
}

const KIND_ORDER: readonly SearchHit['kind'][] = [
  'district',
  'neighbourhood',
  'station',
  'school',
  'site',
  'landmark',
]
const order = (hit: SearchHit) => KIND_ORDER.indexOf(hit.kind)
const byName = (a: SearchHit, b: SearchHit) => {
  const [first, second] = [a.kana ?? a.name, b.kana ?? b.name]
  return first < second ? -1 : first > second ? 1 : 0
}

function hitsOf(area: Area): SearchHit[] {
  const places = area.places.map((place): SearchHit => ({ ...place, siteId: null, isPart: false }))
  const sites = (area.sites ?? []).map((site): SearchHit => ({
    name: site.name.ja,
    kana: site.name.kana,
    romaji: site.name.en,
    kind: 'site',
    at: site.at,
    siteId: site.id,
    isPart: false,
  }))
  return [...places, ...sites]
}

const NO_MATCH = 9

const spellingsOf = (hit: SearchHit): readonly string[] =>
  [hit.name, hit.kana, hit.romaji].filter((name) => name !== null).map(folded)

function scoreOf(hit: SearchHit, wanted: string): number {
  if (wanted === '') return 0
  const names = spellingsOf(hit)
  if (names.includes(wanted)) return 0
  if (names.some((name) => name.startsWith(wanted))) return 1
  return names.some((name) => name.includes(wanted)) ? 2 : NO_MATCH
}

/**
 * One spelling for all ways to type a name: full and half width as one (NFKC), katakana as hiragana, small letters, no spaces
 * or hyphens, Latin letters without marks (ō = o).
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60))
    .replace(/[a-z\u00c0-\u024f]+/g, (word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[\s\-‐‑–—・'’]/gu, '')
}
