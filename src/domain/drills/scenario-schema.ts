import * as v from 'valibot'
import { HAZARD_KINDS } from '../hazards/hazard-kind.ts'
import { roundPosition } from '../plan/plan.ts'
import { isCleanText } from '../plan/text.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS, triggerOf } from '../timeline/trigger.ts'
import { DRILL_GROUPS, DRILL_MODES, INJECT_KINDS, SCENARIO_VERSION } from './scenario.ts'

/** How much a scenario holds at most. Own choice: far more than a drill of an afternoon needs, little enough for a link. */
export const MOST_IN_SCENARIO = {
  /** Three days, as the axis of the timeline. */
  minutes: 4320,
  /** Three days in seven minutes. */
  speed: 600,
  signals: 24,
  injects: 12,
  curve: 24,
  titles: 40,
  /** UTF-16 units of one title. */
  title: 60,
  /** Metres from the place of an inject. */
  within: 5000,
  /** Minutes that helping somebody takes. */
  helping: 120,
} as const

/** A language as BCP 47 writes it, as far as languages of this app need it: `vi`, `pt-BR`, `zh-Hant`, `ja-simple`. */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-simple)?$/
/** Of a scenario, an inject, a series of the pack. */
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][A-Za-z0-9-]{0,39}$/))
export const AreaCode = v.pipe(v.string(), v.regex(/^\d{5}$/))
export const CleanName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MOST_IN_SCENARIO.title),
  v.check(isCleanText),
)

/** −0 and 0 are one number in JSON, so they are one here. */
const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
    v.transform((number) => number || 0),
  )
const Minute = whole(0, MOST_IN_SCENARIO.minutes)
const Share = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(1),
  v.transform((share) => share || 0),
)
const Position = v.pipe(
  v.strictTuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  ]),
  v.transform((at: [number, number]) => roundPosition(at)),
)

/** The length is looked at before any entry, so that a list of millions costs nothing. */
const list = <T extends v.GenericSchema>(entry: T, most: number, least = 0) =>
  v.pipe(v.array(v.unknown()), v.minLength(least), v.maxLength(most), v.array(entry))

/** Some of a list, each once and at least one; told in the order of that list. */
const some = <T extends string>(all: readonly T[]) =>
  v.pipe(
    list(v.picklist(all), all.length, 1),
    v.check((chosen) => new Set(chosen).size === chosen.length),
    v.transform((chosen: T[]) => all.filter((one) => chosen.includes(one))),
  )

/** Looked at before anything is copied: a copy silently leaves out a name such as `__proto__`. */
function hasOnlyTags(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const names = Object.keys(value)
  return names.length <= MOST_IN_SCENARIO.titles && names.every((name) => TAG.test(name))
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
const Titles = v.pipe(
  v.unknown(),
  v.check(hasOnlyTags, 'title'),
  v.record(v.string(), CleanName),
  v.transform((titles) => Object.fromEntries(Object.entries(titles).toSorted(byName))),
)

const Signal = v.strictObject({ minute: Minute, trigger: v.picklist(TRIGGER_IDS) })

const Condition = v.strictObject({
  fromMinute: Minute,
  onTheWay: v.nullable(v.boolean()),
  withinMetres: v.nullable(whole(1, MOST_IN_SCENARIO.within)),
  share: Share,
})

const InjectShape = v.pipe(
  v.strictObject({
    id: Id,
    kind: v.picklist(INJECT_KINDS),
    when: Condition,
    at: v.nullable(Position),
    site: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.check(isCleanText))),
    minutes: v.nullable(whole(1, MOST_IN_SCENARIO.helping)),
  }),
  v.check(({ kind, site }) => site === null || kind === 'siteFull', 'site'),
  v.check(({ kind, minutes }) => (minutes !== null) === (kind === 'neighbour'), 'minutes'),
  // Near no place it would never come, and a stretch that is chosen when it comes has no place before.
  v.check(({ kind, when, at }) => when.withinMetres === null || at !== null || kind === 'siteFull', 'place'),
)

const Point = v.strictObject({ minute: Minute, share: Share })

const Water = v.variant('kind', [
  v.strictObject({
    kind: v.literal('series'),
    name: Id,
    fromMinute: whole(-MOST_IN_SCENARIO.minutes, MOST_IN_SCENARIO.minutes),
  }),
  v.strictObject({
    kind: v.literal('rise'),
    hazards: some(HAZARD_KINDS),
    curve: v.pipe(
      list(Point, MOST_IN_SCENARIO.curve, 1),
      v.check((curve) => rises(curve), 'curve'),
    ),
  }),
  v.strictObject({ kind: v.literal('none') }),
])

/** Each point later than the one before, and no lower. */
function rises(curve: readonly v.InferOutput<typeof Point>[]): boolean {
  return curve.every(({ minute, share }, index) => {
    const before = curve[index - 1]
    return before === undefined || (minute > before.minute && share >= before.share)
  })
}

const Fields = v.strictObject({
  v: v.literal(SCENARIO_VERSION),
  area: v.nullable(AreaCode),
  id: Id,
  hazard: v.picklist(TIMELINE_HAZARDS),
  modes: some(DRILL_MODES),
  groups: some(DRILL_GROUPS),
  title: Titles,
  minutes: whole(1, MOST_IN_SCENARIO.minutes),
  speed: whole(1, MOST_IN_SCENARIO.speed),
  startsAt: v.nullable(whole(0, 23)),
  signals: list(Signal, MOST_IN_SCENARIO.signals),
  water: Water,
  injects: list(InjectShape, MOST_IN_SCENARIO.injects),
  seed: whole(0, 0xffff_ffff),
})
type Fields = v.InferOutput<typeof Fields>

/** Signals come one after the other, each once, and only such as are given for this danger. */
function hasSignalsInOrder({ signals, hazard }: Fields): boolean {
  const isRising = signals.every(({ minute }, index) => minute >= (signals[index - 1]?.minute ?? 0))
  const isOwn = signals.every(({ trigger }) => triggerOf(trigger).hazards.includes(hazard))
  return isRising && isOwn && new Set(signals.map(({ trigger }) => trigger)).size === signals.length
}

/** What lies behind the end would never come. */
function isWithinItsTime({ minutes, signals, injects, water }: Fields): boolean {
  const curve = water.kind === 'rise' ? water.curve : []
  return (
    [...signals, ...curve].every(({ minute }) => minute <= minutes) &&
    injects.every(({ when }) => when.fromMinute <= minutes)
  )
}

/** Any area has its own places, sites and series: a scenario for all of them can name none. */
const namesNoPlace = ({ area, injects, water }: Fields): boolean =>
  area !== null || (water.kind !== 'series' && injects.every(({ at, site }) => at === null && site === null))

/** A scenario as it comes from outside; what comes out is in the normal form. Checks that name a rule say so in `message`. */
export const ScenarioShape = v.pipe(
  Fields,
  v.check(hasSignalsInOrder, 'signals'),
  v.check(isWithinItsTime, 'minutes'),
  v.check(namesNoPlace, 'area'),
  v.check(({ injects }) => new Set(injects.map(({ id }) => id)).size === injects.length, 'ids'),
)
