import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyPlan } from '#tests/support/a-plan.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS } from '#domain/timeline/trigger.ts'
import { parsePlan } from '../parse-plan.ts'
import { MOST, QUESTIONS, type Plan } from '../plan.ts'
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
import { changeHousehold, changePlanHead, noteQuestion, together } from './edit-plan.ts'
import {
  addStep,
  changeStep,
  clearDone,
  moveStep,
  placeStep,
  removeStep,
  removeTimeline,
  setTimeline,
} from './edit-timeline.ts'
import { idsOf, nextId } from './next-id.ts'

const LISTS: readonly ListName[] = ['members', 'places', 'destinations', 'marks', 'routes', 'contacts', 'kit']

/** What a person does next, before it is known to which plan: numbers choose among what is there, or what is gone. */
type Deed = {
  readonly what: string
  readonly list: ListName
  readonly pick: number
  readonly other: number
  readonly text: string
  readonly plan: Plan
}

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    'add',
    'change',
    'remove',
    'move',
    'set',
    'name',
    'household',
    'question',
    'addStep',
    'changeStep',
    'removeStep',
    'moveStep',
    'placeStep',
    'setTimeline',
    'removeTimeline',
    'clearDone',
    'together',
  ),
  list: fc.constantFrom(...LISTS),
  pick: fc.nat({ max: 400 }),
  other: fc.nat({ max: 400 }),
  text: fc.string({ unit: 'grapheme', maxLength: 80 }),
  plan: anyPlan,
})

const at = <T>(all: readonly T[], pick: number): T | undefined => all[pick % (all.length + 1)]

/** The edit that a deed is for this plan. Entries come from another plan, so what they name is often not there. */
function editFor(deed: Deed, plan: Plan): Edit {
  const { what, list, pick, other, text } = deed
  const entry = at(entriesOf(deed.plan, list), pick)
  const id = at(idsOf(plan), pick) ?? 'gone'
  const hazard = TIMELINE_HAZARDS[pick % TIMELINE_HAZARDS.length]!
  const steps = deed.plan.timelines.flatMap((one) => one.steps)
  const step = at(steps, other)
  const member = at(plan.household.members, other)
  const trigger = TRIGGER_IDS[other % TRIGGER_IDS.length]!
  const edits: Readonly<Record<string, Edit>> = {
    add: entry === undefined ? clearDone : addEntry(list, entry),
    change: changeEntry(list, id, list === 'kit' ? { packed: pick % 2 === 0 } : { name: text }),
    remove: removeEntry(list, id),
    move: moveEntry(list, id, (other % 7) - 3),
    set: setEntries('kit', deed.plan.kit),
    name: changePlanHead({ name: text }),
    household: changeHousehold({ readyMinutes: other * 5, car: null }),
    question: noteQuestion(QUESTIONS[pick % QUESTIONS.length]!, other % 2 ? 'answered' : 'skipped'),
    addStep:
      step === undefined ? clearDone : addStep(hazard, { ...step, who: member ? [member.id] : ['gone'] }),
    changeStep: changeStep(hazard, id, { trigger, done: true }),
    removeStep: removeStep(hazard, id),
    moveStep: moveStep(hazard, id, other % 2 ? 1 : -1, TRIGGER_IDS),
    placeStep: placeStep(hazard, id, trigger, at(idsOf(plan), other) ?? null),
    setTimeline: setTimeline(
      hazard,
      steps.slice(0, MOST.steps + 1).map((one) => ({ ...one, who: [] })),
    ),
    removeTimeline: removeTimeline(hazard),
    clearDone,
    together: together(removeEntry(list, id), changePlanHead({ name: text })),
  }
  return edits[what]!
}

it('any edits, one after the other, leave a plan that can be read; what is refused changes nothing', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(anyDeed, { maxLength: 12, size: 'max' }), (first, deeds) => {
      let plan = first
      deeds.forEach((deed, index) => {
        freezeDeep(plan)
        const foretold = nextId(plan)
        const edited = editFor(deed, plan)(plan, plan.changedAt + index)
        if (!edited.ok) {
          expect(['notThere', 'full', 'badValue']).toContain(edited.reason)
          return
        }
        const { value } = edited
        expect(parsePlan(structuredClone(value))).toEqual({ ok: true, value })
        expect([value.id, value.createdAt]).toEqual([first.id, first.createdAt])
        expect(value.changedAt).toBeGreaterThanOrEqual(plan.changedAt)
        if (value !== plan) expect({ ...value, changedAt: 0 }).not.toEqual({ ...plan, changedAt: 0 })
        const added = idsOf(value).filter((id) => !idsOf(plan).includes(id))
        if (added.length > 0) expect(added).toContain(foretold)
        plan = value
      })
    }),
    { numRuns: 150 },
  )
})

it('any edit can be done again on the plan that it made: it is refused, or leaves a plan', () => {
  fc.assert(
    fc.property(anyPlan, anyDeed, (plan, deed) => {
      const edit = editFor(deed, plan)
      const once = edit(freezeDeep(plan), 1)
      if (!once.ok) return
      const twice = edit(freezeDeep(once.value), 1)
      if (twice.ok) expect(parsePlan(structuredClone(twice.value))).toEqual(twice)
      const repeatable = [
        'remove',
        'removeStep',
        'removeTimeline',
        'clearDone',
        'name',
        'household',
        'changeStep',
        'change',
      ]
      if (repeatable.includes(deed.what) && twice.ok) expect(twice.value).toBe(once.value)
    }),
    { numRuns: 300 },
  )
})
