/**
 * The hazards that the national Hazard Map Portal publishes for a place, in the order in which they are listed when
 * their severity is equal. A pack that has no data for one of them says so (`dataUnavailable`); it never leaves it out.
 */
export const HAZARD_KINDS = ['flood', 'landslide', 'stormSurge', 'tsunami', 'inlandFlood'] as const
export type HazardKind = (typeof HAZARD_KINDS)[number]

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
