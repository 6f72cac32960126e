import { houseCollapse } from './rules/house-collapse.ts'
import { landslideZone } from './rules/landslide-zone.ts'
import { notKnown } from './rules/not-known.ts'
import { outsideZones } from './rules/outside-zones.ts'
import type { Rule } from './rules/rule.ts'
import { tsunamiZone } from './rules/tsunami-zone.ts'
import { waterDepth } from './rules/water-depth.ts'

/** The rules A–F. Each is a file that says whose rule it is; none knows of another. */
export const RULES: readonly Rule[] = [
  landslideZone,
  houseCollapse,
  waterDepth,
  tsunamiZone,
  outsideZones,
  notKnown,
]
