import { AT_SITE } from '#domain/drills/player.ts'
import { judgeFactsOf } from '#domain/drills/judge-in-world.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import type { Running } from '../state.ts'

/** A place of refuge at which somebody is, by the measure of the judge. */
export type SiteReached = {
  readonly id: string
  /** True where it is the one they are going to, or they have named none. */
  readonly isGoal: boolean
}

/** Whether the position is lost at this moment. */
export const isLost = ({ drill }: Running): boolean => drill.run.gaps.at(-1)?.till === null

/** The site at which they are, the goal before others; null = at none that lets people in, or it is not known where they are. */
export function siteReached(running: Running): SiteReached | null {
  const { drill, world, minute, told } = running
  const { run } = drill
  const last = run.track.at(-1)
  if (world === null || told === null || run.left === null || last === undefined || isLost(running))
    return null
  const near = judgeFactsOf(world, told.injects)
    .sites.filter(({ shutFrom }) => minute <= (shutFrom ?? Infinity))
    .map(({ id, at }) => ({ id, metres: metresBetween(last.at, at) }))
    .filter(({ metres }) => metres <= AT_SITE + last.accuracy)
    .toSorted((a, b) => a.metres - b.metres)
  const found = near.find(({ id }) => id === run.goal) ?? near[0]
  return found === undefined ? null : { id: found.id, isGoal: run.goal === null || found.id === run.goal }
}
