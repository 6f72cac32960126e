import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { lookOf } from '#map/zone-looks.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { SitesList } from './SitesList.tsx'
import { createSheltersStore } from './store.ts'

const inZone = aSite({ id: 'E1', name: { ja: '見本小学校', kana: null, en: null }, at: [135.02, 30.02] })
const dry = aSite({ id: 'E2', name: { ja: '見本公園', kana: null, en: null }, at: [135.035, 30.035] })
const shelter = aSite({ id: 'S1', kind: 'shelter', name: { ja: '見本体育館', kana: null, en: null } })
const area = anArea({ sites: [inZone, dry, shelter] })

let screen: Screen
afterEach(() => screen.leave())

async function start(changes: Partial<Parameters<typeof SitesList>[0]> = {}) {
  screen = await aScreen('en')
  const store = createSheltersStore()
  screen.show(
    <SitesList
      store={store}
      area={area}
      from={[135.02, 30.021]}
      paint={(layer, rank) => lookOf(layer, rank, 'day', 'official')}
      first={3}
      onShow={null}
      {...changes}
    />,
  )
  return store
}

it('shows the designation and the zone at the site side by side, and says that both hold', async () => {
  await start()
  const card = screen.find('li', '見本小学校')
  expect(card.querySelector('[data-designation="yes"]')?.textContent).toMatch(/flood/i)
  expect(card.querySelector('[data-zone="hazard"]')?.textContent).toContain('3 m to 5 m')
  const other = screen.find('li', '見本公園')
  expect(other.querySelector('[data-zone="noZonePublished"]')).not.toBeNull()
  expect(card.textContent?.length).toBeGreaterThan(other.textContent?.length ?? 0)
})

it('keeps the two kinds apart, each under its own heading', async () => {
  await start()
  const groups = [...screen.box.querySelectorAll('section')].map((group) => group.textContent ?? '')
  expect(groups).toHaveLength(2)
  expect(groups[0]).toContain('見本小学校')
  expect(groups[0]).not.toContain('見本体育館')
  expect(groups[1]).toContain('見本体育館')
})

it('labels the distance as a straight line, and shows none where no place was chosen', async () => {
  await start()
  expect(screen.find('li', '見本小学校').textContent).toMatch(/straight/i)
  // From the middle of the north side the park lies to the north-east, and the school to the south.
  expect(screen.find('li', '見本公園').textContent).toContain('to the north-east')
  expect(screen.find('li', '見本小学校').textContent).toContain('to the south')
  screen.leave()
  await start({ from: null })
  expect(screen.find('li', '見本小学校').textContent).not.toMatch(/straight/i)
})

it('follows the chosen hazard: where there is no map of it, that is said', async () => {
  const store = await start()
  act(() => store.setState({ hazard: 'earthquake' }))
  const card = screen.find('li', '見本小学校')
  expect(card.querySelector('[data-zone="noMap"]')?.textContent).toContain('no map of this hazard')
  act(() => store.setState({ hazard: 'stormSurge' }))
  expect(screen.find('li', '見本小学校').querySelector('[data-designation="no"]')).not.toBeNull()
})

it('says that the list cannot be read, which is not that there is none', async () => {
  await start({ area: { ...area, sites: null } })
  expect(screen.box.querySelector('li')).toBeNull()
  expect(screen.words()).toMatch(/cannot be read|could not be read/)
})

it('tells of the sites that the city names that it has opened them, and when it said so; of the others nothing', async () => {
  const at = Date.UTC(2026, 6, 1)
  const sites = { ids: new Set(['E1']), at, isOld: false }
  await start({ opened: { sites, now: at } })
  expect(screen.find('li', '見本小学校').textContent).toContain('The city says that it is open (9:00).')
  expect(screen.find('li', '見本公園').textContent).not.toContain('open')
  expect(screen.words()).toContain('These data do not tell whether it is open now')
  screen.leave()
  await start({ opened: { sites: { ...sites, isOld: true }, now: at } })
  expect(screen.find('li', '見本小学校').textContent).toContain('This is old. It may have changed.')
})
