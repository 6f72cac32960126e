import type { LngLat } from '../geo/lng-lat.ts'
import type { Phrase } from '../risk/report.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { otherRunsOf } from './counterfactuals.ts'
import { placeParams } from './describe-result.ts'
import { describeTold } from './describe-told.ts'
import type { Counterfactual, Decision, DrillNow, DrillRun } from './drill-run.ts'
import type { DrillWorld } from './drill-world.ts'
import { judgeFactsOf, otherFactsOf } from './judge-in-world.ts'
import { shutFrom } from './judge-run.ts'
import type { Replay, ReplayFrame } from './replay.ts'
import { waterClass, WATER_CLASSES } from './replay.ts'

/** Something that happened in a drill, and when: a line of its story, and a place of the scrubber to go to. */
export type StoryEvent = {
  readonly id: string
  readonly minute: number
  readonly text: Phrase
  /** `wrong`: where it went wrong. */
  readonly kind: 'told' | 'did' | 'lost' | 'wrong'
}

/** What is told of a drill that is over. */
export type Ended = {
  readonly run: DrillRun
  readonly told: DrillNow['injects']
  readonly wentWrong: LngLat | null
}

/** All that happened, in the order in which it happened: what was told, what they did, where the position was lost, where it went wrong. */
export function storyOf(
  world: DrillWorld,
  replay: Replay,
  { run, told, wentWrong }: Ended,
): readonly StoryEvent[] {
  const end = run.ended ?? run.scenario.minutes
  const signals = run.scenario.signals.filter(({ minute }) => minute <= end)
  const events: StoryEvent[] = [
    ...describeTold(world, { signals, injects: told }).map(({ id, minute, text }) => ({
      id,
      minute,
      text,
      kind: 'told' as const,
    })),
    ...run.decisions.flatMap((decision, index) => {
      const text = describeDecision(world, decision)
      return text === null
        ? []
        : [{ id: `did ${index}`, minute: decision.minute, text, kind: 'did' as const }]
    }),
    ...run.gaps.map(({ from }) => ({
      id: `lost ${from}`,
      minute: from,
      text: { key: 'drills:replay.lost' },
      kind: 'lost' as const,
    })),
  ]
  const wrong = wrongIn(world, replay, { run, told, wentWrong })
  return [...events, ...(wrong === null ? [] : [wrong])].toSorted((a, b) => a.minute - b.minute)
}

/** Turns at a table are seen on the trail, and answers are told elsewhere. */
function describeDecision(world: DrillWorld, { kind, about }: Decision): Phrase | null {
  if (kind === 'turn' || kind === 'answer') return null
  if (kind !== 'goal') return { key: `drills:replay.did.${kind}` }
  const place = placeParams(
    world.sites.map(({ site }) => site),
    about,
  )
  return place === null ? null : { key: 'drills:replay.did.goal', params: place }
}

/** Where and when it went wrong: on the way, or at home before they left. */
function wrongIn(world: DrillWorld, replay: Replay, { run, told, wentWrong }: Ended): StoryEvent | null {
  if (wentWrong !== null) {
    const { hazard, minutes } = run.scenario
    // Who stood there was caught when it came, and who walked into it when they came.
    const shut = shutFrom(world.water, hazard, wentWrong, minutes) ?? 0
    const minute = Math.max(minuteNear(replay, wentWrong), Math.min(shut, run.ended ?? minutes))
    return { id: 'wrong', minute, text: { key: 'drills:replay.wrong' }, kind: 'wrong' }
  }
  const { mayStay } = judgeFactsOf(world, told)
  if (run.left !== null || mayStay === true) return null
  const minute = shutFrom(world.water, run.scenario.hazard, run.home, run.scenario.minutes)
  return minute === null || minute > (run.ended ?? run.scenario.minutes)
    ? null
    : { id: 'wrong', minute, text: { key: 'drills:replay.wrongHome' }, kind: 'wrong' }
}

/** Metres by which two places may be off that are one. */
const SAME = 0.5

/** The minute at which a walk first came to a place that lies on it; to the nearest point of it where it passes none. */
export function minuteNear({ run: { track } }: Replay, at: LngLat): number {
  let [best, minute] = [Infinity, track[0]?.minute ?? 0]
  for (const [index, b] of track.entries()) {
    const a = track[index - 1] ?? b
    const share = shareAlong(a.at, b.at, at)
    const metres = metresBetween(at, [
      a.at[0] + (b.at[0] - a.at[0]) * share,
      a.at[1] + (b.at[1] - a.at[1]) * share,
    ])
    if (metres >= best) continue
    best = metres
    minute = a.minute + (b.minute - a.minute) * share
    if (metres < SAME) return minute
  }
  return minute
}

/** How far along a straight line the point nearest to a place lies, 0…1; a degree of longitude is narrower than one of latitude. */
function shareAlong(a: LngLat, b: LngLat, at: LngLat): number {
  const narrow = Math.cos((a[1] * Math.PI) / 180) ** 2
  const [east, north] = [b[0] - a[0], b[1] - a[1]]
  const length = east * east * narrow + north * north
  if (length === 0) return 0
  const along = (at[0] - a[0]) * east * narrow + (at[1] - a[1]) * north
  return Math.min(1, Math.max(0, along / length))
}

/** The water at their place in a frame, by the classes of the replay. */
export function describeWaterThen({ water }: Pick<ReplayFrame, 'water'>): Phrase {
  if (water === null) return { key: 'drills:replay.depth.unknown' }
  if (water.isShut === true && water.depth <= 0) return { key: 'drills:replay.depth.zone' }
  return { key: `drills:replay.depth.${WATER_CLASSES[waterClass(water.depth)]}` }
}

const FIRST_STEPS = 5

/** Where they are in a frame. */
export function describePlaceThen({ isLost, hasLeft, metres }: ReplayFrame): Phrase {
  if (isLost) return { key: 'drills:replay.lost' }
  if (!hasLeft) return { key: 'drills:replay.notLeft' }
  // A length is told to ten metres, and never as none.
  return metres < FIRST_STEPS
    ? { key: 'drills:replay.did.leave' }
    : { key: 'drills:replay.walked', params: { 'length@metres': metres } }
}

/** The run of somebody who makes another choice, to be shown beside one's own; null where the world no longer leads there. */
export const runOfOther = (
  world: DrillWorld,
  { run, told }: Ended,
  { kind }: Counterfactual,
): DrillRun | null =>
  otherRunsOf(run, otherFactsOf(world, run, told)).find(({ other }) => other.kind === kind)?.run ?? null
