import { CITY_LEVELS, type Alert } from '../alerts/alert.ts'
import type { SiteHazard } from '../hazards/hazard-kind.ts'

/** What a clerk has said so far of an order. */
export type AlertDraft = {
  readonly level: (typeof CITY_LEVELS)[number]
  readonly hazard: SiteHazard
  /** Empty = the whole municipality, once `wholeCity` says so. */
  readonly districts: readonly string[]
  readonly wholeCity: boolean
  readonly shelters: readonly string[]
  /** The city's own Japanese words; '' = none. */
  readonly textJa: string
  readonly sender: string
}

/** A new order begins with what is ordered most: level 4 for a flood, for nobody yet. */
export const newAlert = (sender: string): AlertDraft => ({
  level: 4,
  hazard: 'flood',
  districts: [],
  wholeCity: false,
  shelters: [],
  textJa: '',
  sender,
})

export const draftOfAlert = (alert: Alert): AlertDraft => ({
  level: alert.level,
  hazard: alert.hazard,
  districts: alert.districts,
  wholeCity: alert.districts.length === 0,
  shelters: alert.shelters,
  textJa: alert.text['ja'] ?? '',
  sender: alert.sender,
})

/**
 * The order of a draft; null while it says for nobody: a forgotten tick must not send a whole city out.
 * @param before the order that is changed; null = a new one @param now milliseconds since 1970
 */
export function alertOf(draft: AlertDraft, id: string, before: Alert | null, now: number): Alert | null {
  const { level, hazard, districts, wholeCity, shelters, textJa, sender } = draft
  if (sender.trim() === '' || (!wholeCity && districts.length === 0)) return null
  const own = textJa.trim()
  // Whole seconds, as they are written. An order that is raised or changed is issued anew.
  const issued = Math.floor(now / 1000) * 1000
  return {
    id,
    level,
    hazard,
    districts: wholeCity ? [] : [...districts],
    shelters: [...shelters],
    issued,
    lifted: null,
    sender: sender.trim(),
    // The schema has Japanese or nothing: other languages do not stand without it.
    text: own === '' ? {} : { ...before?.text, ja: own },
  }
}

/** A name for a new order that no other bears: `a-20260701-1`, by the day in Japan. */
export function newAlertId(taken: readonly string[], day: string): string {
  const used = new Set(taken)
  const plain = day.replaceAll('-', '')
  let number = 1
  while (used.has(`a-${plain}-${number}`)) number += 1
  return `a-${plain}-${number}`
}
