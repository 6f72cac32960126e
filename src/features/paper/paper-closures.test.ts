import { describe, expect, it } from 'vitest'
import type { Closure } from '#domain/closures/closure.ts'
import { aCityFeed } from '#tests/support/a-city-feed.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { closuresNow } from '../closures/index.ts'
import { closuresForPaper, marksForPaper } from './paper-closures.ts'

const HOME = [135.0185, 30.0034] as const
const plan = anEmptyPlan({
  places: aPlan().places.filter(({ kind }) => kind === 'home'),
  routes: [{ id: 'r', name: '', line: [[135.03, 30.01], [135.05, 30.01]], destination: null, note: '', by: '', addedAt: 0 }], // prettier-ignore
})
const at = (id: string, lng: number, lat: number, changes: Partial<Closure> = {}) =>
  aClosure({ id, shape: { kind: 'point', at: [lng, lat] }, ...changes })
const near = (closures: readonly Closure[] | null, now = FEED_ISSUED) => {
  const known = closuresNow(aCityFeed(closures === null ? null : aFeed({ closures })), now)
  return { found: closuresForPaper(plan, known), known }
}
const idsOf = (...closures: readonly Closure[]) => near(closures).found.named.map(({ id }) => id)

describe('closures for the paper', () => {
  it('are those on routes, then those near the home, the nearest first', () => {
    const all = [
      at('300 m', HOME[0], HOME[1] + 0.0027),
      at('700 m', HOME[0], HOME[1] - 0.0063),
      at('at home', ...HOME),
      at('on the route', 135.04, 30.01),
      at('beside the route', 135.05, 30.012),
    ]
    expect(idsOf(...all)).toEqual(['on the route', 'at home', 'beside the route', '300 m'])
  })

  it('are in force or planned, and keep people on foot from passing', () => {
    const access = { ...aClosure().access, foot: true }
    expect(
      idsOf(
        at('over', ...HOME, { end: FEED_ISSUED - 1 }),
        at('lifted', ...HOME, { status: 'lifted' }),
        at('cars', ...HOME, { access }),
        at('planned', ...HOME, { start: FEED_ISSUED + 1 }),
        at('perhaps', ...HOME, { reason: 'event', access: { ...access, foot: null } }),
      ),
    ).toEqual(['planned', 'perhaps'])
  })

  it('are eight, and how many more there are', () => {
    const many = Array.from({ length: 11 }, (_, index) => at(`c${index}`, HOME[0], HOME[1] + index / 10_000))
    const { named, more } = near(many).found
    expect([named.length, named[0]?.id, more]).toEqual([8, 'c0', 3])
  })

  it('are none where nothing was ever received; an old list keeps what it had', () => {
    expect(near(null).found).toEqual({ named: [], more: 0 })
    const ending = at('ends', ...HOME, { end: FEED_ISSUED + 60_000 })
    const { found, known } = near([ending], FEED_ISSUED + 90 * 3_600_000)
    expect(marksForPaper(found, known)).toEqual([
      { id: 'ends', shape: ending.shape, strength: 'closed', isOld: true, label: '' },
    ])
  })
})
