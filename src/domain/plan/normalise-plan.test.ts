import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { normalisePlan, planText, withoutPhotos } from './normalise-plan.ts'
import { parsePlan } from './parse-plan.ts'
import type { Plan } from './plan.ts'

/** The same value with the fields of each object the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, turned(one)]),
  )
}

describe('the normalised plan', () => {
  it('of any plan is a plan, normal already, and forgets the order of fields and of sets', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const normal = normalisePlan(freezeDeep(plan))
        expect(parsePlan(normal)).toEqual({ ok: true, value: normal })
        expect(planText(normal)).toBe(planText(plan))
        const other = {
          ...(turned(plan) as Plan),
          timelines: plan.timelines.toReversed().map((one) => ({
            ...one,
            steps: one.steps.map((step) => ({ ...step, who: [...step.who, ...step.who.toReversed()] })),
          })),
          hazards: plan.hazards?.toReversed() ?? null,
        }
        expect(planText(other)).toBe(planText(plan))
      }),
    )
  })

  it('tells plans apart that say something else', () => {
    expect(planText(aPlan({ name: 'other' }))).not.toBe(planText(aPlan()))
    expect(planText(aPlan({ marks: aPlan().marks.toReversed() }))).not.toBe(planText(aPlan()))
    expect(planText(aPlan({ hazards: null }))).not.toBe(planText(aPlan({ hazards: [] })))
  })

  it('can be had without photos, and nothing else is lost', () => {
    const plan = freezeDeep(aPlan())
    expect(withoutPhotos(plan).marks.map(({ photo }) => photo)).toEqual([null, null, null])
    expect({ ...withoutPhotos(plan), marks: plan.marks }).toEqual(plan)
  })
})
