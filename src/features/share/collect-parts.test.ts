import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkOfCode } from '#domain/plan/code/code-link.ts'
import { encodePlan } from '#domain/plan/code/encode-plan.ts'
import { normaliseForCode } from '#domain/plan/code/normalise.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { codeTextOf, collectedSoFar, collectPart } from './collect-parts.ts'

const ALL = { parts: 'all', position: 'exact' } as const

/** The whole plan as texts of at most `room` characters. */
function series(plan: Plan, room: number): readonly string[] {
  const encoded = encodePlan(plan, { ...ALL, room })
  if (!encoded.ok) throw new Error('too long')
  return encoded.value.codes.map(({ text }) => text)
}

const five = series(aPlan(), 120)

describe('the parts of a series', () => {
  it('are gathered in any order, twice or more, and make the plan at the end', () => {
    expect(five.length).toBeGreaterThan(2)
    const order = fc
      .shuffledSubarray([...five], { minLength: five.length })
      .chain((once) => fc.array(fc.constantFrom(...once)).map((more) => [...more, ...once]))
    fc.assert(
      fc.property(order, (texts) => {
        let known: readonly string[] = []
        for (const [index, text] of texts.entries()) {
          const collected = collectPart(known, text)
          if (!collected.ok) throw new Error(collected.reason)
          const here = new Set(texts.slice(0, index + 1))
          known = collected.value.texts
          expect(new Set(known)).toEqual(here)
          expect(collected.value.status).toBe(here.size === five.length ? 'complete' : 'incomplete')
          if (collected.value.status === 'complete')
            expect(collected.value.decoded.plan).toEqual(normaliseForCode(aPlan(), ALL))
          else expect(collected.value).toMatchObject({ count: here.size, total: five.length })
        }
      }),
    )
  })

  it('survive being kept as texts', () => {
    expect(collectedSoFar([])).toBeNull()
    expect(collectedSoFar(['nothing'])).toBeNull()
    expect(collectedSoFar([five[1] ?? '', five[1] ?? '', 'nothing'])).toMatchObject({
      ok: true,
      value: { status: 'incomplete', count: 1, total: five.length, texts: [five[1]] },
    })
    expect(collectedSoFar(five)).toMatchObject({ ok: true, value: { status: 'complete' } })
  })

  it('of another plan are refused, and a code that stands alone is read beside them', () => {
    const other = series(aPlan({ name: 'another' }), 120)
    expect(collectPart(five.slice(0, 2), other[0] ?? '')).toMatchObject({ reason: 'otherSeries' })
    const [alone = ''] = series(aPlan({ marks: [], routes: [] }), 3000)
    expect(collectPart(five.slice(0, 2), alone)).toMatchObject({
      ok: true,
      value: { status: 'complete', texts: [alone] },
    })
  })

  it('are refused when they are cut or are something else', () => {
    const [first = ''] = five
    expect(collectPart([], first.slice(0, -3))).toMatchObject({ ok: false })
    expect(collectPart([], 'https://example.org/')).toMatchObject({ reason: 'notOurs' })
    expect(collectPart([], '')).toMatchObject({ reason: 'notOurs' })
  })
})

describe('the text of a code', () => {
  it('is found in a link, in its fragment and alone', () => {
    const [text = ''] = five
    for (const said of [text, ` ${text}\n`, `#/p/${text}`, linkOfCode('https://map.example/app/', text)])
      expect(codeTextOf(said)).toBe(text)
  })

  it('never makes a plan of what anybody types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(collectPart([], typed).ok).toBe(false)
      }),
    )
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const encoded = encodePlan(plan, { parts: 'essential', position: 'none', room: 2900 })
        if (!encoded.ok) return
        const [code] = encoded.value.codes
        expect(collectPart([], code?.text ?? '')).toMatchObject({ ok: true, value: { status: 'complete' } })
      }),
      { numRuns: 30 },
    )
  })
})
