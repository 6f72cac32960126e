import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEmptyPlan, anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { parsePlan } from './parse-plan.ts'

describe('a plan is read', () => {
  it('as it was written: the plans of the tests', () => {
    expect(parsePlan(aPlan())).toEqual({ ok: true, value: aPlan() })
    expect(parsePlan(anEmptyPlan())).toEqual({ ok: true, value: anEmptyPlan() })
  })

  it('as it was written: any plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan })
      }),
    )
  })
})
