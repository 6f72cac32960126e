import { isInRing, lookUp } from '../curve.ts'
import type { Spot } from '../town.ts'
import { cellAt, CELL, middleOf } from './model.ts'
import type { Gate, Model } from './model.ts'
import type { Event, OpenGate } from './run.ts'
import type { Breach, RiverWaters, Table } from './waters.ts'
import { breachWidth } from './weir.ts'
import { isOnWall } from './works.ts'

export type Scale = 'max' | 'design'
export type RiverEvent = {
  readonly river: RiverWaters
  readonly scale: Scale
  /** Null = the river overflows its banks without a breach. */
  readonly breach: Breach | null
  readonly event: Event
}

/** How much of the peak stands in a river: the breach comes shortly before the peak, as the manual on flood zones asks. */
const RISE: Table = [
  [0, 0.94],
  [45, 1],
  [120, 0.98],
  [240, 0.8],
  [360, 0.58],
  [420, 0.48],
]
/** An overflow begins before the peak. */
const OVERFLOW: Table = [
  [0, 0.55],
  [60, 0.9],
  [100, 1],
  [160, 0.95],
  [260, 0.6],
  [360, 0.4],
]
const CALM: Table = [[0, 0]]

const groundAt = (model: Model, cell: number): number => model.grid.ground[cell] as number

/** The gates that a breach opens: those nearest to its spot, as many as its width needs. */
function breachGates(model: Model, river: RiverWaters, { at }: Breach): OpenGate[] {
  const distance = ({ cell }: Gate): number => {
    const [x, y] = middleOf(model.grid.columns, cell)
    return Math.hypot(x - at[0], y - at[1])
  }
  const near = model.gates
    .filter((gate) => gate.river === river)
    .map((gate): [number, Gate] => [distance(gate), gate])
    .sort(([a, one], [b, other]) => a - b || one.cell - other.cell)
  const first = near[0]?.[1]
  if (first === undefined) throw new Error(`no bank of river ${river.id} near ${String(at)}`)
  const total = breachWidth(first.width)
  const count = Math.max(1, Math.ceil(total / CELL))
  return near.slice(0, count).map(([, gate]) => ({
    gate,
    width: total / count,
    sill: groundAt(model, gate.cell),
    isBreach: true,
  }))
}

/** Banks between two shares of a river's length over which water can go; the whole river when none are given. */
function overflowGates(model: Model, river: RiverWaters, [from, to]: Spot): OpenGate[] {
  return model.gates
    .filter((gate) => gate.river === river && gate.share >= from && gate.share <= to)
    .map((gate) => ({
      gate,
      width: CELL,
      sill: Math.max(gate.crest, groundAt(model, gate.cell)),
      isBreach: false,
    }))
}

/** The floods of a river: one run for each breach, one without a breach in which it overflows. */
export function riverEvents(model: Model, river: RiverWaters, scale: Scale): RiverEvent[] {
  const table = scale === 'max' ? river.max : river.design
  const shared = {
    stage: ({ share }: Gate): number => lookUp(table, share),
    discharge: river.discharge[scale],
    sea: null,
  }
  const overflow: RiverEvent = {
    river,
    scale,
    breach: null,
    event: { ...shared, minutes: 360, rise: OVERFLOW, gates: overflowGates(model, river, river.overflow) },
  }
  const breaches = river.breaches.map((breach): RiverEvent => {
    const gates = breachGates(model, river, breach)
    const open = new Set(gates.map(({ gate }) => gate.cell))
    const others = overflowGates(model, river, [0.5, 1]).filter(({ gate }) => !open.has(gate.cell))
    return {
      river,
      scale,
      breach,
      event: { ...shared, minutes: 420, rise: RISE, gates: [...gates, ...others] },
    }
  })
  return [...breaches, overflow]
}

/** Cells of the grid whose middle lies within some metres of a spot. */
function cellsAround(model: Model, at: Spot, radius: number): number[] {
  const out: number[] = []
  for (let cell = 0; cell < model.grid.ground.length; cell++) {
    const [x, y] = middleOf(model.grid.columns, cell)
    if (Math.hypot(x - at[0], y - at[1]) <= radius) out.push(cell)
  }
  return out
}

