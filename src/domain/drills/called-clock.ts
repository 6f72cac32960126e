import { ok, refuse, type Result } from '../result.ts'
import { pauseClock, startClock, type DrillClock } from './drill-clock.ts'
import type { Called, DrillCall } from './relay-message.ts'

/**
 * What was called in a room, by one clock that is the same for all: so a class begins together, and who comes late begins where the
 * others are.
 */
export type CalledClock = {
  readonly call: DrillCall
  readonly number: number
  /** Milliseconds that had run before `since`. */
  readonly ran: number
  /** Since when it runs, by the clock of the relay; null = it stands still. */
  readonly since: number | null
}

/**
 * The clock after a call; null = nothing was called yet. To begin what runs changes nothing, so that two organisers do not begin it
 * twice; to begin what was ended begins anew.
 */
export function takeCall(
  clock: CalledClock | null,
  call: DrillCall,
  now: number,
): Result<CalledClock, 'notNow'> {
  const isRunning = clock?.call === 'begin'
  const number = (clock?.number ?? 0) + 1
  if (call === 'begin') {
    if (clock !== null && isRunning) return ok(clock)
    return ok({ call, number, ran: clock?.call === 'pause' ? clock.ran : 0, since: now })
  }
  if (clock !== null && clock.call === call) return ok(clock)
  if (clock === null || (call === 'pause' && !isRunning)) return refuse('notNow')
  return ok({ call, number, ran: ranAt(clock, now), since: null })
}

/** What is told to a phone at a moment. */
export const calledAt = (clock: CalledClock, now: number): Called => ({
  call: clock.call,
  number: clock.number,
  ran: ranAt(clock, now),
})

/** A clock that was set back never makes less of what had run. */
const ranAt = ({ ran, since }: CalledClock, now: number): number =>
  Math.round(ran + (since === null ? 0 : Math.max(0, now - since)))

/**
 * The clock of the drill on a phone as a call has it. Which of the clocks is right does not matter: only how long the drill has been
 * running is told, so the phones are apart by what their messages took.
 * @param receivedAt when the call came, by the clock of the phone
 */
export function clockOfCall({ call, ran }: Called, receivedAt: number, speed: number): DrillClock {
  const running = startClock(receivedAt - ran, speed)
  return call === 'begin' ? running : pauseClock(running, receivedAt)
}
