import { afterEach, describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '#domain/hazards/depth-band.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { HazardAnswer, NoHazardFound, UnavailableReason } from '#domain/risk/hazard-answer.ts'
import { LANGUAGES } from '#i18n/index.ts'
import { aCoverage, aManifest } from '#tests/support/an-area.ts'
import { someWater } from '#tests/support/an-answer.ts'
import { lookOf } from '#map/zone-looks.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { createRiskStore, type RiskState } from './store.ts'

const about = { kind: 'flood', scenario: 'max', sources: ['a31a'], asOf: '2025' } as const
const WHYS: readonly UnavailableReason[] = ['missing', 'partial', 'notBuilt', 'unreadable', 'notLoaded']
const NOTHING_REACHES: readonly NoHazardFound[] = [
  { ...about, answer: 'assessedNone', coverage: 'town-rivers' },
  { ...about, answer: 'noZonePublished' },
  { ...about, answer: 'notAssessed', coverage: 'town-rivers' },
  { ...about, answer: 'outsidePack' },
  ...WHYS.map((why): NoHazardFound => ({ ...about, answer: 'dataUnavailable', why })),
]
const reaches = someWater

const manifest = aManifest({ coverage: [aCoverage()] })
const stateFor = (
  hazards: readonly HazardAnswer[],
  changes: Partial<RiskState['inspected']> = {},
): RiskState => {
  const risk = { at: [135.02, 30.02] as const, area: '99201', hazards }
  return {
    locating: 'resting',
    inspected: { at: risk.at, accuracy: null, from: 'map', name: null, ...changes },
    answered: {
      risk,
      report: describeRisk(risk, manifest),
      near: { ja: '浜', kana: 'はま', romaji: 'Hama' },
    },
  }
}

let screen: Screen
afterEach(() => screen.leave())

function show(state: RiskState) {
  const store = createRiskStore()
  store.setState(state)
  screen.show(
    <AnswerPanel
      store={store}
      paint={(layer, rank) => lookOf(layer, rank, 'day', 'official')}
      outside={<p>OUTSIDE</p>}
    />,
  )
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('no answer comforts, and each one has its own words', async () => {
    screen = await aScreen(tag)
    const said = new Set<string>()
    const nothing = NOTHING_REACHES.map((answer): HazardAnswer => ({ ...answer, kind: 'tsunami' }))
    for (const answer of [...nothing, someWater(1, { kind: 'tsunami' })]) {
      show(stateFor([answer, reaches(2)]))
      const words = screen.words()
      expect(words).not.toMatch(COMFORT)
      expect(words).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      said.add(words)
    }
    expect(said.size).toBe(NOTHING_REACHES.length + 1)
  })

  it('names the place in Japanese, marked as Japanese', async () => {
    screen = await aScreen(tag)
    show(stateFor([reaches(2)]))
    expect(screen.words()).toContain('浜')
    if (tag === 'en') expect(screen.find('[lang="ja"]', '浜').getAttribute('translate')).toBe('no')
  })

  it('prints the credit as its owner wants it, in Japanese, with a date', async () => {
    screen = await aScreen(tag)
    show(stateFor([reaches(2)]))
    expect(screen.find('[lang="ja"]', '「国土数値情報').textContent).toBe(manifest.sources[0]?.credit)
    expect(screen.words()).toContain('2025')
  })
})

it('draws the picture of the depth for each rank, and none where no depth is known', async () => {
  screen = await aScreen()
  for (const rank of [1, 2, 3, 4, 5, 6] as const) {
    show(stateFor([reaches(rank)]))
    const { min, max } = DEPTH_BANDS[rank]
    expect(screen.box.querySelector('svg[data-depth]')?.getAttribute('data-depth')).toBe(
      `${min}-${max ?? ''}`,
    )
  }
  show(stateFor([{ ...about, answer: 'noZonePublished' }]))
  expect(screen.box.querySelector('svg[data-depth]')).toBeNull()
})

it('says that the answer follows, rather than nothing, while no area is open', async () => {
  screen = await aScreen('en')
  show({ ...stateFor([reaches(2)]), answered: null })
  expect(screen.find('[role="status"]').textContent).toContain('as soon as the data are here')
})

it('asks for a better place when the position is coarse, and gives the worst meanwhile', async () => {
  screen = await aScreen('en')
  show(stateFor([reaches(3)], { accuracy: 350, from: 'position' }))
  expect(screen.words()).toContain('350 m')
  expect(screen.words()).toContain('only roughly known')
  show(stateFor([reaches(3)], { accuracy: 12, from: 'position' }))
  expect(screen.words()).not.toContain('only roughly known')
})

it('says once that the place lies outside, and offers what can be done', async () => {
  screen = await aScreen('en')
  show(stateFor([{ ...about, answer: 'outsidePack' }]))
  expect(screen.words()).toContain('OUTSIDE')
  expect(screen.box.querySelector('article')).toBeNull()
  show(stateFor([{ ...about, kind: 'tsunami', answer: 'outsidePack' }, reaches(2)]))
  expect(screen.words()).not.toContain('OUTSIDE')
})
