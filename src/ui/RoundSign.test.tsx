import { afterEach, beforeEach, expect, it } from 'vitest'
import { CLOSURE_STRENGTHS, closureSignPaint } from '#map/closure-looks.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { RoundSign } from './RoundSign.tsx'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen()
})
afterEach(() => screen.leave())

function drawn(strength: (typeof CLOSURE_STRENGTHS)[number], isOld: boolean) {
  screen.show(<RoundSign paint={closureSignPaint({ strength, isOld }, 'print')} />)
  const svg = screen.find('svg')
  return {
    hidden: svg.getAttribute('aria-hidden'),
    circles: [...svg.querySelectorAll('circle')].map((one) => one.getAttribute('stroke-dasharray')),
    paths: [...svg.querySelectorAll('path')].map((one) => one.getAttribute('d')),
  }
}

it('is a picture that nobody hears of, another one for each strength', () => {
  const all = CLOSURE_STRENGTHS.map((strength) => drawn(strength, false))
  expect(all.map(({ hidden }) => hidden)).toEqual(['true', 'true', 'true', 'true'])
  expect(new Set(all.map(({ paths }) => paths.join())).size).toBe(4)
})

it('has a ring of dashes for what is planned alone', () => {
  const dashed = CLOSURE_STRENGTHS.filter((strength) =>
    drawn(strength, false).circles.some((dashes) => dashes !== null),
  )
  expect(dashed).toEqual(['planned'])
})

it('has one badge more where what is shown may have changed', () => {
  expect(drawn('closed', true).circles).toHaveLength(drawn('closed', false).circles.length + 2)
})
