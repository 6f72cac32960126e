import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk, spotsOf, type Walk } from '#tests/support/any-walk.ts'
import { compareNaive, naiveCosts } from '#tests/support/naive-routes.ts'
import { bandsOf } from './bands.ts'
import { chaseField, newChase } from './chase-field.ts'
import { reckonCosts } from './cost.ts'
import { buildField } from './field.ts'
import { beginningsAt, legsOf, routeFrom } from './follow-field.ts'
import { walkerOf } from './profiles.ts'
import { walkingTime } from './route.ts'

/** A walk to sites that lie beside the ways, up to 150 m. */
const anyWalkBeside = anyWalk(12).chain((walk): fc.Arbitrary<Walk> => {
  const away = fc.constantFrom(0, 0.04, 12.55, 80, 150)
  return fc.array(away, { minLength: walk.sites.length, maxLength: walk.sites.length }).map((all) => ({
    ...walk,
    sites: walk.sites.map(({ id, on }, index) => ({
      id,
      on: on === null ? null : { ...on, away: all[index] ?? 0 },
    })),
  }))
})

/** Whole deciseconds for so many metres on level ground, in whole numbers without end. */
const straight = ({ question }: Walk, away: number): number => {
  const speed = BigInt(question.walker.speed)
  return Number((BigInt(Math.ceil(away * 10)) * 1000n + speed - 1n) / speed)
}

describe('what lies between a way and a site', () => {
  it('counts when sites are compared, and in the time that is told', () => {
    fc.assert(
      fc.property(anyWalkBeside, (walk) => {
        const { graph, question, costs, start, sites } = walk
        const spots = spotsOf(sites)
        const least = naiveCosts(graph, question, start, spots)
          .map((cost, index) => cost?.with(-1, (cost.at(-1) ?? 0) + straight(walk, spots[index]?.away ?? 0)))
          .reduce((a, b) => (compareNaive(b ?? null, a ?? null) < 0 ? b : a))
        const field = buildField(costs, sites)
        const route = field.ok ? routeFrom(field.value, start) : field
        expect(route.ok ? walkingTime(route.value) : undefined).toBe(least?.at(-1))
      }),
      { numRuns: 500 },
    )
  })

  it('makes the farther of two sites the nearer one, where the nearer lies far beside the way', () => {
    const graph = aStreet({ decimetres: 1000 })
    const costs = reckonCosts(graph, { walker: walkerOf('adult'), hazards: [], zones: 'least', closed: null })
    const field = buildField(costs, [
      { id: 'far-beside', on: aSpot(graph, 0, 400, 140) },
      { id: 'at-the-kerb', on: aSpot(graph, 0, 1000, 3) },
    ])
    const route = field.ok ? routeFrom(field.value, aSpot(graph, 0, 0, 20)) : field
    expect(route).toMatchObject({
      value: {
        site: 'at-the-kerb',
        decimetres: 1000,
        deciseconds: 1000,
        beside: { decimetres: 230, deciseconds: 230 },
      },
    })
    expect(route.ok && walkingTime(route.value)).toBe(1230)
    // 400 dm and 1400 beside, or 600 dm and 30 beside: nobody turns back to the first.
    expect(field.ok && bandsOf(field.value)).toEqual([{ edge: 0, start: 0, end: 1000, band: 0 }])
  })

  it('is part of the bands, and a site that is far beside its way is no place from which they spread', () => {
    fc.assert(
      fc.property(anyWalkBeside, ({ costs, sites }) => {
        const field = buildField(costs, sites)
        if (!field.ok) throw new Error(field.reason)
        // On a barred edge the place of a site is left for the site, without a step.
        for (const { edge, start, end, band } of bandsOf(field.value).filter(
          (one) => costs.bars[one.edge] === 0,
        ))
          for (const along of new Set([start + 1, Math.floor((start + end) / 2), end - 1])) {
            // A border belongs to the piece that is nearer to the site.
            if (along <= start || along >= end) continue
            const route = routeFrom(field.value, aSpot(costs.graph, edge, along))
            expect(route.ok ? Math.floor(walkingTime(route.value) / 1800) : null).toBe(band)
          }
      }),
    )
  })
})

describe('a chase', () => {
  it('ends at the same site, at the same time, along the same edges as the route', () => {
    let ways = 0
    fc.assert(
      fc.property(anyWalkBeside, fc.constantFrom(1, 3), ({ costs, sites, start }, labels) => {
        const field = buildField(costs, sites, { labels })
        if (!field.ok) throw new Error(field.reason)
        const chase = newChase(field.value)
        const [best] = beginningsAt(field.value, start)
        expect(chaseField(field.value, start, chase)).toBe(best !== undefined)
        expect(chase.site).toBe(best?.site ?? -1)
        if (best === undefined) return
        ways += 1
        const legs = legsOf(field.value, start, best).map(
          ({ edge, start: a, end }) => edge * 2 + Number(a > end),
        )
        // An edge without length is passed, and is no leg.
        const edges = [...chase.legs.subarray(0, chase.count)].filter(
          (leg) => costs.graph.decimetres[leg >> 1] !== 0,
        )
        expect(edges).toEqual(legs)
        expect(chase.deciseconds).toBe(Number(best.cost.at(-1)) % costs.timeRadix)
      }),
      { numRuns: 500 },
    )
    expect(ways).toBeGreaterThan(100)
  })
})
