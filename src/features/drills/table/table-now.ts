import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { momentOfEvent, type Drill } from '#domain/drills/drill.ts'
import type { DrillNow } from '#domain/drills/drill-run.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { helpsTill } from '#domain/drills/table-acts.ts'
import { cutEdge } from '#domain/routes/edge-shape.ts'
import { landmarkPhrase, roadPhrase } from '#domain/routes/describe-way.ts'
import { landmarkAt } from '#domain/routes/landmarks.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { Running } from '../state.ts'
import { siteParams } from './site-params.ts'

/** A drill whose world is there. */
export type Ready = { readonly drill: Drill; readonly world: DrillWorld; readonly told: DrillNow }

export const readyOf = ({ drill, world, told }: Running): Ready | null =>
  world === null || told === null ? null : { drill, world, told }

/**
 * What somebody at a table is doing. `home` they may leave · `gone` they left, and no way is known · `helping` they do nothing else until
 * a minute · `walking` · `standing` a way is to be chosen.
 */
export type Phase =
  | { readonly kind: 'home' | 'gone' | 'walking' | 'standing' }
  | { readonly kind: 'helping'; readonly till: number }

const MINUTE = 600

export function phaseOf({ drill, told }: Ready): Phase {
  const { run, walk } = drill
  if (run.left === null) {
    const till = helpsTill(drill, told.injects)
    return told.minute < till ? { kind: 'helping', till } : { kind: 'home' }
  }
  if (walk === null) return { kind: 'gone' }
  if (walk.now < walk.busyTill) return { kind: 'helping', till: walk.busyTill / MINUTE }
  return { kind: walk.walking === null ? 'standing' : 'walking' }
}

/** The phase as a sentence: what is announced when it changes. */
export function describePhase({ drill }: Ready, phase: Phase): Phrase {
  const stays = drill.run.decisions.findLast(({ kind }) => kind === 'stay' || kind === 'upstairs')?.kind
  switch (phase.kind) {
    case 'home':
      if (stays === 'stay') return { key: 'drills:table.stays' }
      return { key: stays === 'upstairs' ? 'drills:table.wentUp' : 'drills:table.ask' }
    case 'gone':
      return { key: 'drills:table.gone' }
    case 'walking':
      return { key: 'drills:table.walking' }
    case 'standing':
      return { key: 'drills:table.which' }
    case 'helping':
      return {
        key: 'drills:table.busy',
        params: { 'time@clock': momentOfEvent(drill, Math.ceil(phase.till)) },
      }
  }
}

/** Where they want to go. */
export function describeGoal({ drill, world }: Ready): Phrase {
  const site = world.sites.find(({ id }) => id === drill.run.goal)
  return site === undefined
    ? { key: 'drills:table.goalAny' }
    : { key: 'drills:table.goal', params: siteParams(site) }
}

/** What stands where they are, and the road on which they are; nothing where nothing has a name. */
export function describePlace({ drill, world }: Ready): readonly Phrase[] {
  const { walk } = drill
  if (walk === null || world.ways === null) return []
  const { graph } = world.ways
  const edge = walk.walking?.edge ?? walk.at.edge
  const at = placeOf({ drill, world })
  const mark = at === null || walk.walking !== null ? null : landmarkAt(world.area, at)
  const name = graph.names[graph.nameOf[edge] as number] ?? null
  return [...(mark === null ? [] : [landmarkPhrase(mark)]), ...(name === null ? [] : [roadPhrase(name)])]
}

/** The place at which they chose last, or stand; null = they are on no way. */
export function placeOf({ drill: { walk }, world: { ways } }: Pick<Ready, 'drill' | 'world'>): LngLat | null {
  if (walk === null || ways === null) return null
  return cutEdge(ways.graph, walk.at.edge, walk.at.along, walk.at.along)[0] ?? null
}

export const boundsOf = (a: LngLat, b: LngLat): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
]
