import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Place } from '#domain/places/place.ts'
import { anArea } from '#tests/support/an-area.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { SearchPanel } from './SearchPanel.tsx'
import { createSearchStore } from './store.ts'

const place = (name: string, kana: string, romaji: string): Place => ({
  name,
  kana,
  romaji,
  kind: 'district',
  at: [135.02, 30.02],
})
const area = anArea({
  sites: [],
  places: [place('浜', 'はま', 'Hama'), place('古枝', 'ふるえだ', 'Furueda')],
})

let screen: Screen
afterEach(() => screen.leave())

async function start(text = '') {
  screen = await aScreen('en')
  const store = createSearchStore()
  store.setState({ text })
  const onChoose = vi.fn()
  screen.show(<SearchPanel store={store} area={area} autoFocus onChoose={onChoose} />)
  const submit = () =>
    act(
      () => void screen.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    )
  return { store, onChoose, submit }
}

const focused = () => document.activeElement?.textContent ?? ''

it('shows the long list and its length while nothing is typed', async () => {
  await start()
  expect(screen.box.querySelectorAll('li')).toHaveLength(2)
  expect(screen.find('[role="status"]').textContent).toContain('2')
  expect(document.activeElement?.tagName).toBe('INPUT')
})

it('finds by kana, by Latin letters, by characters, and says how many', async () => {
  for (const text of ['はま', 'ハマ', 'hama', '浜']) {
    await start(text)
    expect(screen.find('[role="status"]').textContent).toBe('1 found')
    expect(screen.find('li').textContent).toContain('Hama (浜)')
    screen.leave()
  }
  await start('')
})

it('goes through the list by arrow keys and back to the field', async () => {
  await start()
  screen.press('ArrowDown')
  expect(focused()).toContain('浜')
  screen.press('ArrowDown')
  expect(focused()).toContain('古枝')
  screen.press('ArrowUp')
  screen.press('ArrowUp')
  expect(document.activeElement?.tagName).toBe('INPUT')
})

it('takes the first hit on Enter, and nothing when nothing was typed', async () => {
  const { store, onChoose, submit } = await start()
  submit()
  expect(onChoose).not.toHaveBeenCalled()
  act(() => store.setState({ text: 'furu' }))
  submit()
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ name: '古枝' })
})

it('empties the field on the first Escape and leaves the second one to the sheet', async () => {
  const { store } = await start('xyz')
  expect(screen.find('[role="status"]').textContent).toContain('Nothing found')
  const used: boolean[] = []
  const onKey = (event: KeyboardEvent) => used.push(event.defaultPrevented)
  document.body.addEventListener('keydown', onKey)
  screen.press('Escape')
  expect(store.getState().text).toBe('')
  screen.press('Escape')
  document.body.removeEventListener('keydown', onKey)
  expect(used).toEqual([true, false])
})
