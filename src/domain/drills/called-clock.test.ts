import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calledAt, clockOfCall, takeCall, type CalledClock } from './called-clock.ts'
import { isPaused, minuteAt } from './drill-clock.ts'
import { DRILL_CALLS, type DrillCall } from './relay-message.ts'

const MINUTE = 60_000

/** All calls at their moments; those that are refused leave the clock as it is. */
function after(calls: readonly (readonly [call: DrillCall, at: number])[]): CalledClock | null {
  let clock: CalledClock | null = null
  for (const [call, at] of calls) {
    const taken = takeCall(clock, call, at)
    if (taken.ok) clock = taken.value
  }
  return clock
}

it('goes on after a pause, and begins anew after the end', () => {
  const paused = after([
    ['begin', 0],
    ['pause', 5 * MINUTE],
  ])
  expect(paused && calledAt(paused, 60 * MINUTE)).toEqual({ call: 'pause', number: 2, ran: 5 * MINUTE })
  const resumed = after([
    ['begin', 0],
    ['pause', 5 * MINUTE],
    ['begin', 9 * MINUTE],
  ])
  expect(resumed && calledAt(resumed, 10 * MINUTE)).toEqual({ call: 'begin', number: 3, ran: 6 * MINUTE })
  const again = after([
    ['begin', 0],
    ['end', 5 * MINUTE],
    ['begin', 9 * MINUTE],
  ])
  expect(again && calledAt(again, 10 * MINUTE)).toEqual({ call: 'begin', number: 3, ran: MINUTE })
})

it('does not begin twice when two organisers call at once', () => {
  const once = after([['begin', 0]])
  expect(takeCall(once, 'begin', MINUTE)).toEqual({ ok: true, value: once })
})

it.each(['pause', 'end'] as const)('refuses to %s what never began', (call) => {
  expect(takeCall(null, call, 0)).toEqual({ ok: false, reason: 'notNow' })
})

it('has nothing to pause once it has ended', () => {
  const ended = after([
    ['begin', 0],
    ['end', 1],
  ])
  expect(takeCall(ended, 'pause', 2)).toEqual({ ok: false, reason: 'notNow' })
})

const anyCalls = fc
  .array(fc.tuple(fc.constantFrom(...DRILL_CALLS), fc.nat({ max: 10 * MINUTE })), { maxLength: 12 })
  .map((calls) => {
    let at = 0
    return calls.map(([call, wait]) => [call, (at += wait)] as const)
  })

it('counts the minutes in which it ran, whatever was called', () => {
  fc.assert(
    fc.property(anyCalls, fc.nat({ max: 10 * MINUTE }), (calls, later) => {
      const clock = after(calls)
      const now = (calls.at(-1)?.[1] ?? 0) + later
      // By hand: every stretch between two calls in which it was running, since it last began from nothing.
      let [state, ran, since] = ['none', 0, 0]
      for (const [call, at] of calls) {
        if (state === 'begin') ran += at - since
        since = at
        if (call === 'begin' && state !== 'begin' && state !== 'pause') ran = 0
        const isTaken = call === 'begin' || (call === 'pause' ? state === 'begin' : state !== 'none')
        if (isTaken) state = call
      }
      if (state === 'begin') ran += now - since
      expect(clock?.call ?? 'none').toBe(state)
      if (clock !== null) expect(calledAt(clock, now).ran).toBe(ran)
    }),
  )
})

it('gives phones with wrong clocks the same minute of the drill', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 3 * 60 * MINUTE }),
      fc.constantFrom(1, 5, 10),
      fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 2, maxLength: 5 }),
      (ran, speed, clocks) => {
        for (const now of clocks) {
          const clock = clockOfCall({ call: 'begin', number: 1, ran }, now, speed)
          expect(minuteAt(clock, now + 2 * MINUTE)).toBeCloseTo((ran / MINUTE + 2) * speed, 6)
          const paused = clockOfCall({ call: 'pause', number: 1, ran }, now, speed)
          expect(isPaused(paused)).toBe(true)
          expect(minuteAt(paused, now + 2 * MINUTE)).toBeCloseTo((ran / MINUTE) * speed, 6)
        }
      },
    ),
  )
})
