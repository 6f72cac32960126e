import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMark, anEmptyPlan, anyPlan, aPlan, PLAN_HOME, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { ALIKE, ALIKE_STEPS, findPartners } from './alike.ts'
import { entriesOf, type ListName } from './edits/edit-lists.ts'
import { COMPARED, comparePlans, mergePlan } from './merge-plan.ts'
import { parsePlan } from './parse-plan.ts'
import { MOST, type Plan } from './plan.ts'

const NOW = PLAN_MADE_AT + 60_000
const LISTS = ['members', 'places', 'destinations', 'marks', 'routes', 'contacts', 'kit'] as const

const merged = (mine: Plan, theirs: Plan): Plan => {
  const plan = mergePlan(mine, theirs, NOW)
  if (!plan.ok) throw new Error(plan.reason)
  return plan.value
}

/** Metres to degrees of latitude. */
const metres = (count: number) => count / 111_195

describe('a merge', () => {
  it('of an empty plan with a full one has everything, not done and not packed', () => {
    const plan = merged(anEmptyPlan(), aPlan())
    expect(LISTS.map((list) => entriesOf(plan, list).length)).toEqual([5, 4, 2, 3, 1, 2, 2])
    expect(plan.timelines[0]?.steps.map(({ done }) => done)).toEqual([false, false, false, false, false])
    expect(plan.kit.map(({ packed }) => packed)).toEqual([false, false])
    expect(plan).toMatchObject({ id: 'emptyplan0000001', name: 'わが家', area: null, hazards: null })
    expect(plan.changedAt).toBe(NOW)
  })

  it('keeps who does what, who calls, who is where and where a route leads', () => {
    const mine = anEmptyPlan({ marks: [aMark({ id: 'i1' })] })
    const plan = merged(mine, aPlan())
    const nameOf = (id: string | null | undefined) =>
      plan.household.members.find((member) => member.id === id)?.name
    expect(plan.places[0]?.members.map(nameOf)).toEqual(['ばあば', 'みお', 'ポチ'])
    expect(plan.contacts.map(({ caller }) => nameOf(caller))).toEqual(['花子', undefined])
    expect(plan.timelines[0]?.steps[2]?.who.map(nameOf)).toEqual(['花子', 'そら'])
    expect(plan.routes[0]?.destination).toBe(plan.destinations[0]?.id)
  })

  it('never changes what is mine', () => {
    const mine = aPlan({ marks: [aMark({ note: 'mine' })] })
    const theirs = aPlan({ marks: [aMark({ note: 'theirs' }), aMark({ id: 'i13', kind: 'river' })] })
    const plan = merged(mine, theirs)
    expect(plan.marks.map(({ note }) => note)).toEqual(['mine', '雨の日は通らない'])
  })

  it('takes a mark 4 m away for the same, one 6 m away for another', () => {
    const [lng, lat] = PLAN_HOME
    const at = (north: number) =>
      anEmptyPlan({ marks: [aMark({ shape: { type: 'point', at: [lng, lat + metres(north)] } })] })
    expect(merged(at(0), at(4)).marks).toHaveLength(1)
    expect(merged(at(0), at(6)).marks).toHaveLength(2)
  })

  it('brings in the home of another family as another place, once', () => {
    const aunt = anEmptyPlan({
      places: [
        {
          id: 'i1',
          kind: 'home',
          name: '叔母の家',
          at: [135.05, 30.04],
          building: null,
          members: [],
          note: '',
        },
      ],
    })
    const plan = merged(aPlan(), aunt)
    expect(plan.places.map(({ kind }) => kind)).toEqual(['home', 'school', 'work', 'parents', 'other'])
    expect(merged(plan, aunt)).toBe(plan)
    expect(merged(anEmptyPlan(), aunt).places[0]?.kind).toBe('home')
  })

  it('takes what they tell twice once', () => {
    const twice = [aMark({ id: 'i1' }), aMark({ id: 'i2', note: 'again' })]
    expect(merged(anEmptyPlan(), anEmptyPlan({ marks: twice })).marks.map(({ note }) => note)).toEqual([
      '雨の日は通らない',
    ])
  })

  it('leads a route of theirs to the goal that both have', () => {
    const goal = aPlan().destinations[0]!
    const goals = [
      { ...goal, id: 'i20' },
      { ...goal, id: 'i21' },
    ]
    const route = { ...aPlan().routes[0]!, id: 'i30', destination: 'i21' }
    const plan = merged(anEmptyPlan(), anEmptyPlan({ destinations: goals, routes: [route] }))
    expect(plan.destinations).toHaveLength(1)
    expect(plan.routes[0]?.destination).toBe(plan.destinations[0]?.id)
  })

  it('counts two children without a name as two', () => {
    const child = { name: '', kind: 'child' as const, needs: [], speed: null }
    const family = (children: number) =>
      anEmptyPlan({
        household: {
          members: Array.from({ length: children }, (_, index) => ({ id: `i${index + 1}`, ...child })),
          car: null,
          readyMinutes: null,
        },
      })
    expect(merged(family(1), family(2)).household.members).toHaveLength(2)
    expect(merged(family(3), family(2)).household.members).toHaveLength(3)
  })

  it('plans for a danger for which steps came in', () => {
    const mine = aPlan({ hazards: ['landslide'], timelines: [] })
    expect(merged(mine, aPlan()).hazards).toEqual(['landslide', 'flood'])
    expect(merged(aPlan({ hazards: null, timelines: [] }), aPlan()).hazards).toBeNull()
  })

  it('is refused whole when not everything fits', () => {
    const many = Array.from({ length: MOST.marks }, (_, index) =>
      aMark({ id: `m${index}`, name: `${index}` }),
    )
    expect(mergePlan(anEmptyPlan({ marks: many }), aPlan(), NOW)).toMatchObject({
      ok: false,
      reason: 'full',
      detail: 'marks',
    })
  })
})

