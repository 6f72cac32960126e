import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { Sheet } from './Sheet.tsx'

const words = { larger: 'larger', smaller: 'smaller', close: 'close' }
let screen: Screen
afterEach(() => screen.leave())

const sheet = (changes: Partial<Parameters<typeof Sheet>[0]>) => (
  <Sheet screen="a" title="Title" height="half" onHeight={() => {}} moveFocus words={words} {...changes}>
    <button type="button">inside</button>
  </Sheet>
)

it('moves the focus to its heading when other content is shown, not at the first drawing', async () => {
  screen = await aScreen()
  screen.show(sheet({}))
  expect(document.activeElement).toBe(document.body)
  screen.show(sheet({ screen: 'b' }))
  expect(document.activeElement?.tagName).toBe('H2')
})

it('leaves the focus where it is while the hand is on the map', async () => {
  screen = await aScreen()
  screen.show(sheet({}))
  screen.find('button', 'inside').focus()
  screen.show(sheet({ screen: 'b', moveFocus: false }))
  expect(document.activeElement?.textContent).toBe('inside')
})

it('closes on Escape, unless something inside has used the key', async () => {
  screen = await aScreen()
  const onClose = vi.fn()
  screen.show(sheet({ onClose }))
  const inside = screen.find('button', 'inside')
  inside.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
  screen.press('Escape', inside)
  expect(onClose).not.toHaveBeenCalled()
  screen.press('Escape', inside)
  expect(onClose).toHaveBeenCalledOnce()
})

it('changes its height by arrow keys and by a press, and says what the press will do', async () => {
  screen = await aScreen()
  const onHeight = vi.fn()
  screen.show(sheet({ onHeight }))
  const handle = screen.find('button', 'larger')
  screen.press('ArrowUp', handle)
  screen.press('ArrowDown', handle)
  act(() => handle.click())
  expect(onHeight.mock.calls.flat()).toEqual(['full', 'peek', 'full'])
  screen.show(sheet({ height: 'full' }))
  expect(screen.find('button', 'smaller')).toBeTruthy()
})
