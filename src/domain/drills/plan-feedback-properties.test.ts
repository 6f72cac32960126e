import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLesson, applied, DRILL_DAY } from '#tests/support/what-a-drill-taught.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { parsePlan } from '../plan/parse-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { orderOf } from '../timeline/trigger.ts'
import { applyProposals, editOf, proposeChanges } from './plan-feedback.ts'

describe('what a drill proposes', () => {
  it('changes nothing by itself, and leaves no trace where it is refused', () => {
    fc.assert(
      fc.property(anyLesson, (from) => {
        const before = JSON.stringify(from.plan)
        proposeChanges(freezeDeep(from))
        expect(JSON.stringify(from.plan)).toBe(before)
        expect(applyProposals(from.plan, [], DRILL_DAY)).toEqual({ ok: true, value: from.plan })
      }),
    )
  })

  it('is taken by the plan, each alone and all together, and is a plan again', () => {
    fc.assert(
      fc.property(anyLesson, fc.nat({ max: 63 }), (from, mask) => {
        const all = proposeChanges(from)
        expect(new Set(all.map(({ kind }) => kind)).size).toBe(all.length)
        for (const proposal of all) {
          const done = editOf(proposal)(from.plan, DRILL_DAY)
          expect(done.ok).toBe(true)
          if (done.ok) expect(parsePlan(structuredClone(done.value))).toEqual({ ok: true, value: done.value })
        }
        const some = all.filter((_, at) => (mask >> at) % 2 === 1)
        expect(applyProposals(from.plan, some, DRILL_DAY).ok).toBe(true)
      }),
    )
  })

  it('touches what it names and nothing else', () => {
    const parts = {
      trigger: 'timelines',
      destination: 'destinations',
      danger: 'marks',
      speed: 'household',
      ready: 'household',
      minutes: 'destinations',
    } as const
    fc.assert(
      fc.property(anyLesson, (from) => {
        for (const proposal of proposeChanges(from)) {
          const after = applied(from.plan, [proposal])
          const part = parts[proposal.kind]
          expect(after[part]).not.toEqual(from.plan[part])
          expect({ ...after, [part]: null, changedAt: 0 }).toEqual({
            ...from.plan,
            [part]: null,
            changedAt: 0,
          })
        }
      }),
    )
  })

  it('never moves a step to a later trigger, nor to one of level 5 or of a gauge, and removes none', () => {
    fc.assert(
      fc.property(anyLesson, (from) => {
        const steps = (plan: Plan) => plan.timelines.flatMap((timeline) => timeline.steps)
        const before = new Map(steps(from.plan).map((step) => [step.id, step]))
        const after = steps(applied(from.plan, proposeChanges(from)))
        expect(after).toHaveLength(before.size)
        for (const step of after) {
          const was = before.get(step.id)!
          expect({ ...step, trigger: was.trigger }).toEqual(was)
          if (step.trigger === was.trigger) continue
          expect(orderOf(step.trigger)).toBeLessThan(orderOf(was.trigger))
          expect([
            'forecast3d',
            'forecast2d',
            'forecast1d',
            'jma2',
            'jma3',
            'city3',
            'jma4',
            'city4',
          ]).toContain(step.trigger)
        }
      }),
    )
  })

  it('proposes the same once only: what was taken is not proposed again', () => {
    fc.assert(
      fc.property(anyLesson, (from) => {
        const taken = proposeChanges(from).filter(({ kind }) => kind === 'speed' || kind === 'danger')
        const plan = applied(from.plan, taken)
        const again = proposeChanges({ ...from, plan })
        for (const { kind } of taken) expect(again.map((one) => one.kind)).not.toContain(kind)
      }),
    )
  })
})
