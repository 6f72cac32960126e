/**
 * The hazards that an answer speaks of, in the order in which they are listed when their severity is equal. A pack that has
 * no data for one of them says so (`dataUnavailable`); it never leaves it out.
 * `houseCollapse` = 家屋倒壊等氾濫想定区域, `inlandFlood` = 内水（雨水出水）, `pond` = ため池決壊.
 */
export const HAZARD_KINDS = [
  'flood',
  'houseCollapse',
  'landslide',
  'stormSurge',
  'tsunami',
  'inlandFlood',
  'pond',
] as const
export type HazardKind = (typeof HAZARD_KINDS)[number]

/** The hazards that are told as a depth of water. */
export const WATER_KINDS = ['flood', 'stormSurge', 'tsunami', 'inlandFlood', 'pond'] as const
export type WaterKind = (typeof WATER_KINDS)[number]

export const isWaterKind = (kind: HazardKind): kind is WaterKind =>
  (WATER_KINDS as readonly string[]).includes(kind)

/** `max` = 想定最大規模 (largest conceivable), `design` = 計画規模. */
export const SCENARIOS = ['max', 'design'] as const
export type Scenario = (typeof SCENARIOS)[number]

/** The eight kinds of disaster for which a site is designated (災害対策基本法施行令 20条の4), in the official column order. */
export const SITE_HAZARDS = [
  'flood',
  'landslide',
  'stormSurge',
  'earthquake',
  'tsunami',
  'fire',
  'inlandFlood',
  'volcano',
] as const
export type SiteHazard = (typeof SITE_HAZARDS)[number]
