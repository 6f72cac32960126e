import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { Locator } from '#platform/ports.ts'
import { nearestPlace } from './nearest-place.ts'
import type { Answered, Inspected, RiskStore } from './store.ts'

export type RiskCommands = {
  /** Asks what reaches a place. Answers at once, or as soon as an area is open. */
  inspect(place: Inspected): void
  /** Asks the device where we are, then what reaches that place. True when there is a position. */
  inspectHere(): Promise<boolean>
  stopLocating(): void
  /** The open area is another one, or a newer one: the same place is answered anew. */
  answerAgain(): void
  forget(): void
}

/** @param areaNow the area that can answer now, or null while none is open */
export function createRiskCommands(
  store: RiskStore,
  areaNow: () => Area | null,
  locator: Locator,
): RiskCommands {
  let locating = new AbortController()

  const inspect = (place: Inspected) => {
    locating.abort()
    store.setState({ inspected: place, answered: answer(areaNow(), place), locating: 'resting' })
  }

  return {
    inspect,
    async inspectHere() {
      locating.abort()
      locating = new AbortController()
      const { signal } = locating
      store.setState({ locating: 'running' })
      const located = await locator.locate(signal).catch(unlessStopped(signal))
      if (located === null || signal.aborted) return false
      if (!located.ok) {
        store.setState({ locating: located.why })
        return false
      }
      inspect({ at: located.at, accuracy: located.accuracy, from: 'position', name: null })
      return true
    },
    stopLocating() {
      locating.abort()
      store.setState({ locating: 'resting' })
    },
    answerAgain() {
      const { inspected } = store.getState()
      if (inspected !== null) store.setState({ answered: answer(areaNow(), inspected) })
    },
    forget() {
      locating.abort()
      store.setState({ inspected: null, answered: null, locating: 'resting' })
    },
  }
}

/** A locator that was stopped rejects: that is silence. Any other rejection is a mistake of ours and goes on. */
const unlessStopped = (signal: AbortSignal) => (reason: unknown) => {
  if (signal.aborted) return null
  throw reason
}

/** The answer in words; within the circle in which the device says it is, the worst that may hold there. */
function answer(area: Area | null, place: Inspected): Answered | null {
  if (area === null) return null
  const risk = assessRisk(area, place.at, place.accuracy === null ? {} : { within: place.accuracy })
  return { risk, report: describeRisk(risk, area.manifest), near: nearestPlace(area, place.at) }
}
