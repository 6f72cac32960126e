import type { Closure } from '#domain/closures/closure.ts'
import { closureOn, type ClosedWay } from './a-closed-way.ts'
import { aFeed } from './a-closure.ts'
import { anAlert, anAlertFeed } from './an-alert.ts'
import { DEMO_AREA, type DemoIssue } from './demo-city.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Issued = {
  /** How long ago. */
  readonly minutes: number
  /** How many minutes it counts. */
  readonly lasts?: number
}

const thisSecond = (): number => Math.floor(Date.now() / 1000) * 1000

/** Issues of the closures of the sample town by their number: the stretch on the way is closed, or what else is told. */
export function closuresOf(way: ClosedWay) {
  const now = thisSecond()
  const closed = closureOn(way, { start: now - 3 * HOUR, updated: now - 2 * HOUR })
  return (
    sequence: number,
    { minutes, lasts = 12 * 60, closures = [closed] }: Issued & { readonly closures?: readonly Closure[] },
  ): DemoIssue => {
    const issued = now - minutes * MINUTE
    const expires = issued + lasts * MINUTE
    return { name: 'closures', feed: aFeed({ area: DEMO_AREA, sequence, issued, expires, closures }) }
  }
}

/** Everybody is ordered out of the whole sample town, since a minute ago. */
export function anOrder(): DemoIssue {
  const issued = thisSecond() - MINUTE
  const alerts = [anAlert({ issued, districts: [] })]
  return {
    name: 'alerts',
    feed: anAlertFeed({ area: DEMO_AREA, issued, expires: issued + 6 * HOUR, alerts }),
  }
}
