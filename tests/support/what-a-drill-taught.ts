import fc from 'fast-check'
import { OUTCOMES, type Counterfactual, type DrillResult, type DrillRun } from '#domain/drills/drill-run.ts'
import { applyProposals } from '#domain/drills/plan-feedback.ts'
import type { Learned, Proposal } from '#domain/drills/proposal.ts'
import { DRILL_MODES } from '#domain/drills/scenario.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { PROFILES } from '#domain/routes/profiles.ts'
import { TIMELINE_HAZARDS, triggersOf, type TriggerId } from '#domain/timeline/trigger.ts'
import { aPlan, PLAN_HOME, PLAN_MADE_AT } from './a-plan.ts'
import { aSite } from './an-area.ts'
import { freezeDeep } from './freeze-deep.ts'
import { anyCase, someFacts } from './some-facts.ts'

/** The day after the plan of the tests was made. */
export const DRILL_DAY = PLAN_MADE_AT + 86_400_000

/** The water came ten minutes before grandmother was through. */
export const CAUGHT: DrillResult = {
  outcome: 'caught',
  margin: -10,
  wet: [],
  unknownMetres: 0,
  metres: 900,
  speed: 0.5,
  prepared: 50,
  goal: 'S0001',
}

/** Level 3 at minute 60, level 4 at minute 180; who walked was grandmother. */
export function aRun(change: Partial<DrillRun> = {}, scenario: Partial<DrillRun['scenario']> = {}): DrillRun {
  return {
    scenario: {
      v: 1,
      area: null,
      id: 'river-flood',
      hazard: 'flood',
      modes: ['walk'],
      groups: ['everybody'],
      title: {},
      minutes: 300,
      speed: 1,
      startsAt: null,
      signals: [
        { minute: 0, trigger: 'forecast1d' },
        { minute: 20, trigger: 'jma2' },
        { minute: 60, trigger: 'city3' },
        { minute: 180, trigger: 'city4' },
      ],
      water: { kind: 'none' },
      injects: [],
      seed: 1,
      ...scenario,
    },
    mode: 'walk',
    profile: 'older',
    number: 7,
    home: PLAN_HOME,
    left: 110,
    goal: 'S0001',
    track: [],
    decisions: [],
    gaps: [],
    ended: 150,
    ...change,
  }
}

/** What a drill of the family of the tests taught: nothing of it can be changed. */
export function aLesson(change: Partial<Learned> = {}, plan: Plan = aPlan()): Learned {
  return freezeDeep({
    plan,
    facts: someFacts(plan),
    run: aRun(),
    result: CAUGHT,
    others: [],
    who: 'i2',
    wentWrong: [135.022, 30.007],
    sites: [],
    note: 'Nước ngập ở đây',
    ...change,
  })
}

/** The plan after these changes. Throws where they are refused. */
export const applied = (plan: Plan, accepted: readonly Proposal[]): Plan => {
  const done = applyProposals(plan, accepted, DRILL_DAY)
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

const anyResult: fc.Arbitrary<DrillResult> = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  margin: fc.option(fc.double({ min: -200, max: 200, noNaN: true })),
  wet: fc.constant([]),
  unknownMetres: fc.constant(0),
  metres: fc.double({ min: 0, max: 9000, noNaN: true }),
  speed: fc.option(fc.double({ min: 0, max: 4, noNaN: true })),
  prepared: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
  goal: fc.option(fc.constantFrom('S0001', 'E1', 'gone')),
})
const anyOther: fc.Arbitrary<Counterfactual> = fc.oneof(
  fc.record({ kind: fc.constant('earlier' as const), minutes: fc.nat({ max: 90 }), result: anyResult }),
  fc.record({
    kind: fc.constant('otherSite' as const),
    site: fc.constantFrom('E1', 'E2', 'gone'),
    result: anyResult,
  }),
)
const leaveAt = (trigger: TriggerId): Plan['timelines'][0]['steps'][0] => ({
  id: 'zleave1',
  trigger,
  what: { type: 'code', code: 'leaveAll' },
  who: [],
  done: false,
})

/** Any drill of any family. */
export const anyLesson: fc.Arbitrary<Learned> = fc
  .record({
    told: anyCase,
    hazard: fc.constantFrom(...TIMELINE_HAZARDS),
    minutes: fc.array(fc.nat({ max: 300 }), { maxLength: 4 }),
    left: fc.option(fc.nat({ max: 300 })),
    mode: fc.constantFrom(...DRILL_MODES),
    profile: fc.constantFrom(...PROFILES),
    atHome: fc.boolean(),
    result: anyResult,
    others: fc.array(anyOther, { maxLength: 4 }),
    who: fc.nat({ max: 12 }),
    number: fc.nat({ max: 100 }),
    wentWrong: fc.option(
      fc.tuple(fc.double({ min: 130, max: 136, noNaN: true }), fc.double({ min: 30, max: 34, noNaN: true })),
    ),
    note: fc.string({ maxLength: 600 }),
  })
  .map(
    ({ told: { plan: told, facts }, hazard, minutes, left, mode, profile, atHome, who, number, ...rest }) => {
      const triggers = triggersOf(hazard)
      const leaving = triggers[number % triggers.length]!
      const plan: Plan =
        number % 3 === 0 ? told : { ...told, timelines: [{ hazard, steps: [leaveAt(leaving)] }] }
      const signals = minutes
        .toSorted((a, b) => a - b)
        .map((minute, at) => ({ minute, trigger: triggers[Math.min(at * 3, triggers.length - 1)]! }))
      const home = facts.home?.place.at
      const run = aRun({ left, mode, profile, home: atHome && home ? home : PLAN_HOME }, { hazard, signals })
      const members = plan.household.members
      return {
        plan,
        facts,
        run,
        who: members[who % (members.length + 1)]?.id ?? null,
        sites: [
          aSite({ designated: { ...aSite().designated, landslide: true, tsunami: true } }),
          aSite({ id: 'E2' }),
        ],
        ...rest,
      }
    },
  )
