import { expect, it } from 'vitest'
import { aScreen } from '#tests/support/a-screen.tsx'
import { UnreviewedLine, UnreviewedMark } from './UnreviewedMark.tsx'

it('says in an unchecked language that it is unchecked, and nothing in Japanese', async () => {
  let reports = 0
  const screen = await aScreen('en')
  screen.show(<UnreviewedMark onReport={() => (reports += 1)} />)
  expect(screen.words()).toContain('Not yet checked by a speaker')
  screen.find('button').click()
  expect(reports).toBe(1)
  screen.show(<UnreviewedLine />)
  expect(screen.words()).toContain('the Japanese text is the right one')
  const japanese = await aScreen('ja')
  japanese.show(<UnreviewedMark onReport={() => undefined} />)
  expect(japanese.words()).toBe('')
})
