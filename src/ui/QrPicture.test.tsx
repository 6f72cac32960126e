import { afterEach, beforeEach, expect, it } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { QrPicture } from './QrPicture.tsx'

const MATRIX = [
  [false, false, false, false, false],
  [false, true, true, false, true],
  [false, true, false, true, true],
  [true, true, true, true, true],
  [false, false, false, false, false],
]

/** Draws the bars of the path again, to be compared with the squares. */
function squaresOf(path: string, side: number): boolean[][] {
  const squares = Array.from({ length: side }, () => Array.from({ length: side }, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let at = 0; at < Number(width); at += 1) {
      const row = squares[Number(y)] ?? expect.unreachable()
      row[Number(x) + at] = true
    }
  return squares
}

let screen: Screen
beforeEach(async () => {
  screen = await aScreen()
  screen.show(<QrPicture matrix={MATRIX} label="the plan of our family" />)
})
afterEach(() => screen.leave())

const one = (selector: string): Element => document.querySelector(selector) ?? expect.unreachable()

it('draws exactly the dark squares, black on white', () => {
  expect(squaresOf(one('svg path').getAttribute('d') ?? '', MATRIX.length)).toEqual(MATRIX)
  expect(one('svg path').getAttribute('fill')).toBe('#000000')
  expect(one('svg rect').getAttribute('fill')).toBe('#ffffff')
  expect(one('svg').getAttribute('viewBox')).toBe('0 0 5 5')
})

it('is one picture with a name', () => {
  expect(one('svg').getAttribute('role')).toBe('img')
  expect(one('svg').getAttribute('aria-label')).toBe('the plan of our family')
})
