import { afterEach, beforeEach, expect, it } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { LineSwatch, type LinePaint } from './LineSwatch.tsx'

const PAINT: LinePaint = { colour: '#000000', casing: '#FFFFFF', width: 4, dash: null, marks: 'none' }
let screen: Screen
beforeEach(async () => {
  screen = await aScreen()
})
afterEach(() => screen.leave())

function pathsOf(changes: Partial<LinePaint>) {
  screen.show(<LineSwatch paint={{ ...PAINT, ...changes }} />)
  return [...screen.box.querySelectorAll('path')]
}

it('is a picture that nobody hears of', () => {
  pathsOf({})
  expect(screen.find('svg').getAttribute('aria-hidden')).toBe('true')
})

it('has dashes as long as on the map, where they are told in widths of the line', () => {
  const dashes = (changes: Partial<LinePaint>) =>
    pathsOf(changes).map((path) => path.getAttribute('stroke-dasharray'))
  expect(dashes({ dash: [2, 1] })).toEqual([null, '8 4'])
  expect(dashes({})).toEqual([null, null])
})

it('has strokes on the line only where the look has them, each on a casing', () => {
  const strokes = (marks: LinePaint['marks']) =>
    pathsOf({ marks })
      .slice(2)
      .map((path) => path.getAttribute('d'))
  expect(strokes('none')).toEqual([])
  expect(strokes('bars')).toHaveLength(6)
  expect(strokes('crosses')).not.toEqual(strokes('bars'))
})
