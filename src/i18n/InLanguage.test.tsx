import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { InLanguage, Said, startI18n, useManyWords, useWords, type LanguageTag } from './index.ts'

let screen: Screen
afterEach(() => screen.leave())

const Name = () => {
  const t = useWords('hazards')
  return (
    <p data-language={t.language}>
      <Said k="hazards:site.tsunami" />
    </p>
  )
}

const Page = ({ tags }: { readonly tags: readonly LanguageTag[] }) => {
  const words = useManyWords(tags)
  if (words.status !== 'ready') return <p>{words.status}</p>
  return words.languages.map((of) => (
    <InLanguage key={of.tag} of={of}>
      <Name />
    </InLanguage>
  ))
}

const said = () => [...screen.box.querySelectorAll('p')].map((one) => one.textContent)
const settle = () =>
  vi.waitFor(async () => {
    await act(() => new Promise((done) => setTimeout(done, 0)))
    expect(said()).not.toContain('loading')
  })

it('speaks two languages on one page, and the app stays in its own', async () => {
  screen = await aScreen('ja')
  screen.show(<Page tags={['en', 'ja-simple']} />)
  expect(said()).toEqual(['loading'])
  await settle()
  expect(said()).toEqual(['Tsunami (津波)', '津波(つなみ)'])
  expect(screen.find('[data-language="en"]').textContent).toContain('Tsunami')
  expect(document.documentElement.lang).toBe('ja')
  screen.show(<Name />)
  expect(said()).toEqual(['津波'])
})

it('goes over to other languages, also while the app changes its own', async () => {
  screen = await aScreen('ja')
  screen.show(<Page tags={['ja', 'en']} />)
  await settle()
  await act(() => startI18n('ja-simple'))
  expect(said()).toEqual(['津波', 'Tsunami (津波)'])
  screen.show(<Page tags={['en']} />)
  await settle()
  expect(said()).toEqual(['Tsunami (津波)'])
})

it('says when the words cannot be had', async () => {
  screen = await aScreen('ja')
  screen.show(<Page tags={['ja', 'xx' as LanguageTag]} />)
  await settle()
  expect(said()).toEqual(['failed'])
})
