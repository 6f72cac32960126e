import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportDue, type ExportFacts } from './export-due.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const START = Date.UTC(2026, 5, 1)
const facts = (changes: Partial<ExportFacts>): ExportFacts => ({
  createdAt: START,
  changedAt: START + 20 * MINUTE,
  exported: null,
  isEmpty: false,
  isNotKept: false,
  isDroppedBySystem: false,
  now: START + 20 * MINUTE,
  ...changes,
})
/** Exported at minute 20, in the state of minute 20. */
const exported = { at: START + 20 * MINUTE, changedAt: START + 20 * MINUTE }

describe('an export is due', () => {
  it.each([
    ['after ten minutes of work on a new plan', {}, 'soon'],
    ['not before that', { changedAt: START + 9 * MINUTE }, 'none'],
    ['the next day, however little was done', { changedAt: START + MINUTE, now: START + DAY }, 'soon'],
    ['not while nothing is in the plan', { isEmpty: true, isNotKept: true }, 'none'],
    ['not when nothing changed since', { exported, now: START + 90 * DAY }, 'none'],
    ['not at once after a change', { exported, changedAt: START + DAY, now: START + DAY }, 'none'],
    ['a day later', { exported, changedAt: START + DAY, now: START + 2 * DAY }, 'soon'],
    ['at once where the device keeps nothing', { isNotKept: true, changedAt: START + 1 }, 'now'],
    ['never for what is exported, even there', { isNotKept: true, exported }, 'none'],
    ['more urgently where the system drops it', { isDroppedBySystem: true }, 'now'],
    ['but not sooner there', { isDroppedBySystem: true, changedAt: START + MINUTE }, 'none'],
    ['although the clock was set back', { changedAt: START + 1, now: START - 2 * DAY }, 'soon'],
  ] as const)('%s', (_, changes, due) => {
    expect(exportDue(facts(changes))).toBe(due)
  })

  it('never for the very state that was exported, and never less where the system drops it', () => {
    const urgency = ['none', 'soon', 'now']
    const some = fc.record({
      createdAt: fc.nat(),
      changedAt: fc.nat(),
      exported: fc.option(fc.record({ at: fc.nat(), changedAt: fc.nat() })),
      isEmpty: fc.boolean(),
      isNotKept: fc.boolean(),
      isDroppedBySystem: fc.boolean(),
      now: fc.nat(),
    })
    fc.assert(
      fc.property(some, (one) => {
        expect(exportDue({ ...one, exported: { at: one.exported?.at ?? 0, changedAt: one.changedAt } })).toBe(
          'none',
        )
        const rank = (dropped: boolean) => urgency.indexOf(exportDue({ ...one, isDroppedBySystem: dropped }))
        expect(rank(true)).toBeGreaterThanOrEqual(rank(false))
      }),
    )
  })
})
