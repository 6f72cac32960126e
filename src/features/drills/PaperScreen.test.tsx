import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepHosted } from '#domain/drills/hosted-drill.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aDrillShelf, drillTools } from '#tests/support/drill-tools.ts'
import { PaperScreen } from './PaperScreen.tsx'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => screen.leave())

async function show(languages: readonly string[] | null, sought: string) {
  const shelf = aDrillShelf()
  const invitation = { area: '99201', scenario: 'stand', begins: null, group: null }
  if (languages !== null) await shelf.write('hosted', keepHosted({ invitation, languages }))
  const world = drillTools({ shelf })
  screen.show(<PaperScreen tools={world.tools} />)
  // The words of a language are fetched.
  for (let turn = 0; turn < 500 && screen.box.querySelector(sought) === null; turn += 1)
    await act(async () => void (await new Promise((done) => setTimeout(done, 20))))
  return world
}
const press = (words: string) => act(async () => screen.find('button', words).click())

it('prints the poster of the drill that is held, in its languages', async () => {
  const { handed, went } = await show(['vi', 'ja', 'xx'], '[data-poster]')
  const poster = screen.find('[data-poster]')
  expect([poster.lang, poster.dataset['languages']]).toEqual(['vi', '2'])
  expect(poster.textContent).toContain('https://map.example/')
  await press('Print')
  await press('Back')
  expect([handed, went]).toEqual([['print'], ['back']])
})

it('says that no drill is held here', async () => {
  await show(null, '[class*=notice]')
  expect(screen.words()).toContain('No drill is held on this device.')
})
