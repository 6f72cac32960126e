import type { RiverBed, Terrain } from '../terrain.ts'
import type { Town } from '../town.ts'
import { makeModel } from './model.ts'
import type { Model } from './model.ts'
import type { Outcome } from './recorder.ts'
import { runEvent } from './run.ts'
import type { Event } from './run.ts'
import { pondEvent, rainEvent, riverEvents, surgeEvent, tsunamiEvent } from './scenarios.ts'
import type { RiverEvent, Scale } from './scenarios.ts'

/** The highest values of several runs, cell by cell; the earliest arrival. */
export type Envelope = Omit<Outcome, 'frames'>

/** One run that a drill can replay. */
export type Replay = {
  readonly id: string
  readonly hazard: 'flood' | 'stormSurge' | 'tsunami' | 'pond'
  readonly scenario: Scale
  /** Null for what does not come from a river. */
  readonly flood: RiverEvent | null
  readonly outcome: Outcome
}

export type Hazards = {
  readonly model: Model
  readonly rivers: readonly {
    readonly bed: RiverBed
    readonly max: Envelope
    readonly design: Envelope
  }[]
  readonly surge: Outcome
  readonly tsunami: Outcome
  readonly rain: Outcome
  readonly pond: Outcome
  readonly replays: readonly Replay[]
}

/** Is called before each run. */
export type Tell = () => void

/** How many runs there are. */
export const runsOf = ({ works }: Terrain): number =>
  works.rivers.reduce((sum, { waters }) => sum + 2 * (waters.breaches.length + 1), 0) + SINGLE_RUNS
/** Surge, tsunami, pond and rain. */
const SINGLE_RUNS = 4

/** Takes the worse of two outcomes for each cell. */
function worse(a: Envelope, b: Envelope): Envelope {
  const most = (x: Float32Array, y: Float32Array): Float32Array =>
    x.map((v, i) => Math.max(v, y[i] as number))
  return {
    depth: most(a.depth, b.depth),
    level: a.level.map((v, i) =>
      (a.depth[i] as number) >= (b.depth[i] as number) ? v : (b.level[i] as number),
    ),
    speed: most(a.speed, b.speed),
    force: most(a.force, b.force),
    hours: most(a.hours, b.hours),
    arrival: a.arrival.map((v, i) => {
      const other = b.arrival[i] as number
      return v < 0 || (other >= 0 && other < v) ? other : v
    }),
  }
}

/** Breaches that drills replay, by river and breach: the largest conceivable flood, and once the design flood. */
const REPLAYED: Readonly<Record<string, Scale>> = {
  '9900010001 R600': 'max',
  '9900010001 R520': 'design',
  '9900010001 L590': 'max',
  '9900020001 R560': 'max',
  '9900020001 L600': 'max',
}
/** Minutes between the states that drills replay. */
const EVERY = { flood: 15, stormSurge: 15, tsunami: 5, pond: 5 }

/** What the floods of one river do, and those of its runs that drills replay. */
function floodsOf(model: Model, river: RiverEvent['river'], tell: Tell) {
  const replays: Replay[] = []
  const envelopeOf = (scale: Scale): Envelope =>
    riverEvents(model, river, scale)
      .map((flood): Envelope => {
        tell()
        const key = `${river.id} ${flood.breach?.id ?? ''}`
        const isReplayed = REPLAYED[key] === scale
        const event: Event = isReplayed ? { ...flood.event, keepEvery: EVERY.flood } : flood.event
        const outcome = runEvent(model, event)
        if (isReplayed) {
          const id = `flood-${river.id.slice(4, 6)}-${flood.breach?.id ?? 'over'}-${scale}`.toLowerCase()
          replays.push({ id, hazard: 'flood', scenario: scale, flood, outcome })
        }
        return outcome
      })
      .reduce(worse)
  return { max: envelopeOf('max'), design: envelopeOf('design'), replays }
}

/**
 * Reckons all hazards of water of the town.
 * @param tell is called before each of the {@link runsOf} runs.
 */
export function reckonHazards(town: Town, terrain: Terrain, tell: Tell): Hazards {
  const model = makeModel(town, terrain)
  const floods = terrain.works.rivers.map(({ bed, waters }) => ({ bed, ...floodsOf(model, waters, tell) }))
  const single = (hazard: Replay['hazard'], event: Event): Replay => {
    tell()
    const outcome = runEvent(model, { ...event, keepEvery: EVERY[hazard] })
    return { id: `${hazard}-max`.toLowerCase(), hazard, scenario: 'max', flood: null, outcome }
  }
  const surge = single('stormSurge', surgeEvent(model))
  const tsunami = single('tsunami', tsunamiEvent(model))
  const pond = single('pond', pondEvent(model))
  tell()
  return {
    model,
    rivers: floods.map(({ bed, max, design }) => ({ bed, max, design })),
    surge: surge.outcome,
    tsunami: tsunami.outcome,
    rain: runEvent(model, rainEvent(model)),
    pond: pond.outcome,
    replays: [...floods.flatMap(({ replays }) => replays), surge, tsunami, pond],
  }
}
