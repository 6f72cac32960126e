import { beforeAll, describe, expect, it } from 'vitest'
import { makeTerrain } from '../terrain.ts'
import { readTown } from '../town.ts'
import { makeModel, middleOf } from './model.ts'
import type { Model } from './model.ts'
import { runEvent } from './run.ts'
import { cellOf, pondEvent, riverEvents } from './scenarios.ts'
import type { RiverEvent } from './scenarios.ts'
import type { RiverWaters } from './waters.ts'

let model: Model
let tameshi: RiverWaters
beforeAll(() => {
  const town = readTown()
  const terrain = makeTerrain(town)
  model = makeModel(town, terrain)
  tameshi = terrain.works.rivers[1]?.waters as RiverWaters
}, 60_000)

const polderBreach = (): RiverEvent => riverEvents(model, tameshi, 'max')[0] as RiverEvent
const POLDER = [5650, 2620] as const

describe('a breach into the polder', () => {
  it('accounts for every cubic metre, and is the same each time', () => {
    const [one, other] = [runEvent(model, polderBreach().event), runEvent(model, polderBreach().event)]
    expect(one.balance.added).toBeGreaterThan(300_000)
    expect(Math.abs(one.balance.left)).toBeLessThan(0.001)
    expect(one.depth).toEqual(other.depth)
    expect(one.arrival).toEqual(other.arrival)
  })

  it('fills the polder to the level of the river and no higher, and stays inside its dike', () => {
    const { breach, event } = polderBreach()
    expect(breach?.id).toBe('R560')
    const outcome = runEvent(model, event)
    const highest = Math.max(
      ...event.gates.filter(({ isBreach }) => isBreach).map(({ gate }) => gate.bed + event.stage(gate)),
    )
    const cell = cellOf(model, POLDER)
    expect(outcome.level[cell]).toBeLessThan(highest + 0.1)
    expect(outcome.level[cell]).toBeGreaterThan(highest - 0.5)
    // Outside the ring dike the ground stays dry.
    expect(outcome.depth[cellOf(model, [6100, 2620])]).toBe(0)
    expect(outcome.depth[cellOf(model, [5650, 2250])]).toBe(0)
  })

  it('comes to nearer places first, and stands there for days', () => {
    const outcome = runEvent(model, polderBreach().event)
    const arrival = (y: number): number => outcome.arrival[cellOf(model, [5600, y])] as number
    expect(arrival(2760)).toBeLessThan(arrival(2600))
    expect(arrival(2600)).toBeLessThan(arrival(2450))
    expect(outcome.hours[cellOf(model, POLDER)]).toBeGreaterThan(72)
    expect(outcome.arrival[cellOf(model, [6100, 2620])]).toBe(-1)
  })

  it('lets no more out than the river carries', () => {
    const { event } = polderBreach()
    const small = runEvent(model, { ...event, discharge: 2, minutes: 120 })
    expect(small.balance.added).toBeLessThan(2 * 120 * 60)
    expect(small.balance.added).toBeGreaterThan(1.5 * 120 * 60)
  })
})

describe('the pond', () => {
  it('empties downhill and keeps its water', () => {
    const event = pondEvent(model)
    const held = [...(event.initial ?? [])].reduce((sum, [, metres]) => sum + metres, 0) * 32 * 32
    const outcome = runEvent(model, event)
    expect(outcome.balance.added).toBeCloseTo(held, 3)
    expect(Math.abs(outcome.balance.left)).toBeLessThan(0.001)
    const wet = [...outcome.depth].flatMap((depth, cell) =>
      depth > 0.3 ? [middleOf(model.grid.columns, cell)] : [],
    )
    expect(Math.max(...wet.map(([x]) => x))).toBeGreaterThan(4300)
    expect(Math.min(...wet.map(([x]) => x))).toBeGreaterThan(3600)
  })
})
