import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Site } from '#domain/shelters/site.ts'
import { Refusal } from '../lib/refusal.ts'
import { sha256Of } from '../lib/upstream.ts'

export type Designations = Site['designated']

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

/** @param read the text of a hazard's column, or undefined where there is no such column. */
export function designations(read: (hazard: SiteHazard) => string | undefined, where: string): Designations {
  const flags = { ...NOT_SAID }
  for (const hazard of SITE_HAZARDS) flags[hazard] = flag(read(hazard), `${where}, ${HAZARD_COLUMNS[hazard]}`)
  return flags
}

/**
 * A flag of the tables: `1` = yes, empty = no; `0`, `TRUE` and `FALSE` occur. No column = not said.
 * @throws Refusal for any other text.
 */
export function flag(text: string | undefined, where: string): boolean | null {
  if (text === undefined) return null
  const value = text.normalize('NFKC').trim().toUpperCase()
  if (value === '1' || value === 'TRUE') return true
  if (value === '' || value === '0' || value === 'FALSE') return false
  throw new Refusal(`${where}: "${text}", expected 1 or nothing`)
}

/**
 * A position in degrees from two texts or numbers; null when both are empty.
 * @throws Refusal when it is no position in Japan (the box of its remotest islands, 20–46°N, 122–155°E).
 */
export function position(lng: unknown, lat: unknown, where: string): [number, number] | null {
  const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
  if (isEmpty(lng) && isEmpty(lat)) return null
  const at: [number, number] = [isEmpty(lng) ? NaN : Number(lng), isEmpty(lat) ? NaN : Number(lat)]
  if (at[0] >= 122 && at[0] <= 155 && at[1] >= 20 && at[1] <= 46) return at
  throw new Refusal(`${where}: latitude "${String(lat)}", longitude "${String(lng)}" is no position in Japan`)
}

/** A number of persons; null when empty. @throws Refusal for what is no whole number. */
export function capacity(text: string | undefined, where: string): number | null {
  const value = (text ?? '').normalize('NFKC').replaceAll(',', '').trim()
  if (value === '') return null
  if (!/^\d{1,7}(\.0+)?$/.test(value))
    throw new Refusal(`${where}: capacity "${text}", expected a whole number`)
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
export const idFromFacts = (
  code: string,
  kind: Site['kind'],
  name: string,
  [lng, lat]: readonly [number, number],
): string => `${code}-${sha256Of(Buffer.from(`${kind}|${name}|${lng}|${lat}`)).slice(0, 12)}`

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
