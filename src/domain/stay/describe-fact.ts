import type { Phrase } from '../risk/report.ts'
import type { Home } from './home.ts'
import type { StayFact } from './stay-decision.ts'

const phrase = (key: string, params?: Phrase['params']): Phrase =>
  params === undefined ? { key } : { key, params }

/** Hours as a sentence can say them: whole hours below a day, else days, rounded up. */
export const lasting = (group: string, hours: number): Phrase =>
  hours < 24
    ? phrase(`stay:${group}.hours`, { hours: Math.ceil(hours) })
    : phrase(`stay:${group}.days`, { count: Math.ceil(hours / 24) })

type FactOf<T extends StayFact['type']> = Extract<StayFact, { type: T }>

/** A fact in sentences. What is missing is said in the words of the answer, so that it reads the same everywhere. */
export function describeFact(fact: StayFact, home: Home): readonly Phrase[] {
  switch (fact.type) {
    case 'landslideZone':
      return [phrase(`stay:fact.landslide.${fact.planned ? 'planned' : fact.zone}`)]
    case 'collapse':
      return describeCollapse(fact, home)
    case 'above5m':
      return [
        phrase('stay:fact.above5m', { upper: fact.upper }),
        ...(fact.askBuilding ? [phrase('stay:fact.askBuilding')] : []),
      ]
    case 'depthAboveFloor':
    case 'depthBelowFloor': {
      const { upper, floorHeight: height } = fact
      return [phrase(`stay:fact.${fact.type}`, { upper, height, floor: home.floor })]
    }
    case 'stockTooShort':
      return [lasting('need', fact.need), phrase('stay:fact.stockTooShort')]
    case 'stockNotGiven':
      return [lasting('need', fact.need), phrase('stay:fact.stockNotGiven')]
    case 'outsideZones':
      return [
        phrase(`stay:fact.outside.${fact.studied ? 'studied' : 'notTold'}`),
        phrase('risk:unknown.outsideZone'),
      ]
    case 'dataMissing':
      return [describeMissing(fact)]
    case 'tsunamiZone':
    case 'noUpperBound':
    case 'durationOpen':
    case 'durationNotKnown':
      return [phrase(`stay:fact.${fact.type}`)]
  }
}

/** That a concrete building is no exception is said to those who may think so. */
const describeCollapse = ({ by }: FactOf<'collapse'>, { structure }: Home): readonly Phrase[] => [
  phrase(`stay:fact.collapse.${by}`),
  ...(structure === 'reinforced' && by !== 'erosion' ? [phrase('stay:fact.concrete')] : []),
]

function describeMissing({ kind, why }: FactOf<'dataMissing'>): Phrase {
  switch (why) {
    case 'notAssessed':
      return phrase(`risk:headline.notAssessed.${kind}`)
    case 'outsidePack':
      return phrase('stay:fact.outsidePack')
    case 'incomplete':
      return phrase('risk:unknown.incomplete')
    case 'missing':
    case 'partial':
    case 'notBuilt':
    case 'unreadable':
    case 'notLoaded':
    case 'notFetched':
    case 'colourUnknown':
      return phrase(`risk:headline.dataUnavailable.${kind}`)
  }
}
