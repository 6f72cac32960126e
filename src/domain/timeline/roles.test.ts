import { describe, expect, it } from 'vitest'
import type { Member, Plan } from '../plan/plan.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { aLandslide, aRisk } from '#tests/support/a-risk.ts'
import { someFacts } from '#tests/support/some-facts.ts'
import { serviceOf } from './choose-destination.ts'
import { draftTimeline } from './draft-timeline.ts'
import { accompanied, groupsOf, helpersOf, idsOf } from './household-roles.ts'
import { orderOf } from './trigger.ts'

const person = (id: string, ...needs: Member['needs']): Member => ({
  id,
  name: id,
  kind: 'adult',
  needs,
  speed: null,
})
const family = (...members: Member[]): Plan =>
  aPlan({ household: { members, car: true, readyMinutes: null }, places: [], contacts: [], timelines: [] })

describe('who goes with whom', () => {
  it('a carer goes with those who need time, before another adult does', () => {
    const plan = family(person('adult'), person('carer', 'carer'), person('old', 'elderly'))
    expect(idsOf(helpersOf(plan))).toEqual(['carer', 'adult'])
    expect(groupsOf(plan)).toEqual({ first: ['carer', 'old'], later: ['adult'] })
    expect(accompanied(plan, plan.household.members.slice(2))).toEqual(['carer', 'old'])
  })

  it('all together where those who are left could not go by themselves', () => {
    const child: Member = { ...person('child'), kind: 'child' }
    expect(groupsOf(family(person('adult'), person('old', 'elderly'), child))).toEqual({
      first: [],
      later: null,
    })
    expect(groupsOf(family(person('old', 'elderly')))).toEqual({ first: [], later: null })
  })

  it('an animal neither helps nor is waited for', () => {
    const dog: Member = { ...person('dog'), kind: 'pet' }
    expect(groupsOf(family(person('adult'), person('old', 'elderly'), dog))).toEqual({
      first: [],
      later: null,
    })
  })

  it('nobody helps whoever can help themselves', () => {
    const plan = family(person('adult'), person('other', 'medicine'))
    expect(accompanied(plan, plan.household.members.slice(1))).toEqual(['other'])
  })
})

it('upstairs never serves in a tsunami, not even where none is published', () => {
  const upstairs = {
    meant: true,
    zone: 'upstairs',
    worst: null,
    designated: null,
    stay: 'stayPossible',
  } as const
  expect(serviceOf({ ...upstairs, hazard: 'flood' })).toBe('serves')
  expect(serviceOf({ ...upstairs, hazard: 'tsunami' })).toBe('fails')
})

it('what is prepared stands before a leaving that was drawn forward', () => {
  const plan = aPlan({ household: { ...aPlan().household, readyMinutes: 800 }, destinations: [] })
  const steps = draftTimeline(plan, someFacts(plan, { risk: aRisk(aLandslide('warning')) }), 'landslide')
  const at = steps.findIndex(({ what }) => what.type === 'code' && what.code === 'leaveNeedsTime')
  expect(steps[at]?.trigger).toBe('forecast1d')
  const after = steps.slice(at + 1).map(({ what }) => (what.type === 'code' ? what.code : ''))
  for (const code of ['fetchFromSchool', 'getDressed', 'preparePets', 'callHelper', 'tellNeighbours'])
    expect(after).not.toContain(code)
  expect(
    steps.every(
      ({ trigger }, index) =>
        index === 0 || orderOf(trigger) >= orderOf(steps[index - 1]?.trigger ?? trigger),
    ),
  ).toBe(true)
})
