import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sevenThirds } from './power-table.ts'
import { BLOCKED, GRAVITY, quantised, ShallowWater } from './solver.ts'

/** A channel one cell wide between walls; `bed` gives the height of the ground by metres from its western end. */
function channel(cells: number, cell: number, bed: (x: number) => number, roughness: number): ShallowWater {
  const columns = cells + 2
  const ground = new Float64Array(columns * 3).fill(BLOCKED)
  for (let i = 1; i <= cells; i++) ground[columns + i] = quantised(bed((i - 0.5) * cell))
  const n = new Float64Array(columns * 3).fill(roughness)
  return new ShallowWater({ columns, rows: 3, cell, ground, roughness: n })
}

function runFor(water: ShallowWater, seconds: number, each: (step: number) => void = () => {}): void {
  for (let time = 0; time < seconds;) {
    const step = Math.min(water.stableStep(), seconds - time)
    water.step(step)
    each(step)
    time += step
  }
}

const SMOOTH = 0.0001

/** A dam in the middle of 2 km of flat, smooth channel breaks; depths of its 400 cells after `seconds`. */
function damBreak(left: number, right: number, seconds: number): number[] {
  const water = channel(400, 5, () => 0, SMOOTH)
  for (let i = 1; i <= 400; i++) water.pour(402 + i, i <= 200 ? left : right)
  runFor(water, seconds)
  return Array.from({ length: 400 }, (_, i) => water.depth[402 + 1 + i] as number)
}

/** Stoker (1957): the exact solution of the full equations for a dam break onto water. */
function stoker(left: number, right: number, seconds: number): { middle: number; at: (x: number) => number } {
  const [cl, g] = [Math.sqrt(GRAVITY * left), GRAVITY]
  const speedLeft = (h: number): number => 2 * (cl - Math.sqrt(g * h))
  const speedRight = (h: number): number => (h - right) * Math.sqrt((g * (h + right)) / (2 * h * right))
  let [low, high] = [right, left]
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (speedLeft(middle) > speedRight(middle)) low = middle
    else high = middle
  }
  const middle = low
  const u = speedLeft(middle)
  const front = (middle * u) / (middle - right)
  const at = (x: number): number => {
    if (x < -cl * seconds) return left
    if (x < (u - Math.sqrt(g * middle)) * seconds) return (2 * cl - x / seconds) ** 2 / (9 * g)
    return x < front * seconds ? middle : right
  }
  return { middle, at }
}

describe('a dam break', () => {
  const error = (depths: readonly number[], exact: (x: number) => number): number =>
    depths.reduce((sum, depth, i) => sum + Math.abs(depth - exact((i + 0.5) * 5 - 1000)), 0) / depths.length

  it('onto nearly as deep water is that of Stoker', () => {
    const exact = stoker(1.1, 1, 120)
    const depths = damBreak(1.1, 1, 120)
    expect(depths[240]).toBeCloseTo(exact.middle, 2)
    expect(error(depths, exact.at)).toBeLessThan(0.0014)
  })

  it('onto half as deep water stands 6 % too high behind its front: the scheme has no bore', () => {
    const exact = stoker(2, 1, 90)
    const depths = damBreak(2, 1, 90)
    expect((depths[240] as number) / exact.middle).toBeGreaterThan(1)
    expect((depths[240] as number) / exact.middle).toBeLessThan(1.07)
    expect(error(depths, exact.at)).toBeLessThan(0.055)
  })

  it('onto dry smooth ground is that of the local inertial equations, whose front is slower than Ritter’s', () => {
    // h_t + q_x = 0, q_t + (g h²/2)_x = 0: a fan down to h₁ = h₀ / (1 + 3/√8)^(2/3), then a front of the speed √(g h₁ / 2).
    const [left, seconds] = [4, 60]
    const front = left / (1 + 3 / Math.sqrt(8)) ** (2 / 3)
    const metres = Math.sqrt((GRAVITY * front) / 2) * seconds
    const reached = damBreak(left, 0, seconds).findLastIndex((depth) => depth > 0.05) * 5 - 1000
    expect(reached / metres).toBeGreaterThan(0.9)
    expect(reached / metres).toBeLessThan(1.2)
    // The known limit, told in the solver: without friction Ritter's tip (1892) would be three times as far.
    expect((2 * Math.sqrt(GRAVITY * left) * seconds) / reached).toBeGreaterThan(3)
  })
})

