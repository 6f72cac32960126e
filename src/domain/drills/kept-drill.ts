import * as v from 'valibot'
import { isLngLat, type LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import { PROFILES } from '../routes/profiles.ts'
import type { Drill } from './drill.ts'
import { parseScenario } from './parse-scenario.ts'
import { Token } from './report-parts.ts'
import { DRILL_MODES, type Scenario } from './scenario.ts'
import { RATINGS } from './self-rating.ts'

/** A drill as it lies on the device, so that it goes on after a crash, and when it was written. */
export type KeptDrill = { readonly format: 'minna-drill'; readonly keptAt: number; readonly drill: Drill }

export const keepDrill = (drill: Drill, now: number): KeptDrill => ({
  format: 'minna-drill',
  keptAt: now,
  drill,
})

/** Points of a day outdoors, one each second. */
const MOST_POINTS = 100_000
const Finite = v.pipe(v.number(), v.finite())
const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Time = v.pipe(Finite, v.minValue(0), v.maxValue(8.64e15))
const Text = v.pipe(v.string(), v.maxLength(200))
const At = v.custom<LngLat>((value) => isLngLat(value))
const ScenarioOf = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Scenario>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseScenario(dataset.value)
    if (parsed.ok) return parsed.value
    addIssue({ message: parsed.reason })
    return NEVER
  }),
)
const many = <T extends v.GenericSchema>(entry: T) => v.pipe(v.array(entry), v.maxLength(MOST_POINTS))
const Point = v.strictObject({ minute: Finite, at: At, accuracy: v.pipe(Finite, v.minValue(0)) })
const Gap = v.strictObject({ from: Finite, till: v.nullable(Finite) })
const Turn = v.strictObject({ since: Time, minute: Finite, speed: v.pipe(Finite, v.minValue(0)) })
const Stretch = {
  edge: Count,
  start: Count,
  end: Count,
  began: Finite,
  ended: Finite,
}

const DECISIONS = ['leave', 'stay', 'turn', 'goal', 'help', 'pass', 'upstairs', 'answer'] as const
const Run = v.strictObject({
  scenario: ScenarioOf,
  mode: v.picklist(DRILL_MODES),
  profile: v.picklist(PROFILES),
  number: v.pipe(Count, v.maxValue(65_535)),
  home: At,
  left: v.nullable(Finite),
  goal: v.nullable(Text),
  track: many(Point),
  decisions: many(v.strictObject({ minute: Finite, kind: v.picklist(DECISIONS), about: v.nullable(Text) })),
  gaps: many(Gap),
  ended: v.nullable(Finite),
})
const Walk = v.strictObject({
  now: Finite,
  at: v.strictObject({ edge: Count, along: Count, node: v.nullable(Count) }),
  walking: v.nullable(v.strictObject({ ...Stretch, direction: Count })),
  busyTill: Finite,
  goal: v.nullable(Text),
  arrived: v.nullable(Text),
  done: many(v.strictObject({ ...Stretch, direction: v.nullable(Count) })),
})
const Tracked = v.strictObject({
  secondsPerMinute: v.pipe(Finite, v.gtValue(0)),
  points: many(Point),
  gaps: many(Gap),
  heard: v.nullable(Finite),
  jumps: many(Point),
})
const Kept = v.strictObject({
  format: v.literal('minna-drill'),
  keptAt: Time,
  drill: v.strictObject({
    v: v.literal(1),
    nonce: Token,
    token: Token,
    invitation: v.strictObject({
      area: v.pipe(v.string(), v.regex(/^\d{5}$/)),
      scenario: v.union([v.pipe(v.string(), v.maxLength(40)), ScenarioOf]),
      begins: v.nullable(Time),
      group: v.nullable(Text),
    }),
    clock: v.tupleWithRest([Turn], Turn),
    run: Run,
    walk: v.nullable(Walk),
    track: v.nullable(Tracked),
    who: v.nullable(Text),
    mayStay: v.nullable(v.boolean()),
    before: v.nullable(v.picklist(RATINGS)),
    joined: Time,
  }),
})

/**
 * Reads a drill from the device. Refused whole: a drill that is half of what it was would be judged wrongly.
 * `brokenDrill`: `detail` names the field.
 */
export function parseKeptDrill(value: unknown): Result<KeptDrill, 'brokenDrill'> {
  const parsed = v.safeParse(Kept, value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return refuse('brokenDrill', v.getDotPath(issue) ?? issue.message.slice(0, 40))
}
