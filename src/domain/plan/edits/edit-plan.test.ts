import { describe, expect, it } from 'vitest'
import { anEmptyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { MOST, type Plan } from '../plan.ts'
import { changePlan, type Edit } from './change-plan.ts'
import { changeEntry } from './edit-lists.ts'
import { changeHousehold, changePlanHead, noteQuestion, together } from './edit-plan.ts'

const NOW = PLAN_MADE_AT + 60_000
const plan = freezeDeep(aPlan())

const done = (edit: Edit, from: Plan = plan): Plan => {
  const edited = edit(from, NOW)
  if (!edited.ok) throw new Error(edited.reason)
  return edited.value
}

describe('a change of a plan', () => {
  it('notes when, and leaves the old plan as it was', () => {
    const changed = done(changePlanHead({ name: '新しい家' }))
    expect(changed).toEqual({ ...aPlan(), name: '新しい家', changedAt: NOW })
    expect(plan).toEqual(aPlan())
  })

  it('that changes nothing gives the very same plan', () => {
    expect(done(changePlanHead({ name: plan.name, hazards: ['flood'] }))).toBe(plan)
    expect(done(changeHousehold({ car: true }))).toBe(plan)
    const turned = Object.fromEntries(Object.entries(aPlan()).toReversed()) as Plan
    expect(done(changePlanHead({}), turned)).toBe(turned)
  })

  it('is later than the last one, whatever the clock says, and in whole milliseconds', () => {
    const change = (now: number, from: Plan = plan) => {
      const changed = changePlan(from, { name: 'b' }, now)
      return changed.ok && changed.value.changedAt
    }
    expect(change(PLAN_MADE_AT - 5)).toBe(PLAN_MADE_AT + 1)
    expect(change(PLAN_MADE_AT)).toBe(PLAN_MADE_AT + 1)
    expect(change(PLAN_MADE_AT + 5.7)).toBe(PLAN_MADE_AT + 6)
    expect(change(NaN)).toBe(PLAN_MADE_AT + 1)
    expect(change(1e16, aPlan({ changedAt: 8.64e15 }))).toBe(8.64e15)
  })

  it('cannot make it another plan', () => {
    expect(done((one, now) => changePlan(one, { id: 'other00000000000', createdAt: 1 }, now))).toBe(plan)
  })

  it.each<[string, Partial<Plan>, string, string]>([
    ['a name that is too long', { name: 'a'.repeat(61) }, 'badValue', 'name'],
    ['no name', { name: '' }, 'badValue', 'name'],
    [
      'more contacts than fit',
      { contacts: Array.from({ length: 21 }, () => plan.contacts[0]!) },
      'full',
      'contacts',
    ],
    [
      'a member that is not there',
      { contacts: [{ ...plan.contacts[0]!, caller: 'i99' }] },
      'badValue',
      'references',
    ],
    [
      'more photos than fit',
      {
        marks: Array.from({ length: MOST.photos + 1 }, (_, index) => ({
          ...plan.marks[0]!,
          id: `m${index}`,
        })),
      },
      'full',
      'photos',
    ],
  ])('is refused whole: %s', (_, change, reason, detail) => {
    expect(changePlan(plan, change, NOW)).toEqual({ ok: false, reason, detail })
  })
})

describe('the interview', () => {
  it('notes a question once, as it was answered last', () => {
    const skipped = done(noteQuestion('home', 'skipped'))
    expect(skipped.interview).toEqual({ answered: ['building', 'people'], skipped: ['contacts', 'home'] })
    const answered = done(noteQuestion('home', 'answered'), skipped)
    expect(answered.interview).toEqual({ answered: ['building', 'people', 'home'], skipped: ['contacts'] })
  })
})

describe('several edits together', () => {
  it('are one: all of them', () => {
    const both = together(changeHousehold({ car: false }), changeHousehold({ readyMinutes: 5 }))
    expect(done(both)).toMatchObject({ household: { car: false, readyMinutes: 5 }, changedAt: NOW })
    expect(done(together())).toBe(plan)
    const thereAndBack = together(changeHousehold({ car: false }), changeHousehold({ car: true }))
    expect(done(thereAndBack)).toBe(plan)
  })

  it('or none', () => {
    const half = together(changeHousehold({ car: false }), changeEntry('places', 'gone', { note: 'x' }))
    expect(half(plan, NOW)).toEqual({ ok: false, reason: 'notThere' })
  })
})

it('an empty plan can be told everything of the household', () => {
  const told = done(changeHousehold({ car: null, readyMinutes: 1440 }), anEmptyPlan())
  expect(told.household).toEqual({ members: [], car: null, readyMinutes: 1440 })
  expect(changeHousehold({ readyMinutes: 1441 })(plan, NOW)).toMatchObject({ reason: 'badValue' })
})
