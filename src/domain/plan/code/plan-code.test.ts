import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { encodePlan, type CodeOptions, type EncodedPlan } from './encode-plan.ts'
import { CODE_PARTS, CODE_POSITIONS, USUAL_ROOM } from './layout.ts'
import { normaliseForCode } from './normalise.ts'
import { joinParts, readPlanCode, type PlanPart } from './read-code.ts'
import type { Plan } from '../plan.ts'

const partOf = (text: string): PlanPart => {
  const part = readPlanCode(text)
  if (!part.ok) throw new Error(part.reason)
  return part.value
}
const encoded = (plan: Plan, options: CodeOptions): EncodedPlan => {
  const result = encodePlan(plan, options)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const choices = fc.record({
  parts: fc.constantFrom(...CODE_PARTS),
  position: fc.constantFrom(...CODE_POSITIONS),
})

describe('the code of a plan', () => {
  it('gives back the whole plan', () => {
    const { codes, plan } = encoded(aPlan(), { parts: 'all', position: 'exact' })
    const joined = joinParts(codes.map(({ text }) => partOf(text)))
    console.log(codes.map((c) => c.text.length))
    expect(joined).toMatchObject({
      ok: true,
      value: { plan, parts: 'all', position: 'exact', leftOut: ['photos'] },
    })
    expect(plan).toEqual(normaliseForCode(aPlan(), { parts: 'all', position: 'exact' }))
    console.log(encoded(aPlan(), { parts: 'essential', position: 'exact' }).codes.map((c) => c.text.length))
  })
  it('gives back any plan', () => {
    fc.assert(
      fc.property(anyPlan, choices, (plan, choice) => {
        const result = encodePlan(plan, choice)
        if (!result.ok) return
        const joined = joinParts(result.value.codes.map(({ text }) => partOf(text)))
        expect(joined).toEqual({
          ok: true,
          value: { ...choice, plan: result.value.plan, leftOut: result.value.leftOut },
        })
        for (const { text } of result.value.codes) expect(text.length).toBeLessThanOrEqual(USUAL_ROOM)
      }),
    )
  })
})
