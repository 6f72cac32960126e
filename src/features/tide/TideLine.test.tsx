import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '#i18n/index.ts'
import { aTideStation } from '#tests/support/a-tide-station.ts'
import { aManifest, anArea } from '#tests/support/an-area.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { TideLine } from './TideLine.tsx'

const [source] = aManifest().sources
const manifest = aManifest({
  dataDate: '2026-01-01',
  sources: source === undefined ? [] : [{ ...source, id: 'tide', credit: '潮: 見本', asOf: '2023-12-31' }],
  files: [
    { name: 'tide.json.packed', role: 'tide', stage: 1, bytes: 1, rawBytes: 1, sha256: '0'.repeat(64) },
  ],
})
const withGauge = anArea({ manifest, tide: aTideStation() })
const EVENING = Date.parse('2026-11-23T16:30:00+09:00')

let screen: Screen
afterEach(() => {
  vi.doUnmock('./predict-tides.ts')
  screen.leave()
})

async function show(area: Parameters<typeof TideLine>[0]['area'], now = EVENING) {
  screen.show(<TideLine area={area} now={now} />)
  await act(() => import('./predict-tides.ts').then(() => undefined))
  await act(() => new Promise((done) => setTimeout(done, 0)))
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('tells the high tides to come in words, and what they are worth', async () => {
    screen = await aScreen(tag)
    await show(withGauge)
    expect(screen.box.querySelectorAll('li').length).toBeGreaterThan(0)
    expect(screen.words()).toContain('見本港')
    expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]|[{}|]/i)
    expect(screen.find('[lang="ja"]', '潮: 見本')).toBeTruthy()
  })
})

it('says today, tonight and tomorrow, by the clock of Japan', async () => {
  screen = await aScreen('en')
  await show(withGauge, Date.parse('2026-11-23T00:30:00+09:00'))
  const said = [...screen.box.querySelectorAll('li')].map((line) => line.textContent ?? '')
  expect(said.at(-1)).toMatch(/tomorrow, about \d{1,2}:\d0\.$/)
  expect(said.slice(0, -1).every((line) => /(today|tonight), about \d{1,2}:\d0\.$/.test(line))).toBe(true)
  expect(said.length).toBeGreaterThanOrEqual(2)
  expect(screen.words()).toContain('a storm can raise the sea more. Not for navigation.')
})

it('tells no time by a clock that must be wrong', async () => {
  screen = await aScreen('en')
  await show(withGauge, Date.parse('2025-12-31T12:00:00+09:00'))
  expect(screen.words()).toContain('clock of this device looks wrong')
  expect(screen.box.querySelector('li')).toBeNull()
})

it('is not there when the pack has no gauge, and says when the gauge cannot be read', async () => {
  screen = await aScreen('en')
  await show(anArea())
  expect(screen.box.textContent).toBe('')
  await show(anArea({ manifest, tide: null }))
  expect(screen.words()).toContain('cannot be read')
})

it('says so when the calculation cannot be loaded', async () => {
  vi.doMock('./predict-tides.ts', () => ({
    comingTides: () => {
      throw new Error('not there')
    },
  }))
  screen = await aScreen('en')
  await show(withGauge)
  expect(screen.words()).toContain('cannot be calculated')
})
