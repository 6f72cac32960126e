import { afterEach, describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/index.ts'
import { aFeature } from '#tests/support/a-feature.ts'
import { aManifest, anArea, box } from '#tests/support/an-area.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { AroundHere } from './AroundHere.tsx'
import { pointMarks } from './point-marks.ts'

const HOME = [135.02, 30.02] as const
const [source] = aManifest().sources
const sources =
  source === undefined
    ? []
    : [{ ...source, id: 'local-aed', credit: '「AED一覧」（見本市）', asOf: '2024-04' }]
const manifest = aManifest({ sources })

const aed = aFeature({ at: [135.0221, 30.02] })
const farAed = aFeature({ id: 'aed-3', name: { ja: '見本駅', kana: null, en: null }, at: [135.04, 30.02] })
const monument = aFeature({
  id: 'denshohi-2',
  kind: 'memorial',
  name: { ja: '見本の碑', kana: null, en: null },
  event: '見本台風（1914年8月25日）',
  note: '潮が堤防を越えた。',
  date: '1917',
  at: [135.02, 30.029],
})
const flood = aFeature({
  id: 'flood-1',
  kind: 'pastFlood',
  name: null,
  note: null,
  date: '1990-07-02',
  at: [...HOME],
  polygon: box([135.019, 30.019, 135.021, 30.021]),
})
const spot = aFeature({ id: 'spot-2', kind: 'dangerSpot', note: '水がたまりやすい', at: [135.02, 30.0165] })

let screen: Screen
afterEach(() => screen.leave())

async function start(features: Parameters<typeof anArea>[0], tag: 'ja' | 'ja-simple' | 'en' = 'en') {
  screen = await aScreen(tag)
  screen.show(<AroundHere area={anArea({ manifest, ...features })} at={HOME} />)
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('says everything in words, the data in Japanese and marked so', async () => {
    await start({ features: [aed, monument, flood, spot] }, tag as 'en')
    expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
    expect(screen.words()).not.toMatch(/[{}|]/)
    expect(screen.find('[lang="ja"]', '潮が堤防を越えた').getAttribute('translate')).toBe('no')
    expect(screen.find('[lang="ja"]', '「AED一覧」（見本市）')).toBeTruthy()
  })
})

it('names the nearest of what helps, with distance and direction, source and date', async () => {
  await start({ features: [farAed, aed] })
  expect(screen.words()).toContain('見本公民館')
  expect(screen.words()).not.toContain('見本駅')
  expect(screen.find('li').textContent).toContain('About 200 m to the east')
  expect(screen.find('li').textContent).toContain('April 2024')
})

it('tells first that it flooded at this very place, and folds the story of a monument away', async () => {
  await start({ features: [aed, monument, flood, spot] })
  const kinds = [...screen.box.querySelectorAll('[data-kind]')].map((one) => one.getAttribute('data-kind'))
  expect(kinds).toEqual(['pastFlood', 'dangerSpot', 'aed', 'memorial'])
  expect(screen.find('[data-here="true"]').textContent).toContain('it flooded here before: July 2, 1990')
  const story = screen.find('details')
  expect(story.textContent).toContain('潮が堤防を越えた')
  expect(story.hasAttribute('open')).toBe(false)
  expect(screen.find('li', '見本の碑').textContent).toContain('Built: 1917')
})

it('never lets a record of danger stand as if it were all', async () => {
  await start({ features: [spot] })
  expect(screen.words()).toContain('Other places can be dangerous too')
})

it('leaves out what is too far to matter', async () => {
  await start({ features: [{ ...spot, at: [135.02, 30.0154] }] })
  expect(screen.box.textContent).toBe('')
  screen.leave()
  await start({ features: [{ ...flood, polygon: box([135.0222, 30.019, 135.024, 30.021]) }] })
  expect(screen.box.textContent).toBe('')
})

it('shows nothing where there is nothing, and says when the list cannot be read', async () => {
  await start({ features: [] })
  expect(screen.box.textContent).toBe('')
  screen.leave()
  await start({ features: null })
  expect(screen.words()).toContain('cannot be read')
})

it('gives the map a mark for each, named in Japanese', () => {
  expect(pointMarks([aed, flood])).toEqual([
    { id: 'aed-2', kind: 'aed', at: aed.at, name: '見本公民館' },
    { id: 'flood-1', kind: 'pastFlood', at: HOME, name: '' },
  ])
})
