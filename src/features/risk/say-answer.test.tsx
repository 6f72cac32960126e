import { describe, expect, it } from 'vitest'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { HazardAnswer } from '#domain/risk/hazard-answer.ts'
import { LANGUAGES, plain, sayIn, wordsFor, type LanguageTag } from '#i18n/index.ts'
import { someCollapse, someWater } from '#tests/support/an-answer.ts'
import { aCoverage, aManifest } from '#tests/support/an-area.ts'
import { COMFORT } from '#tests/support/comfort.ts'
import { speakableOf } from '../speech/index.ts'
import { sayAnswer } from './say-answer.ts'
import type { Inspected } from './store.ts'

const about = { kind: 'tsunami', scenario: 'max', sources: ['a31a'], asOf: '2025' } as const
const NOT_STUDIED: HazardAnswer = { ...about, answer: 'notAssessed', coverage: 'town-rivers' }
const NO_DATA: HazardAnswer = { ...about, kind: 'pond', answer: 'dataUnavailable', why: 'missing' }
const NO_ZONE: HazardAnswer = { ...about, kind: 'landslide', answer: 'noZonePublished' }
const OUTSIDE: HazardAnswer = { ...about, answer: 'outsidePack' }
const manifest = aManifest({ coverage: [aCoverage()] })
const DECISION = [{ key: 'stay:headline.notKnown' }]

async function said(
  tag: LanguageTag,
  hazards: readonly HazardAnswer[],
  place: Partial<Inspected> = {},
): Promise<readonly string[]> {
  const risk = { at: [135.02, 30.02] as const, area: '99201', hazards }
  const speech = sayAnswer(
    { at: risk.at, accuracy: null, from: 'map', name: null, ...place },
    {
      risk,
      report: describeRisk(risk, manifest),
      near: { ja: '浜町', kana: 'ハママチ', romaji: 'Hamamachi' },
    },
    speakableOf(DECISION),
  )
  return speech(sayIn(await wordsFor(tag), tag, 'app'))
}
const inOrder = (all: readonly string[], wanted: readonly (string | RegExp)[]) => {
  const places = wanted.map((one) =>
    all.findIndex((text) => (typeof one === 'string' ? text.includes(one) : one.test(text))),
  )
  expect(places, all.join('\n')).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('says every hazard, comforts nobody, and says nothing twice', async () => {
    const hazards = [someWater(3), someCollapse(), NOT_STUDIED, NO_DATA, NO_ZONE]
    const all = await said(tag, hazards)
    expect(all.map(plain).join(' ')).not.toMatch(COMFORT)
    expect(all.join(' ')).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
    expect(new Set(all).size).toBe(all.length)
    const t = sayIn(await wordsFor(tag), tag, 'app')
    for (const { headline } of describeRisk({ at: [135.02, 30.02], area: '99201', hazards }, manifest)
      .reports)
      expect(all).toContain(t.phrase(headline))
  })
})

it('begins with the headline, then what to do, how deep, what is not known, and the age of the data', async () => {
  inOrder(await said('en', [someWater(3), NOT_STUDIED]), [
    'may be 3 m to 5 m deep',
    'Near Hamamachi',
    'Whether you can stay in this building is not known',
    'Leave for a place outside the zone',
    '([ja:避難指示])',
    'What is not known',
    'not covered by any assessment of tsunamis',
    'do not mean that there is no danger',
    'Source',
    /as of .*\[ja:/,
  ])
})

it('says that nothing is known where nothing is', async () => {
  const all = await said('en', [NO_DATA])
  expect(all[0]).toContain('Not known does not mean no danger')
  expect(all).toContain(
    'This map has no data on irrigation ponds here. Whether water reaches this place is not known.',
  )
})

it('outside the map says so, decides nothing and names no zones', async () => {
  const all = await said('en', [OUTSIDE])
  inOrder(all, ['lies outside the map of', 'Nothing is known here about any hazard'])
  expect(all.join()).not.toContain('Whether you can stay')
})

it('says how badly the place is known', async () => {
  const all = await said('en', [someWater(1)], { from: 'position', accuracy: 800 })
  inOrder(all, ['known to about 800 m', 'only roughly known', 'Whether you can stay'])
})

it('reads the name of the place by its kana', async () => {
  expect((await said('ja', [someWater(1)]))[1]).toBe('{浜町|はままち}の近く')
  expect((await said('en', [someWater(1)]))[1]).toContain('[ja:{浜町|はままち}]')
})
