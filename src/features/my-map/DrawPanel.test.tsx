import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import type { DrawRequest } from '../plan/index.ts'
import { DrawPanel } from './DrawPanel.tsx'

let screen: Screen
afterEach(() => screen.leave())

const LINE: readonly LngLat[] = [
  [135, 30],
  [135, 30.01],
  [135.01, 30.01],
]
const hands = { onUndo: vi.fn(), onDone: vi.fn(), onCancel: vi.fn() }
const show = (tool: DrawRequest['tool'], count: number) =>
  screen.show(
    <DrawPanel request={{ tool, corners: [], onDone: vi.fn() }} corners={LINE.slice(0, count)} {...hands} />,
  )
const button = (words: string) => screen.find('button', words) as HTMLButtonElement

it.each([
  ['point', 1],
  ['line', 2],
  ['area', 3],
] as const)('a %s can be ended from %i corners on, and until then it says why not', async (tool, least) => {
  screen = await aScreen('en')
  show(tool, least - 1)
  expect(button('Done').disabled).toBe(true)
  const reason = button('Done').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(reason)?.textContent).toMatch(/point|place/)
  show(tool, least)
  expect(button('Done').disabled).toBe(false)
  act(() => button('Done').click())
  expect(hands.onDone).toHaveBeenCalled()
})

it('tells how many corners there are, and how long the line is or how far it is around', async () => {
  screen = await aScreen('en')
  const said = () => screen.find('[role="status"]').textContent
  show('line', 1)
  expect(said()?.trim()).toBe('1 point')
  // One hundredth of a degree of latitude is 1.11 km; at 30° north one of longitude 0.96 km.
  show('line', 2)
  expect(said()).toBe('2 points About 1.1 km long')
  show('line', 3)
  expect(said()).toContain('About 2.1 km long')
  show('area', 3)
  expect(said()).toContain('About 3.5 km around')
})

it('takes a corner back, gives up, and tells the keys', async () => {
  screen = await aScreen('en')
  show('line', 0)
  expect(button('Take the last point back').disabled).toBe(true)
  show('line', 2)
  act(() => button('Take the last point back').click())
  act(() => button('Stop drawing').click())
  expect(hands.onUndo).toHaveBeenCalledOnce()
  expect(hands.onCancel).toHaveBeenCalledOnce()
  expect(screen.words()).toContain('arrow keys')
})
