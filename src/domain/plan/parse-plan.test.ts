import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMark, anEmptyPlan, anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { parsePlan } from './parse-plan.ts'
import { MOST, type Plan } from './plan.ts'

const refusal = (value: unknown) => {
  const plan = parsePlan(value)
  return plan.ok ? 'read' : `${plan.reason} ${plan.detail ?? ''}`.trim()
}

describe('a plan is read', () => {
  it('as it was written: the plans of the tests', () => {
    expect(parsePlan(aPlan())).toEqual({ ok: true, value: aPlan() })
    expect(parsePlan(anEmptyPlan())).toEqual({ ok: true, value: anEmptyPlan() })
  })

  it('as it was written: any plan, which is left untouched', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(parsePlan(freezeDeep(JSON.parse(JSON.stringify(plan))))).toEqual({ ok: true, value: plan })
      }),
    )
  })

  it('with its positions rounded to 0.1 m, without a zero below zero', () => {
    const plan = parsePlan(aPlan({ places: [{ ...aPlan().places[0]!, at: [135.01851234567, -1e-9] }] }))
    expect(plan.ok && plan.value.places[0]?.at).toEqual([135.018512, 0])
  })

  it('with its steps in the order of reading', () => {
    const [timeline] = aPlan().timelines
    const turned = aPlan({ timelines: [{ hazard: 'flood', steps: timeline!.steps.toReversed() }] })
    const plan = parsePlan(turned)
    expect(plan.ok && plan.value.timelines[0]?.steps.map(({ id }) => id)).toEqual([
      'i18',
      'i20',
      'i19',
      'i21',
      'i22',
    ])
  })
})

describe('what is no plan is refused whole', () => {
  const hostile = JSON.parse(JSON.stringify(aPlan()).replace('{', '{"__proto__":{"kit":[]},')) as unknown
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'notAPlan'],
    ['a list', [], 'notAPlan'],
    ['another format', { format: 'x', version: 1 }, 'notAPlan'],
    ['no version', { format: 'minna-plan' }, 'notAPlan'],
    ['version 0', { format: 'minna-plan', version: 0 }, 'notAPlan'],
    ['a version in words', { format: 'minna-plan', version: '1' }, 'notAPlan'],
    ['a version beyond all', { format: 'minna-plan', version: Infinity }, 'notAPlan'],
    ['a newer version', { ...aPlan(), version: 2 }, 'newerVersion version 2'],
    ['an inherited format', Object.create({ format: 'minna-plan', version: 1 }), 'notAPlan'],
    ['a prototype of its own', hostile, 'brokenPlan __proto__'],
    ['an unknown field', { ...aPlan(), closures: [] }, 'brokenPlan closures'],
    ['a missing field', (({ kit: _, ...rest }) => rest)(aPlan()), 'brokenPlan kit'],
  ])('%s', (_, value, expected) => {
    expect(refusal(value)).toBe(expected)
  })

  it.each<[string, Partial<Plan>, string]>([
    ['no name', { name: '' }, 'name'],
    ['a name with a turned direction', { name: 'a\u202eb' }, 'name'],
    ['a long name', { name: 'a'.repeat(61) }, 'name'],
    ['a short id', { id: 'x' }, 'id'],
    ['a time in fractions', { changedAt: 0.5 }, 'changedAt'],
    ['no time', { changedAt: NaN }, 'changedAt'],
    [
      'a floor above the roof',
      { places: [place({ building: { storeys: 1, floor: 2, structure: 'wood', stockHours: null } })] },
      'places.0.building',
    ],
    ['a place beyond the pole', { places: [place({ at: [0, 90.1] })] }, 'places.0.at.1'],
    ['a place that is nowhere', { places: [place({ at: [NaN, 0] })] }, 'places.0.at.0'],
    ['a member that is not there', { places: [place({ members: ['i99'] })] }, 'references'],
    [
      'an area of two corners',
      {
        marks: [
          aMark({
            shape: {
              type: 'area',
              ring: [
                [0, 0],
                [1, 1],
              ],
            },
          }),
        ],
      },
      'marks.0.shape.ring',
    ],
    ['a day that is not', { kit: [{ ...aPlan().kit[0]!, expires: '2027-02-29' }] }, 'kit.0.expires'],
    [
      'two timelines of one danger',
      { timelines: [aPlan().timelines[0]!, { hazard: 'flood', steps: [] }] },
      'timelines',
    ],
    ['one id for two things', { marks: [aMark({ id: 'i1' })] }, 'ids'],
    ['a route to nowhere', { destinations: [] }, 'references'],
    ['an email for a phone', { contacts: [{ ...aPlan().contacts[0]!, phone: 'a@b' }] }, 'contacts.0.phone'],
    ['too many photos', { marks: photos(MOST.photos + 1) }, 'photos'],
    ['too many marks', { marks: Array.from({ length: 301 }, () => 5 as never) }, 'marks'],
  ])('%s', (_, change, where) => {
    expect(refusal(aPlan(change))).toBe(`brokenPlan ${where}`)
  })

  it('but as many photos as fit are read', () => {
    expect(refusal(aPlan({ marks: photos(MOST.photos) }))).toBe('read')
  })

  it('anything else, without a throw or a trace', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (value) => {
        expect(withoutPollution(() => parsePlan(value)).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('any value in place of any part of a plan, or it is a plan', () => {
    const keys = Object.keys(aPlan()) as (keyof Plan)[]
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        const plan = withoutPollution(() => parsePlan({ ...aPlan(), [key]: value }))
        if (plan.ok) expect(parsePlan(structuredClone(plan.value))).toEqual(plan)
      }),
      { numRuns: 1000 },
    )
  })
})

function place(change: Partial<Plan['places'][number]>): Plan['places'][number] {
  return { ...aPlan().places[0]!, ...change }
}

function photos(count: number): Plan['marks'] {
  return Array.from({ length: count }, (_, index) =>
    aMark({ id: `m${index}`, photo: { id: 'photo00000000001', width: 1, height: 1 } }),
  )
}
