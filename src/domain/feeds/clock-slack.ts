/** A phone's clock may run behind by so much; a signature may come from so far ahead. Own choice: 10 minutes. */
export const CLOCK_SLACK_MS = 600_000
