import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { someEscapeTools } from '#tests/support/an-escape.ts'
import { EscapePanel } from './EscapePanel.tsx'
import type { EscapeTools } from './escape-tools.ts'

let screen: Screen
beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:map', revokeObjectURL: () => {} }))
})
afterEach(() => screen.leave())

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

async function start(changes: Partial<EscapeTools> = {}) {
  screen = await aScreen('en')
  screen.show(<EscapePanel tools={someEscapeTools(changes)} />)
  await settle()
}

describe('the page for paper', () => {
  const paper = () => {
    const found = document.querySelector('[role="dialog"]')
    if (found === null) throw new Error('no page')
    return found
  }

  it('has the map, the legend, when it was made and how old the closures are', async () => {
    const drawn = vi.fn(async () => new Blob())
    const print = vi.fn()
    await start({ drawMap: drawn, print })
    act(() => screen.find('button', 'Make a page to print').click())
    await settle()
    expect(drawn).toHaveBeenCalledOnce()
    expect(drawn.mock.calls[0]?.at(0)).toMatchObject({ ways: { network: { kind: 'reach' } } })
    expect(paper().querySelector('img')?.alt).toContain('Map of roads')
    expect(paper().textContent).toContain('July 1, 2026')
    expect(paper().textContent).toContain('Adult')
    expect(paper().querySelectorAll('tbody tr')).toHaveLength(12)
    act(() => [...paper().querySelectorAll('button')].find((one) => one.textContent === 'Print')?.click())
    expect(print).toHaveBeenCalledOnce()
  })

  it('is all that can be reached while it is open, and gives the focus back', async () => {
    await start()
    const open = screen.find('button', 'Make a page to print')
    open.focus()
    act(() => open.click())
    await settle()
    expect(screen.box.inert).toBe(true)
    expect(paper().contains(document.activeElement)).toBe(true)
    screen.press('Escape')
    expect(document.querySelector('[role="dialog"]')).toBeNull()
    expect(screen.box.inert).toBe(false)
    expect(document.activeElement).toBe(open)
  })

  it('has the table where no map can be drawn, and says so', async () => {
    await start()
    act(() => screen.find('button', 'Make a page to print').click())
    await settle()
    expect(paper().textContent).toContain('Only the table is printed.')
    expect(paper().querySelectorAll('tbody tr')).toHaveLength(12)
  })
})
