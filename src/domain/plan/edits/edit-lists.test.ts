import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMark, anEmptyPlan, anyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { parsePlan } from '../parse-plan.ts'
import { MOST, type Plan } from '../plan.ts'
import type { Edit } from './change-plan.ts'
import {
  addEntry,
  changeEntry,
  entriesOf,
  moveEntry,
  removeEntry,
  setEntries,
  type ListName,
} from './edit-lists.ts'
import { idsOf, nextId, nextIds } from './next-id.ts'

const NOW = PLAN_MADE_AT + 60_000
const LISTS = ['members', 'places', 'destinations', 'marks', 'routes', 'contacts', 'kit'] as const
const plan = freezeDeep(aPlan())

const done = (edit: Edit, from: Plan = plan): Plan => {
  const edited = edit(from, NOW)
  if (!edited.ok) throw new Error(`${edited.reason} ${edited.detail ?? ''}`)
  return edited.value
}

const withoutId = <T extends { id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> => rest

const idsIn = (of: Plan, list: ListName) => entriesOf(of, list).map(({ id }) => id)

describe('an entry', () => {
  it.each(LISTS)('of %s is added to the end under the id that was foretold', (list) => {
    const [first] = entriesOf(plan, list)
    const more = done(addEntry(list, first!))
    expect(idsIn(more, list)).toEqual([...idsIn(plan, list), nextId(plan)])
    expect(entriesOf(more, list).at(-1)).toEqual({ ...first, id: nextId(plan) })
    expect(parsePlan(structuredClone(more))).toEqual({ ok: true, value: more })
  })

  it.each(LISTS)('of %s is changed in its place and keeps its id', (list) => {
    const [first, ...others] = entriesOf(plan, list)
    const change = list === 'kit' ? { packed: false } : { name: 'other', id: 'i9999' }
    const changed = done(changeEntry(list, first!.id, change))
    expect(entriesOf(changed, list)).toEqual([{ ...first, ...change, id: first!.id }, ...others])
    expect(changeEntry(list, 'gone', change)(plan, NOW)).toEqual({ ok: false, reason: 'notThere' })
    expect(done(changeEntry(list, first!.id, {}))).toBe(plan)
  })

  it.each(LISTS)('of %s is removed once', (list) => {
    const [first] = idsIn(plan, list)
    const less = done(removeEntry(list, first!))
    expect(idsIn(less, list)).toEqual(idsIn(plan, list).slice(1))
    expect(JSON.stringify(less)).not.toContain(`"${first}"`)
    expect(done(removeEntry(list, first!), less)).toBe(less)
    expect(parsePlan(structuredClone(less))).toEqual({ ok: true, value: less })
  })

  it('that is gone, is named by nothing any more', () => {
    const without = done(removeEntry('members', 'i1'))
    expect(without.places[2]?.members).toEqual([])
    expect(without.contacts[0]?.caller).toBeNull()
    expect(without.timelines[0]?.steps.map(({ who }) => who)).toEqual([[], [], ['i4'], [], []])
    expect(done(removeEntry('destinations', 'i10')).routes[0]?.destination).toBeNull()
  })

  it('is moved as far as there is room', () => {
    const moved = (id: string, by: number) => idsIn(done(moveEntry('places', id, by)), 'places').join(' ')
    expect(moved('i6', 1)).toBe('i7 i6 i8 i9')
    expect(moved('i6', 99)).toBe('i7 i8 i9 i6')
    expect(moved('i9', -2)).toBe('i6 i9 i7 i8')
    expect(done(moveEntry('places', 'i6', -1))).toBe(plan)
    expect(moveEntry('places', 'gone', 1)(plan, NOW)).toEqual({ ok: false, reason: 'notThere' })
  })

  it('too much is refused whole', () => {
    const mark = withoutId(aMark())
    const marks = Array.from({ length: MOST.marks }, (_, index) => aMark({ id: `m${index}` }))
    const full = freezeDeep(anEmptyPlan({ marks }))
    expect(addEntry('marks', mark)(full, NOW)).toEqual({ ok: false, reason: 'full', detail: 'marks' })
    const bad = addEntry('marks', { ...mark, name: 'a\u202eb' })(plan, NOW)
    expect(bad).toEqual({ ok: false, reason: 'badValue', detail: 'marks.3.name' })
  })
})

describe('a whole list', () => {
  it('takes the place of the old one, under new ids', () => {
    const kit = plan.kit.map((item) => ({ ...withoutId(item), packed: false }))
    const set = done(setEntries('kit', kit))
    expect(set.kit.map(({ id }) => id)).toEqual(['i25', 'i26'])
    expect(set.kit.map(({ packed }) => packed)).toEqual([false, false])
    const many = Array.from({ length: MOST.kit + 1 }, () => kit[0]!)
    expect(setEntries('kit', many)(plan, NOW)).toEqual({ ok: false, reason: 'full', detail: 'kit' })
  })
})

describe('the next ids', () => {
  it('are free, whatever ids are there, and one after the other', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 9 }), (any, count) => {
        const ids = nextIds(any, count)
        expect(new Set([...idsOf(any), ...ids]).size).toBe(idsOf(any).length + count)
        expect(ids[0]).toBe(nextId(any))
      }),
    )
  })

  it('do not run out in a plan with the highest numbers', () => {
    let full = freezeDeep(
      anEmptyPlan({ marks: ['i999999999', 'i99999999999', 'i5'].map((id) => aMark({ id })) }),
    )
    const mark = withoutId(aMark())
    for (let count = 0; count < 3; count += 1) full = done(addEntry('marks', mark), full)
    expect(idsIn(full, 'marks').slice(3)).toEqual(['i1000000000', 'i1000000001', 'i1000000002'])
  })
})
