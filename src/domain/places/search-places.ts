import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import type { Place } from './place.ts'

export type SearchHit = {
  readonly name: string
  readonly kana: string | null
  readonly romaji: string | null
  readonly kind: Place['kind'] | 'site'
  readonly at: LngLat
  /** Set when the hit is a site of the area's list. */
  readonly siteId: string | null
}

/**
 * Finds places and sites by name, by kana (hiragana or katakana) or by Latin letters, wherever the text stands in the name.
 * Names that begin with the text come first, then those that hold it; then by kind and name, so that the order never jumps.
 * @param text what was typed; empty finds everything (the long list)
 */
export function searchPlaces(area: Area, text: string, limit = 50): readonly SearchHit[] {
  const wanted = folded(text)
  return hitsOf(area)
    .map((hit) => ({ hit, score: scoreOf(hit, wanted) }))
    .filter(({ score }) => score < NO_MATCH)
    .sort((a, b) => a.score - b.score || order(a.hit) - order(b.hit) || byName(a.hit, b.hit))
    .slice(0, limit)
    .map(({ hit }) => hit)
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
  const places = area.places.map((place): SearchHit => ({ ...place, siteId: null }))
  const sites = (area.sites ?? []).map((site): SearchHit => ({
    name: site.name.ja,
    kana: site.name.kana,
    romaji: site.name.en,
    kind: 'site',
    at: site.at,
    siteId: site.id,
  }))
  return [...places, ...sites]
}

const NO_MATCH = 9

function scoreOf(hit: SearchHit, wanted: string): number {
  if (wanted === '') return 0
  const names = [hit.name, hit.kana, hit.romaji].filter((name) => name !== null).map(folded)
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
