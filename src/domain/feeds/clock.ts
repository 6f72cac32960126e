import { CLOCK_SLACK_MS } from './clock-slack.ts'

/** More than so far from the clock of the host, a clock is wrong. Milliseconds (own choice; fetching takes seconds). */
export const CLOCK_TOLERANCE_MS = 300_000

/**
 * True when the clock of the device is provably wrong: before the app was built, before the newest issue that was verified, or
 * far from what the host says (`Date` of HTTP, null = not told). Then "12 minutes ago" is not said, only the time of issue.
 */
export const isClockWrong = (
  now: number,
  facts: {
    readonly builtAt: number
    readonly newestIssued: number | null
    readonly hostDate: number | null
  },
): boolean =>
  now < facts.builtAt ||
  (facts.newestIssued !== null && now < facts.newestIssued - CLOCK_SLACK_MS) ||
  (facts.hostDate !== null && Math.abs(now - facts.hostDate) > CLOCK_TOLERANCE_MS)
