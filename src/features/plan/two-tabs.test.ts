import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addEntry, changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { nextId } from '#domain/plan/edits/next-id.ts'
import { together } from '#domain/plan/edits/edit-plan.ts'
import { parsePlan } from '#domain/plan/parse-plan.ts'
import type { PlansFailure } from '#platform/ports.ts'
import { aMark, anEmptyPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { aPlanDisk } from '#tests/support/a-plan-disk.ts'
import { createPlans } from './commands.ts'
import { activePlan, type PlansFeature } from './state.ts'

/** What a person does next in one of the tabs. */
type Act =
  | { readonly does: 'add' | 'note' | 'undoRedo'; readonly tab: 0 | 1 }
  | { readonly does: 'fault'; readonly fault: PlansFailure | null }
  | { readonly does: 'again'; readonly tab: 0 | 1 }
  /** One of those who wait for the disk goes on. */
  | { readonly does: 'rest'; readonly who: number }

const tab = fc.constantFrom<0 | 1>(0, 1)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: tab.map((one) => ({ does: 'add', tab: one }) as const) },
  { weight: 3, arbitrary: tab.map((one) => ({ does: 'note', tab: one }) as const) },
  { weight: 2, arbitrary: tab.map((one) => ({ does: 'undoRedo', tab: one }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<PlansFailure | null>('full', 'notAnswering', null, null)
      .map((fault) => ({ does: 'fault', fault }) as const),
  },
  { weight: 1, arbitrary: tab.map((one) => ({ does: 'again', tab: one }) as const) },
  { weight: 9, arbitrary: fc.nat(9).map((who) => ({ does: 'rest', who }) as const) },
)

function aTab(store: ReturnType<ReturnType<typeof aPlanDisk>['tab']>): PlansFeature {
  let time = PLAN_MADE_AT
  const settings = { read: () => null, write: () => undefined }
  return createPlans(store, settings, { now: () => (time += 7) }, () => 'nobodyneedsthis0')
}

/** All that follows from what is done already was done. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('two tabs that edit the same plan at random moments', () => {
  it('lose no edit, mix up no ids, and show the same in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const disk = aPlanDisk()
        const plan = anEmptyPlan()
        disk.records.set(plan.id, { plan, revision: 1, exported: null })
        let isFree = true
        const waiting: (() => void)[] = []
        const wait = () => (isFree ? Promise.resolve() : new Promise<void>((go) => void waiting.push(go)))
        const tabs = [aTab(disk.tab(wait)), aTab(disk.tab(wait))] as const
        for (const one of tabs) await one.commands.open()
        isFree = false
        const told = new Map<string, string>()
        for (const one of acts) await perform(one)
        disk.fault = null
        isFree = true
        waiting.forEach((go) => go())
        for (const one of [...tabs, ...tabs]) {
          await one.commands.saveAgain()
          await settled()
        }
        const kept = disk.records.get(plan.id)?.plan
        expect(new Map(kept?.marks.map(({ name, note }) => [name, note]))).toEqual(told)
        expect(parsePlan(kept).ok).toBe(true)
        for (const { store } of tabs) {
          expect(activePlan(store.getState())).toEqual(kept)
          expect(store.getState()).toMatchObject({
            trouble: null,
            refused: null,
            plans: [{ saved: 'saved' }],
          })
        }

        async function perform(next: Act): Promise<void> {
          if (next.does === 'fault') return void (disk.fault = next.fault)
          if (next.does === 'rest') {
            waiting.splice(next.who % Math.max(1, waiting.length), 1)[0]?.()
            await settled()
            return
          }
          const { store, commands } = tabs[next.tab]
          const shown = activePlan(store.getState())
          if (shown === null) throw new Error('the plan is gone')
          if (next.does === 'again') return void commands.saveAgain()
          if (next.does === 'add') {
            const name = `m${told.size}`
            // The second edit speaks of what the first one adds, by the id that it has in this tab.
            const add = addEntry('marks', aMark({ name, note: '' }))
            commands.edit(together(add, changeEntry('marks', nextId(shown), { note: 'new' })))
            told.set(name, 'new')
            return
          }
          const mark = shown.marks.at(-1)
          if (mark === undefined) return
          if (next.does === 'note') {
            // Only what nobody else speaks of: of two notes on one mark the later one stands.
            if (told.get(mark.name) !== 'new') return
            told.set(mark.name, `note of ${mark.name}`)
            commands.edit(changeEntry('marks', mark.id, { note: `note of ${mark.name}` }))
            return
          }
          commands.undo()
          commands.redo()
        }
      }),
      { numRuns: 600 },
    )
  })
})
