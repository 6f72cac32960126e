import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Site } from '#domain/shelters/site.ts'
import { Refusal } from '../lib/refusal.ts'
import { sha256Of } from '../lib/upstream.ts'

export type Designations = Site['designated']

/** A record whose list does not say where it is: it cannot be shown, and must not be lost without a word. */
export type UnplacedSite = Omit<Site, 'at'> & { readonly at: null; readonly where: string }

/** What a file of sites held: `in` = sites + `noPosition`. */
export type SitesRead = {
  readonly sites: readonly Site[]
  readonly unplaced: readonly UnplacedSite[]
  readonly in: number
  readonly noPosition: number
}

/** A record as it was read: `where` names file and row for a message. */
export type SiteRecord = Omit<Site, 'at' | 'id'> & {
  readonly id: string | null
  readonly at: readonly [number, number] | null
  readonly where: string
}

/** Gives each record an id of its own, and sets apart those without a position. */
export function collectSites(records: readonly SiteRecord[], code: string): SitesRead {
  const sites: Site[] = []
  const unplaced: UnplacedSite[] = []
  for (const { where, at, ...record } of records) {
    const id = record.id ?? idFromFacts(code, record.kind, record.name.ja, at)
    if (at === null) unplaced.push({ ...record, id, at, where })
    else sites.push({ ...record, id, at: [at[0], at[1]] })
  }
  return { sites: withUniqueIds(sites), unplaced, in: records.length, noPosition: unplaced.length }
}

/** The official column names of the eight kinds of disaster, as both tables use them (the standard one with 災害種別_ before). */
export const HAZARD_COLUMNS: { readonly [hazard in SiteHazard]: string } = {
  flood: '洪水',
  landslide: '崖崩れ、土石流及び地滑り',
  stormSurge: '高潮',
  earthquake: '地震',
  tsunami: '津波',
  fire: '大規模な火事',
  inlandFlood: '内水氾濫',
  volcano: '火山現象',
}

/** For shelters: their record does not say for which disaster they can be used. */
export const NOT_SAID: Designations = {
  flood: null,
  landslide: null,
  stormSurge: null,
  earthquake: null,
  tsunami: null,
  fire: null,
  inlandFlood: null,
  volcano: null,
}

/** A field with where it stands, `where` naming file and row. */
export type Field = { readonly text: string | undefined; readonly column: string }

/**
 * The eight flags of a record. An empty field beside a marked one means "not designated"; a record in which nothing is
 * written in any of the eight fields says nothing, so all are null: a site that is designated for no disaster does not exist.
 * @param read the field of a hazard; its text undefined where there is no such column.
 * @throws Refusal as {@link flag}.
 */
export function designations(read: (hazard: SiteHazard) => Field, where: string): Designations {
  const flags = { ...NOT_SAID }
  let isSaid = false
  for (const hazard of SITE_HAZARDS) {
    const field = read(hazard)
    flags[hazard] = flag(field, where)
    isSaid ||= clean(field.text) !== ''
  }
  return isSaid ? flags : NOT_SAID
}

const YES = new Set(['1', 'TRUE', '○', '〇', '◯', '◎', '●', '有', '可'])
const NO = new Set(['', '0', 'FALSE', '×', '✕', '無', '不可'])
const UNKNOWN = new Set(['不明', '未定', '未確認', '確認中', '-', '―', '‐', 'ー'])

/** NFKC, without spaces around. */
const clean = (text: string | undefined): string => (text ?? '').normalize('NFKC').trim()

/**
 * A flag of the tables: the standard has `1` = yes and empty = no; `0`, `TRUE`, `FALSE`, `○` and `×` occur. No column, or a
 * word for "not known", = null.
 * @throws Refusal for any other text, such as △ ("with conditions"): which conditions, the app could not say.
 */
export function flag({ text, column }: Field, where: string): boolean | null {
  if (text === undefined) return null
  const value = clean(text).toUpperCase()
  if (YES.has(value)) return true
  if (NO.has(value)) return false
  if (UNKNOWN.has(value)) return null
  throw new Refusal(`${where}, column ${column}: "${text}", expected 1 or nothing`)
}

/** A plain number of degrees; NaN for anything else. Full-width digits are digits. */
function degrees(value: unknown): number {
  if (typeof value === 'number') return value
  const text = typeof value === 'string' ? clean(value) : ''
  return /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN
}

const isIn = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high
/** The box of Japan's remotest islands, in degrees. */
const LATITUDES = [20, 46] as const
const LONGITUDES = [122, 155] as const

/**
 * A position `[lng, lat]` in degrees from two texts or numbers; null when both are empty.
 * @throws Refusal when it is no position in Japan (20–46°N, 122–155°E); says so when the two are swapped.
 */
export function position(lng: unknown, lat: unknown, where: string): [number, number] | null {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || (typeof value === 'string' && clean(value) === '')
  if (isEmpty(lng) && isEmpty(lat)) return null
  const at: [number, number] = [degrees(lng), degrees(lat)]
  if (isIn(at[0], LONGITUDES) && isIn(at[1], LATITUDES)) return at
  const swapped = isIn(at[0], LATITUDES) && isIn(at[1], LONGITUDES) ? '; they look swapped' : ''
  throw new Refusal(
    `${where}, columns 緯度, 経度: latitude "${shown(lat)}", longitude "${shown(lng)}" is no position in Japan${swapped}`,
  )
}

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A number of persons; null when empty. @throws Refusal for what is no whole number. */
export function capacity({ text, column }: Field, where: string): number | null {
  const value = clean(text)
    .replaceAll(',', '')
    .replace(/[人名]$/, '')
  if (value === '') return null
  if (!/^\d{1,7}(\.0+)?$/.test(value))
    throw new Refusal(`${where}, column ${column}: capacity "${text}", expected a whole number`)
  return Number(value)
}

/** 福祉避難所 are for people who need support: a record that names whom it receives, or says so, is one. */
export const isWelfare = (receives: string | null, texts: readonly (string | null)[]): boolean =>
  receives !== null || texts.some((text) => text !== null && /福祉避難所|要配慮者/.test(text))

/** Null for an empty text; line breaks and runs of spaces become one space. */
export const textOrNull = (value: unknown): string | null => {
  const text =
    typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text
}

/** An id for a record that has none: the same facts give the same id. */
const idFromFacts = (
  code: string,
  kind: Site['kind'],
  name: string,
  at: readonly [number, number] | null,
): string => `${code}-${sha256Of(Buffer.from(`${kind}|${name}|${at?.join('|') ?? ''}`)).slice(0, 12)}`

/**
 * The 共通ID of the national list tells the kind: `E` + municipality (5) + place (5) + `2` emergency site or `1` shelter + 2.
 * @returns null when the id has another form.
 */
export function kindFromCommonId(id: string): Site['kind'] | null {
  const digit = /^E\d{10}([12])\d{2}$/.exec(id)?.[1]
  return digit === undefined ? null : digit === '2' ? 'emergencySite' : 'shelter'
}

/** Makes ids unique in the order of the list: a second one gets `-2`. */
export function withUniqueIds(sites: readonly Site[]): Site[] {
  const seen = new Map<string, number>()
  return sites.map((site) => {
    const count = (seen.get(site.id) ?? 0) + 1
    seen.set(site.id, count)
    return count === 1 ? site : { ...site, id: `${site.id}-${count}` }
  })
}
