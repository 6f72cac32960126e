import type { WaterKind } from '#domain/hazards/hazard-kind.ts'
import type { Home } from '../home.ts'
import type { Readings } from '../read-risk.ts'
import type { Finding, StayHazard } from '../stay-decision.ts'

/** A rule of standing: what it finds for one hazard; nothing where it has nothing to say of it. */
export type Rule = (hazard: StayHazard, risk: Readings, home: Home) => readonly Finding[]

/** The hazards for which staying upstairs is thought of at all: rule C. For a tsunami it is not. */
export const FLOODING = ['flood', 'stormSurge', 'inlandFlood', 'pond'] as const satisfies readonly WaterKind[]
export type Flooding = (typeof FLOODING)[number]

export const isFlooding = (hazard: StayHazard): hazard is Flooding =>
  (FLOODING as readonly string[]).includes(hazard)

/** True where the rules for water have to be asked: its own zone is there, or for a river the house-collapse zone. */
export const reaches = (hazard: Flooding, risk: Readings): boolean =>
  risk[hazard].zones.length > 0 || (hazard === 'flood' && risk.houseCollapse.zones.length > 0)
