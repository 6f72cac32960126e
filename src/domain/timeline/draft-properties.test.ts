import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Plan } from '../plan/plan.ts'
import { setTimeline, type NewStep } from '../plan/edits/edit-timeline.ts'
import { needsTimeOf } from '../plan/household.ts'
import { anyCase, anyWetCase } from '#tests/support/some-facts.ts'
import { checkPlan } from './check-plan.ts'
import { LEAVING } from './check-steps.ts'
import { draftTimeline } from './draft-timeline.ts'
import { leaveBy } from './leave-by.ts'
import { redraft } from './redraft.ts'
import { STEP_CODES, type StepCode } from './step-code.ts'
import { levelsOf, stepsDue } from './steps-due.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS, triggerOf, triggersOf, type TimelineHazard } from './trigger.ts'

const anyHazard = fc.constantFrom(...TIMELINE_HAZARDS)
const hasCode = ({ what }: Pick<NewStep, 'what'>, codes: readonly StepCode[]): boolean =>
  what.type === 'code' && codes.includes(what.code)
const order = ({ trigger }: Pick<NewStep, 'trigger'>): number => TRIGGER_IDS.indexOf(trigger)

/** What a home stands in, straight from the answers: an oracle beside `decideStay`. */
const zonesAt = (facts: Parameters<typeof draftTimeline>[1]): ReadonlySet<string> =>
  new Set(
    (facts.home?.risk?.hazards ?? []).filter(({ answer }) => answer === 'hazard').map(({ kind }) => kind),
  )

const KINDS: Readonly<Record<TimelineHazard, readonly string[]>> = {
  flood: ['flood', 'inlandFlood', 'pond', 'houseCollapse'],
  landslide: ['landslide'],
  stormSurge: ['stormSurge'],
  tsunami: ['tsunami'],
}

