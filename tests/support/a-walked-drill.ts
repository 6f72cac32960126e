import { beginDrill } from '#domain/drills/drill.ts'
import { openDrillWorld, type DrillWorld } from '#domain/drills/drill-world.ts'
import type { DrillResult, DrillRun } from '#domain/drills/drill-run.ts'
import { judgeInWorld } from '#domain/drills/judge-in-world.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import { newTrack, takeFix, trackTill } from '#domain/drills/track.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { routeFrom } from '#domain/routes/follow-field.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import { aJoining } from './a-drill.ts'
import { surveyOf } from './find-place.ts'

/** What a phone tells while somebody walks a drill: minutes of the event, and where it is then. */
export type Walk = readonly { readonly minute: number; readonly at: LngLat }[]

/** A place in the water of a scenario from which a walk in time arrives, and the same walk begun late is caught. */
export type WalkedDrill = {
  /** As a person types it into the search. */
  readonly typed: string
  readonly home: LngLat
  readonly site: string
  readonly early: Walk
  readonly late: Walk
}

/** Metres and metres per second: a way that is walked within some minutes, at the pace of the table. */
const SHORTEST = 250
const FARTHEST = 900
const PACE = 1
/** Seconds between two positions of the test. */
const EVERY = 20

/** Looks for such a place in a built town, the same one each time. */
export async function aWalkedDrill(
  packs: string,
  code: string,
  scenario: Scenario,
  late: number,
): Promise<WalkedDrill> {
  const survey = await surveyOf(packs, code)
  const [west, south] = survey.area.manifest.bounds
  const about = {
    profile: 'adult',
    night: false,
    home: [west, south],
    series: null,
    mayStay: null,
    closed: [],
  } as const
  const world = openDrillWorld(survey.area, scenario, about)
  let found: Omit<WalkedDrill, 'typed'> | null = null
  const { typed } = survey.spot('walked in time and too late', ({ hazards }, at) => {
    if (!hazards.some(({ kind, answer }) => kind === scenario.hazard && answer === 'hazard')) return false
    found = walkedFrom(world, at, late)
    return found !== null
  })
  if (found === null) throw new Error('not reached')
  return { ...(found as Omit<WalkedDrill, 'typed'>), typed }
}

function walkedFrom(world: DrillWorld, home: LngLat, late: number): Omit<WalkedDrill, 'typed'> | null {
  const { ways } = world
  const field = ways?.fieldTo(null) ?? null
  if (ways === null || field === null) return null
  const route = routeFrom(field, ways.place(home))
  if (!route.ok) return null
  const site = world.sites.find(({ id }) => id === route.value.site)
  if (site === undefined) return null
  const line = [home, ...route.value.line, site.at]
  const metres = lengthOf(line)
  if (metres < SHORTEST || metres > FARTHEST) return null
  const [early, tooLate] = [walkAlong(line, 1), walkAlong(line, late)]
  const isFine =
    judge(world, home, early, site.id).outcome === 'arrived' &&
    judge(world, home, tooLate, site.id).outcome === 'caught'
  return isFine ? { home, site: site.id, early, late: tooLate } : null
}

const lengthOf = (line: readonly LngLat[]): number =>
  line.reduce((sum, at, index) => sum + metresBetween(line[index - 1] ?? at, at), 0)

/** The positions of somebody who walks a line, from a minute on. */
function walkAlong(line: readonly LngLat[], from: number): Walk {
  const metres = lengthOf(line)
  const count = Math.ceil(metres / PACE / EVERY)
  return Array.from({ length: count + 1 }, (_, index) => ({
    minute: from + Math.min(metres, index * EVERY * PACE) / PACE / 60,
    at: along(line, Math.min(metres, index * EVERY * PACE)),
  }))
}

function along(line: readonly LngLat[], metres: number): LngLat {
  let left = metres
  for (const [index, b] of line.entries()) {
    const a = line[index - 1]
    if (a === undefined) continue
    const piece = metresBetween(a, b)
    if (left <= piece && piece > 0)
      return [a[0] + ((b[0] - a[0]) * left) / piece, a[1] + ((b[1] - a[1]) * left) / piece]
    left -= piece
  }
  return line.at(-1) ?? [0, 0]
}

/** What the app has to find of it: the same positions through the same track. */
function judge(world: DrillWorld, home: LngLat, walk: Walk, goal: string): DrillResult {
  const [first] = walk
  const last = walk.at(-1)
  const track = walk.reduce(
    (sofar, { minute, at }) => takeFix(sofar, { minute, at, accuracy: 8 }).track,
    newTrack(1),
  )
  const ended = (last?.minute ?? 0) + 1
  const run: DrillRun = {
    ...beginDrill(aJoining({ scenario: world.scenario, mode: 'walk', home }), 0).run,
    left: first?.minute ?? 0,
    goal,
    ...trackTill(track, ended),
    ended,
  }
  return judgeInWorld(world, run).result
}
