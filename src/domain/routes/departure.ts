import { slackAt, type Slack } from './last-departure.ts'

/**
 * By when somebody must leave. `notAsked` nothing was assumed of the water · `notTouched` the front never closes this way, so that
 * no time follows from it · `leave` until `by` (milliseconds since 1970, a whole minute), `minutes` from now · `tooLate`.
 */
export type Departure =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'notTouched' }
  | {
      readonly kind: 'leave'
      readonly by: number
      readonly minutes: number
      readonly slack: Exclude<Slack, 'tooLate'>
    }
  | { readonly kind: 'tooLate' }

const MINUTE = 60_000

/**
 * What a time of the kernel means on a clock. It is told to the minute before it, so that nobody leaves later than was reckoned.
 * @param leaveBy deciseconds after `asked`, as `FoundWay.leaveBy`; null = no front was asked for
 * @param asked and now: milliseconds since 1970
 */
export function departureOf(leaveBy: number | null, asked: number, now: number): Departure {
  if (leaveBy === null) return { kind: 'notAsked' }
  if (leaveBy === Infinity) return { kind: 'notTouched' }
  const by = Math.floor((asked + leaveBy * 100) / MINUTE) * MINUTE
  const slack = slackAt(by / 100, now / 100)
  if (slack === 'tooLate' || !(by >= now)) return { kind: 'tooLate' }
  return { kind: 'leave', by, minutes: Math.floor((by - now) / MINUTE), slack }
}
