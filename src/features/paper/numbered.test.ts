import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMark, anEmptyPlan, anyPlan, aPlan, PLAN_HOME } from '#tests/support/a-plan.ts'
import { centreOf, isOnPaperMap, myMapOf, numberThings, paperBounds } from './numbered.ts'

describe('the things on the paper', () => {
  it('are numbered from one, the home first, and the map bears the numbers of the table', () => {
    const plan = aPlan()
    const things = numberThings({ ...plan, places: plan.places.toReversed() })
    expect(things[0]?.thing).toMatchObject({ kind: 'home' })
    expect(things.map(({ number }) => number)).toEqual(things.map((_, index) => index + 1))
    expect(things.map(({ type }) => type)).toEqual([
      ...Array<string>(4).fill('place'),
      ...Array<string>(2).fill('destination'),
      ...Array<string>(3).fill('mark'),
      'route',
    ])
    const map = myMapOf(things)
    const drawn = [...map.points, ...map.areas, ...map.lines]
    expect(drawn).toHaveLength(things.length)
    for (const { id, name } of drawn)
      expect(things.find(({ thing }) => thing.id === id)?.number).toBe(Number(name))
  })

  it('have no number where their place is not told or is upstairs', () => {
    const plan = aPlan()
    const destinations = plan.destinations.map((one, index) => ({
      ...one,
      ...(index === 0 ? { at: null } : { kind: 'upstairs' as const }),
    }))
    expect(numberThings({ ...plan, destinations }).filter(({ type }) => type === 'destination')).toEqual([])
  })
})

describe('the piece of the world', () => {
  it('is around the home, wide enough to know the streets', () => {
    const things = numberThings(
      aPlan({ places: aPlan().places.slice(0, 1), destinations: [], marks: [], routes: [] }),
    )
    const [west, south, east, north] = paperBounds(things) ?? [0, 0, 0, 0]
    expect((south + north) / 2).toBeCloseTo(PLAN_HOME[1], 6)
    expect((north - south) * 111.2).toBeCloseTo(0.89, 1)
    expect((east - west) * 111.2 * Math.cos((30 * Math.PI) / 180)).toBeCloseTo(0.89, 1)
  })

  it('leaves out what is far away, which is then told in the table only', () => {
    const far = aMark({ id: 'far', shape: { type: 'point', at: [139.7, 35.7] } })
    const things = numberThings(aPlan({ marks: [far] }))
    expect(paperBounds(things)).toEqual(paperBounds(things.filter(({ thing }) => thing.id !== 'far')))
    const centre = centreOf(things) ?? [0, 0]
    expect(things.filter((one) => !isOnPaperMap(one, centre)).map(({ thing }) => thing.id)).toEqual(['far'])
  })

  it('holds everything near, whatever the plan', () => {
    expect(paperBounds(numberThings(anEmptyPlan()))).toBeNull()
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const things = numberThings(plan)
        const bounds = paperBounds(things)
        const centre = centreOf(things)
        expect(bounds === null).toBe(things.length === 0)
        if (bounds === null || centre === null) return
        const [west, south, east, north] = bounds
        for (const { at } of myMapOf(things.filter((one) => isOnPaperMap(one, centre))).points) {
          expect(at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
