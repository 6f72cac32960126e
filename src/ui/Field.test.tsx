import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { Checks, TextField } from './Field.tsx'

let screen: Screen
afterEach(() => {
  vi.useRealTimers()
  screen.leave()
})

const write = (text: string) =>
  act(() => {
    const input = screen.find('input') as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
const field = (value: string, onCommit: (text: string) => void) => (
  <TextField label="name" value={value} most={20} onCommit={onCommit} />
)

it('hands over what was typed once, when the person leaves the field', async () => {
  screen = await aScreen()
  const onCommit = vi.fn()
  screen.show(field('a', onCommit))
  write('ab')
  write('abc')
  expect(onCommit).not.toHaveBeenCalled()
  act(() => void screen.find('input').dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  expect(onCommit.mock.calls).toEqual([['abc']])
  screen.show(null)
  expect(onCommit).toHaveBeenCalledOnce()
})

it('hands it over when the person pauses, and when the field goes away', async () => {
  screen = await aScreen()
  vi.useFakeTimers()
  const onCommit = vi.fn()
  screen.show(field('', onCommit))
  write('ab')
  act(() => void vi.advanceTimersByTime(2000))
  expect(onCommit.mock.calls).toEqual([['ab']])
  write('abc')
  screen.show(null)
  expect(onCommit.mock.calls).toEqual([['ab'], ['abc']])
})

it('shows what the plan holds where nothing is being typed', async () => {
  screen = await aScreen()
  screen.show(field('one', () => undefined))
  screen.show(field('two', () => undefined))
  expect((screen.find('input') as HTMLInputElement).value).toBe('two')
})

it('tells the choice in the order of the options', async () => {
  screen = await aScreen()
  const onChange = vi.fn()
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
  screen.show(<Checks legend="some" options={options} checked={['c']} onChange={onChange} />)
  act(() => screen.box.querySelectorAll('input')[0]?.click())
  act(() => screen.box.querySelectorAll('input')[2]?.click())
  expect(onChange.mock.calls).toEqual([[['a', 'c']], [[]]])
})
