import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { Heard, startI18n } from './index.ts'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('ja-simple')
})
afterEach(() => screen.leave())

it('says each word once, by its reading', () => {
  screen.show(<Heard text="{水|みず}が {来|き}ます。" />)
  expect(screen.box.textContent).toBe('みずが きます。')
  expect(screen.box.querySelector('ruby, rt')).toBeNull()
})

it('says in Japanese what is written', async () => {
  await act(() => startI18n('ja'))
  screen.show(<Heard text="{水|みず}が来ます。" />)
  expect(screen.box.textContent).toBe('水が来ます。')
})

it('gives each piece in another language its language and direction, readings too', async () => {
  await act(() => startI18n('en'))
  screen.show(<Heard text="Leave ([ja:{避難指示|ひなんしじ} [ar:اخرج]])." />)
  const [japanese, arabic] = [...screen.box.querySelectorAll('span')].map((one) => [one.lang, one.dir])
  expect(japanese).toEqual(['ja', 'ltr'])
  expect(arabic).toEqual(['ar', 'rtl'])
  expect(screen.box.textContent).toBe('Leave (ひなんしじ اخرج).')
})

it('says a phrase or a key in the language of now', () => {
  screen.show(
    <>
      <Heard k="hazards:site.tsunami" /> <Heard phrase={{ key: 'hazards:site.tsunami' }} />
    </>,
  )
  expect(screen.box.textContent).toBe('つなみ つなみ')
})
