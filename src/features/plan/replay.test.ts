import { describe, expect, it } from 'vitest'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { addEntry, changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { changePlanHead, together } from '#domain/plan/edits/edit-plan.ts'
import { nextId } from '#domain/plan/edits/next-id.ts'
import { parsePlan } from '#domain/plan/parse-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { aMark, aPlan } from '#tests/support/a-plan.ts'
import { replay, type Pending } from './replay.ts'
import { turnBack } from './turn-back.ts'

const done = (plan: Plan, edit: Edit): Plan => {
  const result = edit(plan, 1)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
/** Edits that were made one after the other on a plan. */
function pendingOn(plan: Plan, ...edits: readonly Edit[]): readonly Pending[] {
  let before = plan
  return edits.map((edit) => {
    const one = { edit, before, after: done(before, edit), names: [] }
    before = one.after
    return one
  })
}
const mark = (name: string) => addEntry('marks', aMark({ name }))
const noteOn = (id: string, note: string) => changeEntry('marks', id, { note })
const notes = (plan: Plan) => plan.marks.map(({ name, note }) => `${name}: ${note}`)

describe('edits done again', () => {
  it('are what they were where nothing else happened', () => {
    const plan = aPlan()
    const pending = pendingOn(plan, mark('a'), changePlanHead({ name: 'b' }))
    const again = replay(plan, pending, 1)
    expect(again.plan).toEqual(pending[1]?.after)
    expect(again.refused).toEqual([])
  })

  it('speak of what they added themselves, though another tab gave that id away', () => {
    const plan = aPlan({ marks: [] })
    const id = nextId(plan)
    const newest = done(done(plan, mark('theirs')), noteOn(id, 'of theirs'))
    const edit = together(mark('mine'), noteOn(id, 'of mine'))
    const { plan: merged, pending } = replay(newest, pendingOn(plan, edit, noteOn(id, 'still of mine')), 1)
    expect(notes(merged)).toEqual(['theirs: of theirs', 'mine: still of mine'])
    expect(merged.marks[0]?.id).toBe(id)
    expect(parsePlan(merged).ok).toBe(true)
    const later = done(newest, mark('theirs too'))
    expect(notes(replay(later, pending, 1).plan)).toEqual([
      'theirs: of theirs',
      'theirs too: 雨の日は通らない',
      'mine: still of mine',
    ])
  })

  it.each([
    ['an entry of the kit', 'kit', 'i24'],
    ['another thing', 'contacts', 'i24'],
  ] as const)('find their ids though the highest is gone: %s', (_, list, id) => {
    const base = aPlan()
    const plan =
      list === 'kit'
        ? base
        : {
            ...base,
            kit: [],
            contacts: base.contacts.map((one, index) => (index === 0 ? { ...one, id } : one)),
          }
    const newest = done(plan, removeEntry(list, id))
    const next = nextId(plan)
    const { plan: merged, refused } = replay(
      newest,
      pendingOn(plan, together(mark('mine'), noteOn(next, 'noted'))),
      1,
    )
    expect(refused).toEqual([])
    expect(notes(merged).at(-1)).toBe('mine: noted')
    expect([merged.kit, merged.contacts]).toEqual([newest.kit, newest.contacts])
  })

  it('leave out and tell what cannot be done any more, and do the others', () => {
    const plan = aPlan()
    const newest = done(plan, removeEntry('marks', 'i14'))
    const { plan: merged, refused } = replay(
      newest,
      pendingOn(plan, noteOn('i14', 'x'), noteOn('i12', 'y')),
      1,
    )
    expect(refused).toEqual(['notThere'])
    expect(merged.marks.find(({ id }) => id === 'i12')?.note).toBe('y')
  })
})

describe('turning back', () => {
  const plan = aPlan()

  it('gives the state of before, whatever was changed', () => {
    const edits = [removeEntry('members', 'i1'), mark('a'), changePlanHead({ hazards: null, name: 'b' })]
    for (const edit of edits) {
      const after = done(plan, edit)
      expect(done(after, turnBack(after, plan))).toEqual({ ...plan, changedAt: after.changedAt + 1 })
    }
  })

  it('leaves what another tab changed, added or moved meanwhile', () => {
    const after = done(plan, together(noteOn('i12', 'mine'), mark('mine'), changePlanHead({ name: 'mine' })))
    const newest = done(after, together(noteOn('i12', 'theirs'), mark('theirs'), noteOn('i14', 'theirs')))
    const back = done(newest, turnBack(after, plan))
    expect(back.name).toBe(plan.name)
    expect(back.marks.map(({ id, note }) => `${id} ${note}`)).toEqual([
      'i12 theirs',
      `i13 ${plan.marks[1]?.note ?? ''}`,
      'i14 theirs',
      `i26 ${aMark().note}`,
    ])
  })

  it('brings back what was removed, at its place', () => {
    const after = done(plan, removeEntry('marks', 'i13'))
    expect(done(after, turnBack(after, plan)).marks.map(({ id }) => id)).toEqual(['i12', 'i13', 'i14'])
    const newest = done(after, mark('theirs'))
    expect(done(newest, turnBack(after, plan)).marks.map(({ name }) => name)).toEqual([
      '駅の地下道',
      '田中さん',
      'theirs',
      '',
    ])
  })
})
