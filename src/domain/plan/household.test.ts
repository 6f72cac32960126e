import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEmptyPlan, anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { NEEDS_TIME, parseHome } from '../stay/home.ts'
import { homeOf, homePlaceOf, needsTimeOf } from './household.ts'
import { newPlan } from './new-plan.ts'
import { parsePlan } from './parse-plan.ts'
import { cleanText } from './text.ts'

describe('the household of a plan', () => {
  it('says once who needs time, in the order of the rule', () => {
    expect(needsTimeOf(aPlan())).toEqual(['elderly', 'infant'])
    expect(needsTimeOf(anEmptyPlan())).toEqual([])
  })

  it('without a car needs time; a car that was not told of is no reason', () => {
    const withCar = (car: boolean | null) =>
      needsTimeOf(anEmptyPlan({ household: { members: [], car, readyMinutes: null } }))
    expect([withCar(false), withCar(true), withCar(null)]).toEqual([['noCar'], [], []])
  })

  it('with its building is what the decision to stay or to leave takes', () => {
    const home = homePlaceOf(aPlan())!
    expect(homeOf(aPlan(), home)).toEqual({
      storeys: 2,
      floor: 2,
      structure: 'wood',
      stockHours: 72,
      household: ['elderly', 'infant'],
    })
    expect(homeOf(aPlan(), { ...home, building: null })).toBeNull()
    expect(homePlaceOf(anEmptyPlan())).toBeNull()
  })

  it('of any plan is one that can be decided for', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const needs = needsTimeOf(plan)
        expect(needs).toEqual(NEEDS_TIME.filter((one) => needs.includes(one)))
        for (const place of plan.places) {
          const home = homeOf(plan, place)
          if (home !== null) expect(parseHome(home)).toEqual({ ok: true, value: home })
        }
      }),
    )
  })
})

describe('a new plan', () => {
  it('with any name is a valid plan in which nothing was told', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{16}$/), fc.string(), fc.nat(), (id, typed, now) => {
        const plan = newPlan(id, cleanText(typed, 60) || 'わが家', '41207', now)
        expect(parsePlan(plan)).toEqual({ ok: true, value: plan })
        expect([plan.createdAt, plan.changedAt]).toEqual([now, now])
      }),
    )
  })

  it('shares nothing with another one', () => {
    const [a, b] = [anEmptyPlan(), anEmptyPlan()]
    expect(a.marks).not.toBe(b.marks)
    expect(a.interview.answered).not.toBe(b.interview.answered)
  })
})
