import type { DrillMode, Scenario } from './scenario.ts'

/** From a moment on the event runs at a speed: 0 = it stands still, 1 = as the clock on the wall, 10 = an hour in six minutes. */
export type ClockTurn = {
  /** Milliseconds since 1970. */
  readonly since: number
  /** The minute of the event at that moment. */
  readonly minute: number
  readonly speed: number
}

/**
 * How the time of the event follows that of the world: turns in the order of time, at least one. Plain data; it is kept with the
 * run, so that a drill that was put away goes on where it was.
 */
export type DrillClock = readonly [ClockTurn, ...ClockTurn[]]

const MINUTE = 60_000

/** Who walks outdoors needs the time that walking takes. */
export const speedOf = ({ speed }: Pick<Scenario, 'speed'>, mode: DrillMode): number =>
  mode === 'walk' ? 1 : speed

/** A clock that begins with minute 0 at a moment. */
export const startClock = (since: number, speed: number): DrillClock => [
  { since, minute: 0, speed: checked(speed) },
]

/**
 * The minute of the event at a moment, parts of a minute counted; 0 before it began. A clock of the world that was set back never
 * takes the event back behind its last turn.
 */
export function minuteAt(clock: DrillClock, now: number): number {
  const { since, minute, speed } = turnAt(clock, now)
  return minute + (Math.max(0, now - since) / MINUTE) * speed
}

/** The moment at which a minute of the event comes or came, the first one; null = not as the clock runs now. */
export function momentOf(clock: DrillClock, minute: number): number | null {
  for (const [index, turn] of clock.entries()) {
    const end = clock[index + 1]?.minute ?? Infinity
    if (minute <= turn.minute) return turn.since
    if (turn.speed > 0 && minute <= end) return turn.since + ((minute - turn.minute) / turn.speed) * MINUTE
  }
  return null
}

/** The clock at another speed from now on. What was before stays. Throws for a speed that is none. */
export function turnClock(clock: DrillClock, now: number, speed: number): DrillClock {
  const last = lastOf(clock)
  if (last.speed === checked(speed)) return clock
  const since = Math.max(now, last.since)
  return [...clock, { since, minute: minuteAt(clock, since), speed }]
}

/** The clock at another minute from now on, at the speed that it has. What was before stays. */
export function moveClock(clock: DrillClock, now: number, minute: number): DrillClock {
  const { since, speed } = lastOf(clock)
  return [...clock, { since: Math.max(now, since), minute, speed }]
}

/** The clock standing still from now on. */
export const pauseClock = (clock: DrillClock, now: number): DrillClock => turnClock(clock, now, 0)

/** The clock going on from now, at the speed that it had before it stood still. */
export function resumeClock(clock: DrillClock, now: number): DrillClock {
  const before = clock.findLast(({ speed }) => speed > 0)
  return before === undefined ? clock : turnClock(clock, now, before.speed)
}

export const isPaused = (clock: DrillClock): boolean => lastOf(clock).speed === 0

const lastOf = (clock: DrillClock): ClockTurn => clock.at(-1) ?? clock[0]

const turnAt = (clock: DrillClock, now: number): ClockTurn =>
  clock.findLast(({ since }) => since <= now) ?? clock[0]

function checked(speed: number): number {
  if (!(Number.isFinite(speed) && speed >= 0)) throw new RangeError(`no speed: ${speed}`)
  return speed
}