describe('any draft', () => {
  it('never waits for level 5 to leave', () => {
    fc.assert(
      fc.property(anyCase, anyHazard, ({ plan, facts }, hazard) => {
        for (const step of draftTimeline(plan, facts, hazard))
          if (hasCode(step, [...LEAVING, 'goUpstairsEarly', 'leaveOnSigns']))
            expect(triggerOf(step.trigger).level).not.toBe(5)
      }),
    )
  })

  it('leaves by level 4, by level 3 where somebody needs time, and never later than reckoned', () => {
    fc.assert(
      fc.property(anyCase, anyHazard, ({ plan, facts }, hazard) => {
        const steps = draftTimeline(plan, facts, hazard)
        const going = steps.filter((step) => hasCode(step, ['leaveNeedsTime', 'leaveAll', 'goUpstairsEarly']))
        if (hazard === 'tsunami') return
        const latest = needsTimeOf(plan).length > 0 ? 'city3' : 'city4'
        expect(going.length).toBeGreaterThan(0)
        expect(Math.min(...going.map(order))).toBeLessThanOrEqual(TRIGGER_IDS.indexOf(latest))
        expect(Math.max(...going.map(order))).toBeLessThanOrEqual(TRIGGER_IDS.indexOf('city4'))
        const by = leaveBy(plan, facts, hazard)
        expect(Math.min(...going.map(order))).toBeLessThanOrEqual(
          TRIGGER_IDS.indexOf(
            steps.some((step) => hasCode(step, ['goUpstairsEarly'])) ? by.latest : by.trigger,
          ),
        )
      }),
    )
  })

  it('goes to height at once where a tsunami may come', () => {
    fc.assert(
      fc.property(anyCase, ({ plan, facts }) => {
        const steps = draftTimeline(plan, facts, 'tsunami')
        expect(
          steps.some(
            (step) => step.trigger === 'tsunamiWarning' && hasCode(step, ['leaveOnWarning', 'leaveSea']),
          ),
        ).toBe(true)
        expect(steps.some((step) => hasCode(step, ['goUpstairsEarly']))).toBe(false)
        const mayCome =
          facts.home?.risk == null || facts.unknown.includes('tsunami') || zonesAt(facts).has('tsunami')
        if (mayCome)
          expect(
            steps.some((step) => step.trigger === 'shakingStops' && hasCode(step, ['leaveToHeight'])),
          ).toBe(true)
      }),
    )
  })

  it('plans to go upstairs only where the building was told, in water, outside landslide and collapse zones', () => {
    let times = 0
    fc.assert(
      fc.property(fc.oneof(anyWetCase, anyCase), anyHazard, ({ plan, facts }, hazard) => {
        const steps = draftTimeline(plan, facts, hazard)
        if (!steps.some((step) => hasCode(step, ['goUpstairsEarly']))) return
        times += 1
        const zones = zonesAt(facts)
        expect(zones.has('landslide')).toBe(false)
        expect(zones.has('houseCollapse')).toBe(false)
        expect(KINDS[hazard].some((kind) => zones.has(kind))).toBe(true)
        expect(facts.home?.place.building).not.toBeNull()
        for (const { hazard: kind, result } of facts.home?.stay?.hazards ?? [])
          if (KINDS[hazard].includes(kind) && !(kind === 'pond' && result === 'notKnown'))
            expect(result).toBe('stayPossible')
      }),
      { numRuns: 400 },
    )
    expect(times).toBeGreaterThan(0)
  })

  it('stands in the order of the axis of its danger, and bids no step twice at one trigger', () => {
    fc.assert(
      fc.property(anyCase, anyHazard, ({ plan, facts }, hazard) => {
        const steps = draftTimeline(plan, facts, hazard)
        expect(steps.map(order)).toEqual(steps.map(order).toSorted((a, b) => a - b))
        for (const { trigger } of steps) expect(triggersOf(hazard)).toContain(trigger)
        const keys = steps.map(({ trigger, what, who }) => JSON.stringify([trigger, what, who]))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('fits into a plan, however large: its members exist and its caps hold', () => {
    fc.assert(
      fc.property(anyCase, ({ plan, facts }) => {
        const edited = TIMELINE_HAZARDS.reduce((done, hazard) => {
          const next = setTimeline(hazard, draftTimeline(plan, facts, hazard))(done, done.changedAt)
          expect(next).toMatchObject({ ok: true })
          return next.ok ? next.value : done
        }, plan)
        expect(v.safeParse(Plan, edited).success).toBe(true)
      }),
    )
  })

  it('proposes nothing when it is drafted again, and never a later leaving', () => {
    fc.assert(
      fc.property(anyCase, anyHazard, ({ plan, facts }, hazard) => {
        const own = { trigger: 'city4', what: { type: 'own', text: 'x' }, who: [], done: false } as const
        const drafted = [...draftTimeline(plan, facts, hazard), { ...own, who: [] }]
        const steps = drafted.map((step, index) => ({ ...step, id: `s${index}` }))
        expect(redraft(steps, plan, facts, hazard)).toEqual([])
        for (const change of redraft(
          steps.map((step) => ({ ...step, trigger: 'jma2' as const })),
          plan,
          facts,
          hazard,
        ))
          if (change.type === 'move')
            expect(TRIGGER_IDS.indexOf(change.to)).toBeLessThan(TRIGGER_IDS.indexOf('jma2'))
          else expect(change.type === 'remove' && change.step.what.type === 'own').toBe(false)
      }),
    )
  })
})

describe('any timeline, whatever holds now', () => {
  it('tells each step once: overdue, now, ahead or too late; nobody is sent out at level 5', () => {
    fc.assert(
      fc.property(anyCase, ({ plan }) => {
        for (const timeline of plan.timelines)
          for (const now of levelsOf(timeline.hazard)) {
            const due = stepsDue(timeline, now)
            const all = [...due.overdue, ...due.now, ...due.next, ...due.lapsed].map(({ id }) => id)
            expect(new Set(all).size).toBe(all.length)
            expect(due.overdue.some(({ done }) => done)).toBe(false)
            if (now === 5) expect(due.overdue).toEqual([])
            if (now === 'lifted') expect(due.overdue).toEqual([])
          }
      }),
    )
  })
})

describe('any plan', () => {
  it('is checked without a gap: every warning is of a known place, and a plan with a home is never praised', () => {
    fc.assert(
      fc.property(anyCase, ({ plan, facts }) => {
        const ids = new Set(
          [
            plan.household.members,
            plan.destinations,
            plan.routes,
            plan.marks,
            plan.timelines.flatMap(({ steps }) => steps),
          ]
            .flat()
            .map(({ id }) => id),
        )
        const warnings = checkPlan(plan, facts)
        for (const { about } of warnings) for (const id of about) expect(ids).toContain(id)
        for (const { fix } of warnings)
          if (fix.where === 'thing' && fix.id !== null) expect(ids).toContain(fix.id)
        if (facts.home === null) expect(warnings[0]?.type).toBe('noHome')
      }),
    )
  })
})

it('has codes that are never renamed, moved or reused', () => {
  expect(STEP_CODES.slice(0, 3)).toEqual(['checkForecast', 'checkHazardMap', 'packBag'])
  expect(STEP_CODES).toHaveLength(55)
  expect(STEP_CODES[43]).toBe('agreeMeetingPlace')
  expect(STEP_CODES[54]).toBe('walkTheRoute')
  expect(TRIGGER_IDS.join(' ')).toBe(
    'forecast3d forecast2d forecast1d jma2 river2 jma3 river3 city3 jma4 river4 city4 ownSigns jma5 city5 ' +
      'beforehand shaking shakingStops tsunamiAdvisory tsunamiWarning lifted',
  )
})
