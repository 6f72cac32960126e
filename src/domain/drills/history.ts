import * as v from 'valibot'
import { ok, refuse, type Result } from '../result.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '../timeline/trigger.ts'
import { OUTCOMES } from './drill-run.ts'
import { AreaCode, Token } from './report-parts.ts'
import { DRILL_MODES } from './scenario.ts'
import { SelfRating } from './self-rating.ts'

/** The version of the document. A change of it is a migration with a number, never an edit of an old one. */
export const HISTORY_VERSION = 1
/** The most drills that are kept; the oldest go first. Own choice: one a week for four years. */
export const MOST_RECORDS = 200

const Minutes = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(-10_000), v.maxValue(10_000)))
const Metres = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000))

/** One drill that was done, without a place: where somebody walked is not kept. */
const DrillRecord = v.strictObject({
  /** That of its report: the same drill stands here once. */
  nonce: Token,
  /** When it ended, milliseconds since 1970. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  area: AreaCode,
  scenario: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  hazard: v.picklist(TIMELINE_HAZARDS),
  mode: v.picklist(DRILL_MODES),
  outcome: v.picklist(OUTCOMES),
  /** As in `DrillResult`; null = no water came there, or not known. */
  margin: Minutes,
  prepared: Minutes,
  speed: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(20))),
  metres: Metres,
  rating: SelfRating,
  /** How many changes of the plan were proposed after it, and how many of them were taken. */
  proposed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  accepted: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
})
export type DrillRecord = Readonly<v.InferOutput<typeof DrillRecord>>

const Document = v.pipe(
  v.strictObject({
    format: v.literal('minna-drills'),
    version: v.literal(HISTORY_VERSION),
    records: v.pipe(
      v.array(v.unknown()),
      v.maxLength(MOST_RECORDS),
      v.array(
        v.pipe(
          DrillRecord,
          v.check(({ proposed, accepted }) => accepted <= proposed),
        ),
      ),
    ),
  }),
  v.check(({ records }) => new Set(records.map(({ nonce }) => nonce)).size === records.length, 'nonces'),
  v.check(({ records }) => records.every(({ at }, index) => at >= (records[index - 1]?.at ?? 0)), 'order'),
)

/** The drills that were done on this device, the oldest first. */
export type DrillHistory = {
  readonly format: 'minna-drills'
  readonly version: typeof HISTORY_VERSION
  readonly records: readonly DrillRecord[]
}

export const NO_DRILLS: DrillHistory = { format: 'minna-drills', version: HISTORY_VERSION, records: [] }

/**
 * Why a history is refused. `notAHistory` = something else · `newerVersion` = a newer app wrote it, so it is kept as it is and not
 * read · `brokenHistory` = its content does not hold; `detail` names the field.
 */
export type HistoryRefusal = 'notAHistory' | 'newerVersion' | 'brokenHistory'

/** Reads a history from the device or a file; whole, or not at all. */
export function parseHistory(value: unknown): Result<DrillHistory, HistoryRefusal> {
  const version = versionOf(value)
  if (version === null) return refuse('notAHistory')
  if (version > HISTORY_VERSION) return refuse('newerVersion', `version ${version}`)
  const parsed = v.safeParse(Document, value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return refuse('brokenHistory', v.getDotPath(issue) ?? issue.message.slice(0, 40))
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if (!Object.hasOwn(value, 'format') || !Object.hasOwn(value, 'version')) return null
  const { format, version } = value as Record<string, unknown>
  return format === 'minna-drills' && Number.isInteger(version) && (version as number) >= 1
    ? (version as number)
    : null
}

/**
 * The history with a drill in its place by time. The same drill again (after its changes were decided, or the second rating was
 * given) takes the place of the former record. When it is full the oldest goes.
 */
export function noteDrill(history: DrillHistory, record: DrillRecord): DrillHistory {
  const others = history.records.filter(({ nonce }) => nonce !== record.nonce)
  const after = others.findIndex(({ at }) => at > record.at)
  const records = others.toSpliced(after < 0 ? others.length : after, 0, record)
  return { ...history, records: records.slice(-MOST_RECORDS) }
}

/** The history without one drill. */
export const forgetDrill = (history: DrillHistory, nonce: string): DrillHistory => ({
  ...history,
  records: history.records.filter((one) => one.nonce !== nonce),
})

/**
 * How the last drill of a danger stands beside the one before: by minutes to spare. `first` there is nothing to compare with ·
 * `notKnown` one of the two has no minutes: then nothing is said, and no water is not the same as many minutes.
 */
export type Trend = 'first' | 'more' | 'same' | 'less' | 'notKnown'

export type MarginsOverTime = {
  /** The oldest first; null = no water came there, or not known. */
  readonly points: readonly { readonly at: number; readonly margin: number | null; readonly nonce: string }[]
  readonly trend: Trend
  readonly best: number | null
  readonly worst: number | null
}

/** Minutes to spare over time in one danger. Only drills of one kind are compared: a table takes no breath. */
export function marginsOverTime(
  { records }: DrillHistory,
  hazard: TimelineHazard,
  mode: DrillRecord['mode'],
): MarginsOverTime {
  const points = records
    .filter((record) => record.hazard === hazard && record.mode === mode)
    .map(({ at, margin, nonce }) => ({ at, margin, nonce }))
  const known = points.flatMap(({ margin }) => margin ?? [])
  return {
    points,
    trend: trendOf(points.at(-2), points.at(-1)),
    best: known.length === 0 ? null : Math.max(...known),
    worst: known.length === 0 ? null : Math.min(...known),
  }
}

type Point = MarginsOverTime['points'][number]

/** Minutes are told whole, so less than a whole minute is no change. */
function trendOf(before: Point | undefined, last: Point | undefined): Trend {
  if (before === undefined || last === undefined) return 'first'
  if (before.margin === null || last.margin === null) return 'notKnown'
  const change = Math.floor(last.margin) - Math.floor(before.margin)
  if (change === 0) return 'same'
  return change > 0 ? 'more' : 'less'
}