describe('steady uniform flow', () => {
  it.each([
    [0.001, 0.04, 0.5],
    [0.0005, 0.05, 1],
    [0.005, 0.05, 0.3],
  ])('on a slope of %d with n = %d and %d m²/s has Manning’s normal depth', (slope, n, flow) => {
    const water = channel(200, 25, (x) => slope * (5000 - x) + 5, n)
    runFor(water, 30 * 3600, (step) => {
      water.pour(202 + 1, (flow * step) / 25)
      water.pour(202 + 200, -1000)
    })
    const normal = ((flow * n) / Math.sqrt(slope)) ** 0.6
    // Far from the free fall at the end, in the upper third.
    for (const cell of [20, 40, 60]) expect((water.depth[202 + cell] as number) / normal).toBeCloseTo(1, 1.9)
    expect(water.east[202 + 60]).toBeCloseTo(flow, 6)
  })
})

/** Uneven ground inside walls, and water poured onto some cells. */
const aPool = fc.record({
  heights: fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 64, maxLength: 64 }),
  pours: fc.array(fc.tuple(fc.nat(63), fc.double({ min: 0.01, max: 3, noNaN: true })), {
    minLength: 1,
    maxLength: 9,
  }),
})

function pool(heights: readonly number[], turned = false): ShallowWater {
  const ground = new Float64Array(100).fill(BLOCKED)
  heights.forEach((height, i) => {
    const [column, row] = turned ? [Math.floor(i / 8), i % 8] : [i % 8, Math.floor(i / 8)]
    ground[(row + 1) * 10 + column + 1] = quantised(height)
  })
  return new ShallowWater({
    columns: 10,
    rows: 10,
    cell: 20,
    ground,
    roughness: new Float64Array(100).fill(0.04),
  })
}

const cellOf = (i: number, turned = false): number =>
  turned ? ((i % 8) + 1) * 10 + Math.floor(i / 8) + 1 : (Math.floor(i / 8) + 1) * 10 + (i % 8) + 1

describe('water in a pool', () => {
  it('keeps its volume, is nowhere negative, and stays behind the walls', () => {
    fc.assert(
      fc.property(aPool, ({ heights, pours }) => {
        const water = pool(heights)
        const poured = pours.reduce((sum, [i, metres]) => sum + water.pour(cellOf(i), metres), 0) * 400
        runFor(water, 600)
        expect(Math.abs(water.volume() - poured) / poured).toBeLessThan(1e-9)
        expect(water.depth.every((depth) => depth >= 0)).toBe(true)
        expect(water.grid.ground.every((z, i) => z < BLOCKED || water.depth[i] === 0)).toBe(true)
      }),
    )
  })

  it('lies exactly still when it is level, also around islands', () => {
    fc.assert(
      fc.property(aPool, fc.double({ min: 0.5, max: 5, noNaN: true }), ({ heights }, level) => {
        const water = pool(heights)
        const still = quantised(level)
        heights.forEach((_, i) => water.pour(cellOf(i), still - (water.grid.ground[cellOf(i)] as number)))
        const before = water.depth.slice()
        runFor(water, 300)
        expect(water.depth).toEqual(before)
        expect(water.east.every((q) => q === 0) && water.north.every((q) => q === 0)).toBe(true)
      }),
    )
  })

  it('flows the same to the north as to the east', () => {
    fc.assert(
      fc.property(aPool, ({ heights, pours }) => {
        const [one, other] = [pool(heights), pool(heights, true)]
        for (const [i, metres] of pours) {
          one.pour(cellOf(i), metres)
          other.pour(cellOf(i, true), metres)
        }
        runFor(one, 300)
        runFor(other, 300)
        heights.forEach((_, i) =>
          expect(one.depth[cellOf(i)]).toBeCloseTo(other.depth[cellOf(i, true)] as number, 6),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('comes to rest in the end: no wave grows', () => {
    const water = pool(Array.from({ length: 64 }, () => 0))
    water.pour(cellOf(9), 5)
    water.pour(cellOf(40), 3)
    runFor(water, 7200)
    heightsOf(water).forEach((depth) => expect(depth).toBeCloseTo(8 / 64, 3))
  })
})

const heightsOf = (water: ShallowWater): number[] =>
  Array.from({ length: 64 }, (_, i) => water.depth[cellOf(i)] as number)

it('the power 7/3 of the table is within 0.1 % of the engine’s from 5 cm on', () => {
  for (let depth = 0.05; depth < 60; depth *= 1.013)
    expect(sevenThirds(depth) / depth ** (7 / 3)).toBeCloseTo(1, 3)
  expect(sevenThirds(0)).toBe(0)
})
