import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { answerOnline, type FetchTile } from '#domain/official-tiles/answer-online.ts'
import type { TileAnswer } from '#domain/official-tiles/read-layer.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import type { OfficialTiles } from '#platform/ports.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { createOnlineCommands } from './commands.ts'
import { OnlineOffer } from './OnlineOffer.tsx'
import { OnlineOverlayChoice } from './OnlineOverlayChoice.tsx'
import { PositionEntry } from './PositionEntry.tsx'
import { createOnlineStore } from './store.ts'

const HERE = [130.0989, 33.1037] as const

/** A server that draws one colour on every layer that has it, or nothing, or cannot be reached. */
const serving =
  (answer: TileAnswer): FetchTile =>
  async () =>
    answer
const colour = (red: number, green: number, blue: number): TileAnswer => ({
  state: 'picture',
  picture: { width: 256, height: 256, colourAt: () => [red, green, blue, 255] },
})

let screen: Screen
afterEach(() => screen.leave())

async function offer(
  tag: LanguageTag,
  answer: TileAnswer,
  place: { at?: readonly [number, number]; accuracy?: number | null } = {},
) {
  screen = await aScreen(tag)
  const asked: unknown[] = []
  const store = createOnlineStore()
  const tiles: OfficialTiles = {
    host: 'tiles.example',
    template: (layer) => layer,
    answerAt: (at) => (asked.push(at), answerOnline(at, serving(answer))),
  }
  const commands = createOnlineCommands(store, tiles, () => false)
  screen.show(
    <OnlineOffer
      store={store}
      commands={commands}
      host={tiles.host}
      at={place.at ?? HERE}
      accuracy={place.accuracy ?? null}
      card={(report) => (
        <article key={`${report.kind} ${report.scenario}`} data-tone={report.tone}>
          {report.kind}
        </article>
      )}
    />,
  )
  return { asked, store, commands }
}

const tap = async (selector: string, words = '') => {
  await act(async () => {
    screen.find(selector, words).click()
    await Promise.resolve()
  })
  // The words come in a chunk of their own, and the answer after a number of microtasks: twelve layers in four lanes.
  await act(() => import('#domain/official-tiles/describe-online.ts'))
  await act(() => new Promise((done) => setTimeout(done, 30)))
}

describe('the offer', () => {
  it('says to whom and what is sent before anything is asked; the tap is the agreement', async () => {
    const { asked, store } = await offer('ja', { state: 'none' })
    expect(screen.words()).toContain('tiles.example')
    expect(screen.words()).toContain('250 m')
    expect(asked).toEqual([])
    await tap('button', '同意して')
    expect(asked).toEqual([HERE])
    expect(store.getState().agreed).toBe(true)
  })

  it.each(LANGUAGES.map(({ tag }) => tag))('in %s marks the answer and never comforts', async (tag) => {
    for (const answer of [
      { state: 'none' },
      { state: 'failed' },
      colour(1, 2, 3),
      colour(255, 183, 183),
    ] as TileAnswer[]) {
      await offer(tag, answer)
      await tap('button')
      const words = screen.words()
      expect(screen.find('[role="group"] h4')).toBeDefined()
      expect(words).toContain('出典：ハザードマップポータルサイト')
      expect(words).toContain(
        '最新かつ詳細な情報については各市町村が作成するハザードマップをご確認ください。',
      )
      expect(words).not.toMatch(COMFORT)
      expect(words).not.toMatch(/\b(online|risk|app):[a-z]/)
      screen.leave()
    }
    await offer(tag, { state: 'none' })
  })

  it('shows what could not be fetched as not known, and what is drawn as a zone', async () => {
    await offer('ja', { state: 'failed' })
    await tap('button')
    expect(screen.box.querySelectorAll('[data-tone="none"]')).toHaveLength(0)
    expect(screen.box.querySelectorAll('[data-tone="unknown"]')).toHaveLength(8)
    screen.leave()
    await offer('ja', colour(255, 183, 183))
    await tap('button')
    expect(screen.box.querySelectorAll('[data-tone="hazard"]').length).toBe(5)
  })

  it('is not made for a place abroad or a position that is too rough', async () => {
    await offer('en', { state: 'none' }, { at: [2.35, 48.85] })
    expect(screen.box.querySelector('button')).toBeNull()
    screen.leave()
    await offer('en', { state: 'none' }, { accuracy: 500 })
    expect(screen.box.querySelector('button')).toBeNull()
    expect(screen.words()).toContain('too rough')
  })
})

describe('a typed position', () => {
  it('is taken, or refused with the form that is expected', async () => {
    screen = await aScreen('en')
    const taken: unknown[] = []
    screen.show(<PositionEntry onPlace={(at) => taken.push(at)} />)
    const field = screen.find('input') as HTMLInputElement
    const type = (text: string) =>
      act(() => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
    type('somewhere')
    await tap('button')
    expect(taken).toEqual([])
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.find('[role="alert"]').textContent).toContain('33.1037, 130.0989')
    type('35.6, 139.7')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    await tap('button')
    expect(taken).toEqual([[139.7, 35.6]])
  })
})

describe('the choice of a layer over the map', () => {
  it('is there after the agreement only, with none at first, and says when pictures are missing', async () => {
    screen = await aScreen('ja')
    const store = createOnlineStore()
    const tiles: OfficialTiles = {
      host: 'tiles.example',
      template: (layer) => layer,
      answerAt: () => Promise.reject(new Error('not asked')),
    }
    const commands = createOnlineCommands(store, tiles, () => false)
    screen.show(
      <OnlineOverlayChoice store={store} commands={commands} host="tiles.example" isOffline={false} />,
    )
    expect(screen.box.querySelectorAll('input')).toHaveLength(0)
    await tap('button')
    const radios = [...screen.box.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
    expect(radios).toHaveLength(13)
    expect(radios.findIndex((radio) => radio.checked)).toBe(0)
    act(() => radios[8]?.click())
    expect(store.getState().overlay).toBe('tsunami')
    act(() => commands.overlayFailed())
    expect(screen.words()).toContain('取れなかった画像があります')
  })
})
