import { expect, it } from 'vitest'
import { planFactsOf } from '#domain/plan/plan-facts-of.ts'
import type { Destination, Plan } from '#domain/plan/plan.ts'
import { anArea } from '#tests/support/an-area.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { goalChecks } from './goal-checks.ts'

const goal = (change: Partial<Destination>): Destination => ({
  id: 'i50',
  kind: 'relative',
  site: null,
  name: '叔母',
  at: [135.035, 30.035],
  hazards: [],
  by: 'walk',
  minutes: null,
  phone: '',
  note: '',
  ...change,
})
const checks = (change: Partial<Destination>, plan: Partial<Plan> = {}, area = anArea()) => {
  const [facts] = planFactsOf(area, aPlan({ destinations: [goal(change)], routes: [], ...plan })).destinations
  if (facts === undefined) throw new Error('no facts')
  return goalChecks(facts)
}
const tones = (...args: Parameters<typeof checks>) =>
  Object.fromEntries(checks(...args).flatMap(({ hazards, tone }) => hazards.map((hazard) => [hazard, tone])))

it('tells a destination in a zone, worst first, and joins dangers of which the same holds', () => {
  const [first, second] = checks({ at: [135.0175, 30.0175] })
  expect(first).toMatchObject({ hazards: ['flood'], tone: 'hazard' })
  expect(first?.phrases).toEqual([{ key: 'way:zone.between', params: { min: 3, max: 5 } }])
  expect(second).toMatchObject({ hazards: ['landslide', 'stormSurge', 'tsunami'], tone: 'unknown' })
})

it('never takes what is not known for what is outside the zones', () => {
  expect(tones({})).toMatchObject({ flood: 'none', landslide: 'unknown' })
  expect(tones({ at: null })).toMatchObject({ flood: 'unknown', tsunami: 'unknown' })
  expect(tones({ at: [139, 35] })).toMatchObject({ flood: 'unknown' })
})

it('tells a site that is gone, not designated, or of which the list does not say', () => {
  expect(tones({ kind: 'site', site: 'E9' })).toMatchObject({ flood: 'hazard' })
  // `aSite` is designated for floods, not for tsunamis, and says nothing of landslides.
  expect(tones({ kind: 'site', site: 'E1' })).toMatchObject({ tsunami: 'hazard', landslide: 'unknown' })
})

it('puts dangers that are not meant last', () => {
  const all = checks({ at: [135.0175, 30.0175], hazards: ['tsunami'] })
  expect(all[0]).toMatchObject({ hazards: ['tsunami'], meant: true })
  expect(all.slice(1).every(({ meant }) => !meant)).toBe(true)
})

it('goes upstairs only as far as the building allows', () => {
  expect(tones({ kind: 'upstairs', at: null }, { places: [] })).toMatchObject({ flood: 'unknown' })
})
