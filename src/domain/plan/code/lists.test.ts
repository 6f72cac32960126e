import { expect, it } from 'vitest'
import { TRIGGER_IDS } from '#domain/timeline/trigger.ts'
import golden from '#tests/golden/plan-codes-1.json' with { type: 'json' }
import { KIT_CODES } from '../kit-codes.ts'
import { MARK_KINDS } from '../mark-kinds.ts'
import { Destination, KitItem, type Plan } from '../plan.ts'
import { STEP_CODES } from '#domain/timeline/step-code.ts'
import { KIT_PLACES_IN_CODE, MARKS_IN_CODE, TRIGGERS_IN_CODE, WAYS_IN_CODE } from './lists.ts'

const codeOf = (what: { type: 'code'; code: string } | { type: 'own' }): string =>
  what.type === 'code' ? what.code : ''

it('has a number for everything that a plan can name', () => {
  expect([...TRIGGERS_IN_CODE].sort()).toEqual([...TRIGGER_IDS].sort())
  expect([...MARKS_IN_CODE].sort()).toEqual([...MARK_KINDS].sort())
  expect(WAYS_IN_CODE).toEqual(Destination.entries.by.options)
  expect(KIT_PLACES_IN_CODE).toEqual(KitItem.entries.where.options)
})

it('the codes that were kept name every entry that there was, so that none can move unseen', () => {
  const plan = golden.at(-1)?.plan as unknown as Plan
  expect(plan.kit.map(({ what }) => codeOf(what))).toEqual(KIT_CODES.slice(0, plan.kit.length))
  expect(plan.marks.map(({ kind }) => kind)).toEqual(MARKS_IN_CODE.slice(0, plan.marks.length))
  const steps = plan.timelines.flatMap((timeline) => timeline.steps)
  const named = new Set(steps.map(({ what }) => codeOf(what)))
  expect(STEP_CODES.slice(0, steps.length).filter((code) => !named.has(code))).toEqual([])
  const triggers = new Set<string>(steps.map(({ trigger }) => trigger))
  expect(TRIGGERS_IN_CODE.slice(0, 20).filter((id) => !triggers.has(id))).toEqual([])
})
