import { lowestFloorAbove } from './floor-height.ts'
import type { Change, Finding, StayFact } from './stay-decision.ts'

/** What would have to be otherwise, once for each: the highest floor and the longest stock of all that are asked for. */
export function wouldChange(findings: readonly Finding[]): readonly Change[] {
  const changes = findings.flatMap(({ fact }) => changeFor(fact))
  if (changes.some(({ type }) => type === 'nothingHere')) return [{ type: 'nothingHere' }]
  const floors = changes.flatMap((one) => (one.type === 'higherFloor' ? [one.floor] : []))
  const hours = changes.flatMap((one) => (one.type === 'stock' ? [one.hours] : []))
  const data = new Map(changes.flatMap((one) => (one.type === 'data' ? [[one.kind, one] as const] : [])))
  return [
    ...(floors.length === 0 ? [] : [{ type: 'higherFloor', floor: Math.max(...floors) } as const]),
    ...(hours.length === 0 ? [] : [{ type: 'stock', hours: Math.max(...hours) } as const]),
    ...data.values(),
  ]
}

function changeFor(fact: StayFact): readonly Change[] {
  switch (fact.type) {
    case 'landslideZone':
    case 'collapse':
    case 'tsunamiZone':
    case 'noUpperBound':
    case 'above5m':
    case 'durationOpen':
      return [{ type: 'nothingHere' }]
    case 'depthAboveFloor': {
      const floor = lowestFloorAbove(fact.upper)
      return floor === null ? [{ type: 'nothingHere' }] : [{ type: 'higherFloor', floor }]
    }
    case 'stockTooShort':
    case 'stockNotGiven':
      return [{ type: 'stock', hours: fact.need }]
    case 'dataMissing':
      return [{ type: 'data', kind: fact.kind, why: fact.why }]
    case 'depthBelowFloor':
    case 'durationNotKnown':
    case 'outsideZones':
      return []
  }
}