describe('of any two plans', () => {
  it('a merge with itself is the very same plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(merged(plan, structuredClone(plan))).toBe(plan)
      }),
    )
  })

  it('the merge is a plan, holds all of mine as it was and all of theirs, and a second merge changes nothing', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (mine, theirs) => {
        freezeDeep(mine)
        freezeDeep(theirs)
        const plan = mergePlan(mine, theirs, NOW)
        if (!plan.ok) {
          expect(plan.reason).toBe('full')
          return
        }
        expect(parsePlan(structuredClone(plan.value))).toEqual(plan)
        for (const list of LISTS) expectBoth(list, plan.value, mine, theirs)
        for (const { hazard, steps } of theirs.timelines) {
          const now = plan.value.timelines.find((one) => one.hazard === hazard)?.steps ?? []
          expect(findPartners(now, steps, ALIKE_STEPS).every(({ like }) => like !== null)).toBe(true)
        }
        expect(merged(plan.value, theirs)).toBe(plan.value)
      }),
    )
  })

  it('a merge with a copy that bears other ids and another order is the very same plan', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const copy = merged(anEmptyPlan(), plan)
        const turned: Plan = {
          ...copy,
          household: { ...copy.household, members: copy.household.members.toReversed() },
          marks: copy.marks.toReversed(),
          contacts: copy.contacts.toReversed(),
          kit: copy.kit.toReversed(),
        }
        expect(merged(plan, turned)).toBe(plan)
      }),
    )
  })

  it('the comparison foretells the merge, and its counts sum to theirs', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (mine, theirs) => {
        const counts = comparePlans(mine, theirs)
        const plan = mergePlan(mine, theirs, NOW)
        for (const list of COMPARED) {
          const { new: added, other, same } = counts[list]
          expect(added + other + same).toBe(lengthOf(theirs, list))
          if (plan.ok) expect(lengthOf(plan.value, list)).toBe(lengthOf(mine, list) + added)
        }
      }),
    )
  })

  it('compared with itself all is the same', () => {
    const counts = comparePlans(aPlan(), aPlan())
    expect(COMPARED.map((list) => counts[list])).toEqual(
      [5, 4, 2, 3, 1, 2, 5, 2].map((same) => ({ new: 0, other: 0, same })),
    )
  })
})

it('the comparison tells what says something else', () => {
  const [contact, ...others] = aPlan().contacts
  const theirs = aPlan({ contacts: [{ ...contact!, note: 'other' }, ...others] })
  expect(comparePlans(aPlan(), theirs).contacts).toEqual({ new: 0, other: 1, same: 1 })
})

const lengthOf = (plan: Plan, list: ListName | 'steps'): number =>
  list === 'steps'
    ? plan.timelines.reduce((sum, { steps }) => sum + steps.length, 0)
    : entriesOf(plan, list).length

function expectBoth(list: ListName, plan: Plan, mine: Plan, theirs: Plan): void {
  const now = entriesOf(plan, list)
  expect(now.slice(0, entriesOf(mine, list).length)).toEqual(entriesOf(mine, list))
  const alike = ALIKE[list] as (typeof ALIKE)['kit']
  const asked = (list === 'places' ? placesNow(mine, theirs) : entriesOf(theirs, list)) as Plan['kit']
  expect(findPartners(now as Plan['kit'], asked, alike).every(({ like }) => like !== null)).toBe(true)
}

/** A home of theirs that is none of mine is looked for as another place. */
const placesNow = (mine: Plan, theirs: Plan) =>
  mine.places.some(({ kind }) => kind === 'home')
    ? theirs.places.filter(({ kind }) => kind !== 'home')
    : theirs.places
