import { inForceKey } from '#domain/closures/in-force.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { mannerOfMinutes } from '#domain/routes/cost.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import { walkerOf } from '#domain/routes/profiles.ts'
import type { Distances, WaysQuestion } from '#domain/routes/ways-question.ts'
import type { OnFoot } from '#domain/shelters/on-foot.ts'
import { closuresNow } from '#features/closures/index.ts'
import { walksByNight } from '#features/ways/index.ts'
import type { WayFinder } from '#platform/ports.ts'
import type { Parts } from './parts.ts'

/** What is asked at a moment; the same text = the same answer, so that nothing is asked twice. */
export type WalksAsked = { readonly key: string; readonly make: (found: Distances) => OnFoot } & {
  readonly question: WaysQuestion
}

/** The question for all sites of the area, by who was chosen to walk and by what is known of closures now. */
export function walksAsked(parts: Parts, area: Area, at: LngLat, hazard: SiteHazard): WalksAsked {
  const now = parts.services.clock.now()
  const { state, reckoned } = closuresNow(parts.closures.getState(), now)
  const walker = parts.ways.getState()
  const { profile, manner } = walker
  const night = walksByNight(walker, at, now)
  const asks = JSON.stringify([at, hazard, profile, manner, night])
  return {
    key: JSON.stringify([
      asks,
      inForceKey(reckoned),
      state.kind,
      state.kind === 'never' ? 0 : state.feed.issued,
    ]),
    question: {
      hazards: zonesFor(hazard),
      manner: mannerOfMinutes(manner),
      profile,
      night,
      measured: null,
      closures: reckoned,
      goals: (area.sites ?? []).map((site) => ({ id: site.id, at: site.at })),
    },
    make: ({ goals }) => ({
      question: asks,
      to: new Map(goals.map(({ goal, way }) => [goal, way])),
      pace: Math.round((walkerOf(profile, { night }).speed * 60) / 1000),
      closures: state.kind === 'never' ? null : { issued: state.feed.issued, isOld: state.kind === 'old' },
    }),
  }
}

/**
 * How far all sites are on foot; null = no way is known from here. Where zones are to be kept out of altogether and none of those
 * ways leads to a site, the one with the least of them is told, with its metres in zones.
 */
export async function askWalks(
  finder: WayFinder,
  area: Area,
  at: LngLat,
  { question, make }: WalksAsked,
  signal: AbortSignal,
): Promise<OnFoot | null> {
  finder.use(area)
  const first = await finder.distances(question, at, signal)
  if (!first.ok) return null
  const isOut = ({ way }: Distances['goals'][number]) => !way.ok && way.reason === 'unreachable'
  if (question.manner !== 'avoid' || !first.value.goals.some(isOut)) return make(first.value)
  const least = await finder.distances({ ...question, manner: 'least' }, at, signal)
  if (!least.ok) return make(first.value)
  return make({
    ...first.value,
    goals: first.value.goals.map((one, index) => (isOut(one) ? (least.value.goals[index] ?? one) : one)),
  })
}
