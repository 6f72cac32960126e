import type { LngLat } from '../geo/lng-lat.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import { reckonCosts } from '../routes/cost.ts'
import type { Graph } from '../routes/graph.ts'
import type { Front } from '../routes/last-departure.ts'
import { walkerOf } from '../routes/profiles.ts'
import { shutPlaces } from './coming-injects.ts'
import { counterfactualsOf, walkedEdges, type OtherFacts } from './counterfactuals.ts'
import type { Counterfactual, DrillNow, DrillResult, DrillRun } from './drill-run.ts'
import { toldUntil, type DrillWorld } from './drill-world.ts'
import { fullFrom } from './full-sites.ts'
import { caughtAt, judgeRun, type DrillSite, type JudgeFacts } from './judge-run.ts'
import type { Learned } from './proposal.ts'

type Told = DrillNow['injects']

/** What `judgeRun` has to know: the sites with the minute from which the drill told them to be full. */
export function judgeFactsOf({ water, sites, about }: DrillWorld, told: Told): JudgeFacts {
  return {
    water,
    mayStay: about.mayStay,
    sites: sites.map(({ id, at }): DrillSite => ({ id, at, shutFrom: fullFrom(id, at, told) })),
  }
}

/**
 * What `counterfactualsOf` has to know. What was shut on the way counts as shut from the beginning: nobody is told that another way
 * would have been better that the drill itself took away. Without ways nothing is said of other ways.
 */
export function otherFactsOf(world: DrillWorld, run: DrillRun, told: Told): OtherFacts {
  const facts = judgeFactsOf(world, told)
  if (world.ways === null) return { ...facts, ...NOWHERE }
  const { costs, goals, front, place } = world.ways.withShut(shutPlaces(told))
  return {
    ...facts,
    costs,
    goals,
    front: front === null ? null : withFull(front, facts.sites),
    start: place(run.home),
    walked: walkedEdges(world.ways.index, run.track),
  }
}

const MINUTE = 600

function withFull(front: Front, sites: readonly DrillSite[]): Front {
  const closings = sites.map(({ shutFrom }, index) =>
    Math.min(front.sites?.[index] ?? Infinity, shutFrom === null ? Infinity : Math.floor(shutFrom * MINUTE)),
  )
  return { ...front, sites: Float64Array.from(closings) }
}

const NO_WAYS: Graph = {
  nodeCount: 0,
  edgeCount: 0,
  lng: new Float64Array(),
  lat: new Float64Array(),
  firstArc: new Uint32Array(1),
  heads: new Uint32Array(),
  arcEdges: new Uint32Array(),
  from: new Uint32Array(),
  till: new Uint32Array(),
  decimetres: new Uint32Array(),
  classes: new Uint8Array(),
  flags: new Uint8Array(),
  slopes: new Int8Array(),
  nameOf: new Uint16Array(),
  names: [null],
  ranks: new Map(),
  shapeOf: () => [],
}

const NOWHERE: Pick<OtherFacts, 'costs' | 'goals' | 'front' | 'start' | 'walked'> = {
  costs: reckonCosts(NO_WAYS, { walker: walkerOf('adult'), hazards: [], zones: 'ignore', closed: null }),
  goals: [],
  front: null,
  start: null,
  walked: new Set(),
}

/** Where the water caught them on their way; null = nowhere that is known, or they never left. */
export const wentWrongAt = (run: DrillRun, world: DrillWorld): LngLat | null =>
  caughtAt(run, judgeFactsOf(world, toldUntil(world, run)))

/** All that a drill comes to at its end. */
export type Judgement = {
  readonly told: Told
  readonly result: DrillResult
  readonly others: readonly Counterfactual[]
  readonly wentWrong: LngLat | null
}

/** Judges a run in its world: what was told, the result, what other choices would have done, and where it went wrong. */
export function judgeInWorld(world: DrillWorld, run: DrillRun): Judgement {
  const told = toldUntil(world, run)
  const facts = otherFactsOf(world, run, told)
  const result = judgeRun(run, facts)
  return {
    told,
    result,
    others: counterfactualsOf(run, facts),
    wentWrong: result.outcome === 'caught' ? caughtAt(run, facts) : null,
  }
}

/**
 * What a plan may learn of a run, for `proposeChanges`.
 * @param family `who` the member who walked, or the slowest of them; `note` for a dangerous place, in the participant's language
 */
export const learnedOf = (
  { area }: DrillWorld,
  run: DrillRun,
  { result, others, wentWrong }: Judgement,
  family: {
    readonly plan: Plan
    readonly facts: PlanFacts
    readonly who: string | null
    readonly note: string
  },
): Learned => ({ ...family, run, result, others, wentWrong, sites: area.sites ?? [] })
