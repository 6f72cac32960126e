import type { Phrase } from '../risk/report.ts'
import { triggerOf, type TimelineHazard } from '../timeline/trigger.ts'
import type { DrillRun } from './drill-run.ts'
import { firstCallOf } from './player.ts'
import type { InjectKind, Scenario } from './scenario.ts'

/**
 * Questions without one right answer, in the manner of 防災ゲーム「クロスロード」 (矢守克也ほか, 2005: two answers, each with its good
 * reasons). In the order in which they come where nothing else decides. An id is never renamed: it stands in runs.
 */
export const DILEMMA_KINDS = [
  'waitForOrder',
  'sleepingChild',
  'byCar',
  'pet',
  'neighbour',
  'underpass',
  'rumour',
  'turnBack',
  'siteFull',
] as const
export type DilemmaKind = (typeof DILEMMA_KINDS)[number]

export type Dilemma = {
  readonly id: DilemmaKind
  readonly kind: DilemmaKind
  /** Of the event; each no earlier than the one before, and all before its end. */
  readonly minute: number
  /** Answered by yes or no. */
  readonly question: Phrase
  /** What speaks for yes, and for no. */
  readonly for: Phrase
  readonly against: Phrase
}

const RAIN: readonly TimelineHazard[] = ['flood', 'landslide', 'stormSurge']

/** Where a question fits not every danger: nobody wakes a child for minutes after an earthquake, and slopes fill no underpass. */
const FITS: { readonly [kind in DilemmaKind]?: readonly TimelineHazard[] } = {
  sleepingChild: RAIN,
  pet: RAIN,
  underpass: ['flood', 'stormSurge'],
}

/** Something that comes between is asked about when it would come. */
const INJECT_OF: { readonly [kind in DilemmaKind]?: InjectKind } = {
  neighbour: 'neighbour',
  rumour: 'rumour',
  siteFull: 'siteFull',
}

/** Share of the time from the first call to the water at which a question comes. Own choice: thinking needs the order of an evacuation. */
const SHARE: { readonly [kind in DilemmaKind]: number } = {
  waitForOrder: 0,
  sleepingChild: 0,
  byCar: 0.1,
  pet: 0.2,
  neighbour: 0.35,
  underpass: 0.5,
  rumour: 0.6,
  turnBack: 0.7,
  siteFull: 0.9,
}

/** The questions of a scenario for a class, in the order of its minutes. The same scenario always asks the same. */
export function dilemmasOf(scenario: Scenario): readonly Dilemma[] {
  return DILEMMA_KINDS.filter((kind) => FITS[kind]?.includes(scenario.hazard) ?? true)
    .map((kind) => ({
      id: kind,
      kind,
      minute: minuteOf(scenario, kind),
      question: { key: `drills:dilemma.${kind}.ask` },
      for: { key: `drills:dilemma.${kind}.for` },
      against: { key: `drills:dilemma.${kind}.against` },
    }))
    .toSorted((a, b) => a.minute - b.minute)
}

function minuteOf(scenario: Scenario, kind: DilemmaKind): number {
  // At its last minute a drill is over.
  const last = Math.max(0, scenario.minutes - 1)
  if (kind === 'waitForOrder') return Math.min(beforeOrder(scenario), last)
  const call = firstCallOf(scenario) ?? 0
  const inject = scenario.injects.find((one) => one.kind === INJECT_OF[kind])
  const share = call + SHARE[kind] * Math.max(0, waterComes(scenario) - call)
  return Math.min(Math.floor(Math.max(inject?.when.fromMinute ?? share, call)), last)
}

/** Before the city says anything: the minute of the word that came last before its order, or the beginning. */
function beforeOrder({ signals }: Scenario): number {
  const order = signals.findIndex(({ trigger }) => trigger === 'city4' || trigger === 'city5')
  const before = signals
    .slice(0, Math.max(0, order))
    .filter(({ minute }) => minute < (signals[order]?.minute ?? 0))
  return before.findLast(({ trigger }) => triggerOf(trigger).says !== 'city')?.minute ?? 0
}

/** When the water or the mud begins to come; the end, where nothing is told of it. */
function waterComes({ water, minutes }: Scenario): number {
  if (water.kind !== 'rise') return minutes
  const first = water.curve.findIndex(({ share }) => share > 0)
  return water.curve[Math.max(0, first - 1)]?.minute ?? minutes
}

/** How many hands there were for each answer. */
export type Hands = { readonly yes: number; readonly no: number }

/** More than any hall holds. */
export const MOST_HANDS = 999

/** An answer as it stands in a run. */
export const writeHands = (id: DilemmaKind, { yes, no }: Hands): string => `${id}:${yes}:${no}`

/** What was counted last for a question; null = it was not asked. */
export function handsOf({ decisions }: Pick<DrillRun, 'decisions'>, id: DilemmaKind): Hands | null {
  const found = decisions.findLast(
    ({ kind, about }) => kind === 'answer' && about?.startsWith(`${id}:`) === true,
  )
  const [, yes, no] = /^[a-zA-Z]+:(\d{1,3}):(\d{1,3})$/.exec(found?.about ?? '') ?? []
  return yes === undefined || no === undefined ? null : { yes: Number(yes), no: Number(no) }
}
