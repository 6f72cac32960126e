import { expect, it } from 'vitest'
import { aboutScenario, describeInject, titleOfScenario } from './describe-scenario.ts'
import { INJECT_KINDS } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'

it('names a shipped scenario by its id, and any other by its danger', () => {
  for (const scenario of SCENARIOS) {
    expect(titleOfScenario(scenario)).toEqual({ key: `drills:scenario.${scenario.id}.title` })
    expect(aboutScenario(scenario)).toEqual({ key: `drills:scenario.${scenario.id}.about` })
  }
  const own = { id: 'own-1', hazard: 'stormSurge' } as const
  expect([titleOfScenario(own), aboutScenario(own)]).toEqual([{ key: 'timeline:danger.stormSurge' }, null])
})

it('tells where something happened only where that is known, and only of what has a place', () => {
  const told = (kind: (typeof INJECT_KINDS)[number]) => [
    describeInject({ kind, minutes: null }).key,
    describeInject({ kind, minutes: null }, '川端', '小学校').key,
  ]
  expect(told('bridgeGone')).toEqual(['drills:inject.bridgeGone', 'drills:inject.bridgeGoneAt'])
  expect(told('roadShut')).toEqual(['drills:inject.roadShut', 'drills:inject.roadShutAt'])
  expect(told('siteFull')).toEqual(['drills:inject.siteFull', 'drills:inject.siteFullAt'])
  for (const kind of INJECT_KINDS.slice(3)) expect(new Set(told(kind)).size, kind).toBe(1)
  expect(describeInject({ kind: 'neighbour', minutes: 15 }).params).toEqual({ count: 15 })
  expect(describeInject({ kind: 'roadShut', minutes: null }, '川端').params).toEqual({ 'place@name': '川端' })
})
