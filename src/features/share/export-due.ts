const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long a person works on a new plan before the app speaks of saving it. Own choice. */
export const WORK_BEFORE_FIRST_REMINDER = 10 * MINUTE
/** How old an export is before the app speaks of the next one, if something changed meanwhile. Own choice. */
export const REST_AFTER_EXPORT = DAY

/** What decides whether to speak of an export. Times are milliseconds since 1970. */
export type ExportFacts = {
  readonly createdAt: number
  readonly changedAt: number
  /** When it was last exported, and which state of it; null = never. */
  readonly exported: { readonly at: number; readonly changedAt: number } | null
  /** Nothing but the name is in it. */
  readonly isEmpty: boolean
  /** The device does not keep the plan: it is gone with the page. */
  readonly isNotKept: boolean
  /** The system drops what a site keeps when it was not opened for a while: Safari on iOS, not on the home screen. */
  readonly isDroppedBySystem: boolean
  readonly now: number
}

/** True when the plan is not the one that was last exported. */
export const changedSinceExport = ({
  changedAt,
  exported,
}: Pick<ExportFacts, 'changedAt' | 'exported'>): boolean =>
  exported === null || changedAt > exported.changedAt

/**
 * Whether it is time to export the plan. `now` = what is on the screen can be lost soon: the device keeps nothing, or the
 * system will drop it (Safari deletes what a site keeps after 7 days without a visit; webkit.org/blog/10218). A clock that was
 * set back never silences the reminder.
 */
export function exportDue(facts: ExportFacts): 'none' | 'soon' | 'now' {
  const { createdAt, changedAt, exported, now } = facts
  if (facts.isEmpty || !changedSinceExport(facts)) return 'none'
  if (facts.isNotKept) return 'now'
  const isDue =
    exported === null
      ? changedAt - createdAt >= WORK_BEFORE_FIRST_REMINDER || Math.abs(now - createdAt) >= DAY
      : Math.abs(now - exported.at) > REST_AFTER_EXPORT
  if (!isDue) return 'none'
  return facts.isDroppedBySystem ? 'now' : 'soon'
}
