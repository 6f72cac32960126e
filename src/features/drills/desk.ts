import { createStore, type StoreApi } from 'zustand/vanilla'
import { advanceDrill, isDrillOver, minuteOfDrill, momentOfEvent, type Drill } from '#domain/drills/drill.ts'
import type { DrillNow } from '#domain/drills/drill-run.ts'
import { surroundingsOf, type DrillWorld } from '#domain/drills/drill-world.ts'
import { NO_DRILLS } from '#domain/drills/history.ts'
import { drillAt } from '#domain/drills/player.ts'
import type { Clock, DrillMarker, DrillShelf } from '#platform/ports.ts'
import type { DrillsState, Running } from './state.ts'

/** What the drills of a device are made of. */
export type DrillDeps = {
  readonly shelf: DrillShelf
  readonly marker: DrillMarker
  /** The real one. */
  readonly clock: Clock
  /** Puts together what the area knows for a drill; null = it cannot be had (yet): it is asked again at each tick. */
  readonly openWorld: (drill: Drill) => Promise<DrillWorld | null>
  /** Five-digit code of the area that is open; null = none. */
  readonly areaCode: () => string | null
  readonly randomBytes: (count: number) => Uint8Array
  /** So that two pages of one device do not do the same drill; null = another page does it. */
  readonly hold: () => Promise<(() => void) | null>
  /** Calls back every so many milliseconds, and when the page is seen again. The result ends it. */
  readonly every: (milliseconds: number, then: () => void) => () => void
  /** Calls back when the page may be gone the next moment. */
  readonly onLeaving: (then: () => void) => () => void
}

/** Everything behind the store. */
export type Desk = {
  readonly deps: DrillDeps
  readonly store: StoreApi<DrillsState>
  /** Ends the ticking; null = nothing ticks. */
  stop: (() => void) | null
  release: (() => void) | null
  isOpening: boolean
  /** Writes one after the other. */
  writing: Promise<unknown>
  keptAt: number
}

export const createDesk = (deps: DrillDeps): Desk => ({
  deps,
  store: createStore<DrillsState>(() => ({
    status: 'closed',
    running: null,
    finished: null,
    invited: null,
    handedIn: null,
    history: NO_DRILLS,
    isKept: true,
    lostDrill: false,
  })),
  stop: null,
  release: null,
  isOpening: false,
  writing: Promise.resolve(),
  keptAt: 0,
})

/** What a participant is told at a minute. */
export const tellAt = (drill: Drill, world: DrillWorld, minute: number): DrillNow =>
  drillAt(drill.run, minute, surroundingsOf(world, momentOfEvent(drill, minute)))

/**
 * The drill at this moment: what was told decides which ways are shut, and where somebody is decides what they are told. The ways
 * that were shut before the step are those that count in it.
 */
export function stepTo(running: Running, world: DrillWorld, now: number): Running {
  const before = running.told?.injects ?? tellAt(running.drill, world, running.minute).injects
  const drill = advanceDrill(running.drill, world, before, now)
  const minute = minuteOfDrill(drill, now)
  return { ...running, drill, world, minute, told: tellAt(drill, world, minute) }
}

/** True when nothing more happens in it. */
export const isOver = ({ drill }: Running, now: number): boolean => isDrillOver(drill, now)