/** Cells on walls of a kind near a spot, with the height of the bare ground there. */
function wallCells(model: Model, kind: string, at: Spot, radius: number): { cell: number; ground: number }[] {
  const walls = model.terrain.works.walls.filter(({ plan }) => plan.kind === kind)
  return cellsAround(model, at, radius).flatMap((cell) => {
    const spot = middleOf(model.grid.columns, cell)
    if (!walls.some((wall) => isOnWall(wall, spot, CELL))) return []
    return [{ cell, ground: model.terrain.at(spot).height }]
  })
}

/** Every river lets the sea in where it stands above the levees. */
const allGates = (model: Model): OpenGate[] =>
  model.terrain.works.rivers.flatMap(({ waters }) => overflowGates(model, waters, [0.5, 1]))

/** Storm surge of a typhoon of about 900 hPa on a spring tide; sea walls give way where the sea passes them. */
export function surgeEvent(model: Model): Event {
  const { surge, seaWallBreaches } = model.terrain.works.waters
  return {
    minutes: 360,
    gates: allGates(model),
    stage: () => 1.5,
    rise: [[0, 1]],
    discharge: 1e6,
    sea: surge,
    collapses: seaWallBreaches.flatMap(([x, y, half, minute]) =>
      wallCells(model, 'seaWall', [x, y], half).map((each) => ({ ...each, minute })),
    ),
  }
}

/** Tsunami: the first wave arrives after about 20 minutes; sea walls that are passed are lost. */
export function tsunamiEvent(model: Model): Event {
  const { tsunami, seaWallBreaches } = model.terrain.works.waters
  return {
    minutes: 180,
    gates: allGates(model),
    stage: () => 1,
    rise: [[0, 1]],
    discharge: 1e6,
    sea: tsunami,
    collapses: seaWallBreaches.flatMap(([x, y, half]) =>
      wallCells(model, 'seaWall', [x, y], half * 1.5).map((each) => ({ ...each, minute: 22 })),
    ),
  }
}

/** Inland flood: more rain than the drains take, while the sea keeps them shut. */
export function rainEvent(model: Model): Event {
  const { falls, drains, area } = model.terrain.works.waters.rain
  const minutes = [...new Set([...falls, ...drains].map(([minute]) => minute))].sort((a, b) => a - b)
  const cells: number[] = []
  for (let cell = 0; cell < model.grid.ground.length; cell++)
    if (groundAt(model, cell) < 30 && isInRing(area, middleOf(model.grid.columns, cell))) cells.push(cell)
  const sea = new Set(model.sea)
  return {
    minutes: 480,
    gates: [],
    stage: () => 0,
    rise: CALM,
    discharge: 0,
    sea: null,
    rain: {
      net: minutes.map((minute): Spot => [minute, lookUp(falls, minute) - lookUp(drains, minute)]),
      cells: Int32Array.from(cells.filter((cell) => !sea.has(cell))),
    },
  }
}

/** The dam of the pond breaks at once when the pond is full. */
export function pondEvent(model: Model): Event {
  const { pond } = model.terrain.works.waters
  const initial = new Map(
    cellsAround(model, pond.at, pond.radius).flatMap((cell): [number, number][] => {
      const water = pond.full - groundAt(model, cell)
      return water > 0 ? [[cell, water]] : []
    }),
  )
  const dam = model.terrain.works.walls.find(({ plan }) => plan.kind === 'dam')
  const middle = dam?.plan.points[Math.floor(dam.plan.points.length / 2)] ?? pond.at
  return {
    minutes: 120,
    gates: [],
    stage: () => 0,
    rise: CALM,
    discharge: 0,
    sea: null,
    initial,
    collapses: wallCells(model, 'dam', middle, 60).map(({ cell }) => ({
      cell,
      minute: 0,
      ground: pond.bottom,
    })),
  }
}

/** The number of the cell of a spot, for tests and for the list of spots. */
export const cellOf = (model: Model, spot: Spot): number => cellAt(model.grid, spot)
