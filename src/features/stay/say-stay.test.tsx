import { expect, it } from 'vitest'
import { LANGUAGES, sayIn, wordsFor, type LanguageTag } from '#i18n/index.ts'
import { aHome } from '#tests/support/a-home.ts'
import { someWater } from '#tests/support/an-answer.ts'
import { COMFORT } from '#tests/support/comfort.ts'
import { sayStay } from './say-stay.ts'

const risk = { at: [135.02, 30.02] as const, area: '99201', hazards: [someWater(3)] }
const said = async (tag: LanguageTag) =>
  sayStay(risk, aHome({ floor: 1 }))(sayIn(await wordsFor(tag), tag, 'stay'))

it('says for which building, the decision, when to go, why, and that the city decides', async () => {
  const all = await said('en')
  const wanted = ['2-storey building, floor 1', 'leave this building', 'Alert Level 4', 'up to 5 m deep']
  const places = wanted.map((words) => all.findIndex((text) => text.includes(words)))
  expect(places, all.join('\n')).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

it.each(LANGUAGES.map(({ tag }) => tag))('has words for all of it, and no comfort: %s', async (tag) => {
  const all = (await said(tag)).join(' ')
  expect(all).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
  expect(all).not.toMatch(COMFORT)
})
