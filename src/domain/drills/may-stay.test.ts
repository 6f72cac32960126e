import { describe, expect, it } from 'vitest'
import type { PlanFacts } from '../plan/plan-facts.ts'
import type { StayVerdict } from '../stay/stay-decision.ts'
import { dangersOf, mayStayIn } from './may-stay.ts'
import type { Scenario } from './scenario.ts'
import { shippedScenario } from './scenarios.ts'

const FLOOD: Pick<Scenario, 'hazard' | 'water'> = { hazard: 'flood', water: { kind: 'none' } }
const SURGE = shippedScenario('surge-night') ?? expect.unreachable()

type Told = readonly [
  hazard: StayVerdict['hazard'],
  result: StayVerdict['result'],
  rule?: StayVerdict['rule'],
]

/** A home whose decision says so; null = no building was told. */
const facts = (told: readonly Told[] | null): PlanFacts =>
  ({
    home: {
      risk: {},
      stay:
        told === null
          ? null
          : { hazards: told.map(([hazard, result, rule = 'C']) => ({ hazard, result, rule })) },
    },
    reached: [],
    unknown: [],
  }) as unknown as PlanFacts

describe('the dangers of a scenario', () => {
  it('are its own, and those whose maps its water rises on', () => {
    expect(dangersOf(FLOOD)).toEqual(['flood'])
    expect(dangersOf(SURGE)).toEqual(['flood', 'stormSurge'])
  })
})

describe('staying at home through a scenario', () => {
  it.each<readonly [string, readonly Told[] | null, boolean | null]>([
    ['a floor above the water', [['flood', 'stayPossible']], true],
    ['a building that has to be left', [['flood', 'leave']], false],
    ['a depth that is not known', [['flood', 'notKnown']], null],
    ['a home outside the zones: no leave to stay', [['flood', 'stayPossible', 'E']], null],
    ['no building', null, null],
  ])('%s', (_, told, may) => {
    expect(mayStayIn(facts(told), FLOOD)).toBe(may)
  })

  it('asks every danger that comes', () => {
    expect(mayStayIn(facts([['flood', 'stayPossible'], ['stormSurge', 'leave']]), SURGE)).toBe(false) // prettier-ignore
    expect(mayStayIn(facts([['flood', 'stayPossible'], ['stormSurge', 'notKnown']]), SURGE)).toBe(null) // prettier-ignore
    expect(mayStayIn(facts([['flood', 'stayPossible'], ['stormSurge', 'stayPossible', 'E']]), SURGE)).toBe(true) // prettier-ignore
  })

  it('never stays in a tsunami', () => {
    const tsunami = shippedScenario('tsunami') ?? expect.unreachable()
    expect(mayStayIn(facts([['tsunami', 'stayPossible']]), tsunami)).toBe(false)
  })

  it('knows nothing without a home', () => {
    expect(mayStayIn({ home: null, reached: [], unknown: [] } as unknown as PlanFacts, FLOOD)).toBe(null)
  })
})
