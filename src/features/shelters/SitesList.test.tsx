import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { OnFoot } from '#domain/shelters/on-foot.ts'
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
  show(store, changes)
  return store
}

function show(
  store: ReturnType<typeof createSheltersStore>,
  changes: Partial<Parameters<typeof SitesList>[0]>,
) {
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

describe('along real ways', () => {
  const other = aSite({ id: 'E3', name: { ja: '対岸小学校', kana: null, en: null }, at: [135.021, 30.021] })
  const lost = aSite({ id: 'E4', name: { ja: '離れ小学校', kana: null, en: null }, at: [135.024, 30.021] })
  const town = { ...area, sites: [inZone, other, dry, lost, shelter] }
  const issued = Date.UTC(2026, 6, 1)
  const way = (metres: number, zoneMetres = 0) =>
    ({
      ok: true,
      value: { metres, seconds: metres, zoneMetres, unknownMetres: 0, perhapsClosedMetres: 0 },
    }) as const
  const walks = (changes: Partial<OnFoot> = {}): OnFoot => ({
    question: 'here',
    to: new Map<string, ReturnType<typeof way> | { ok: false; reason: 'unreachable' }>([
      ['E1', way(420, 60)],
      ['E2', way(300)],
      ['E3', { ok: false, reason: 'unreachable' }],
      ['S1', way(900)],
    ]),
    pace: 60,
    closures: { issued, isOld: false },
    ...changes,
  })
  const names = () =>
    [...screen.box.querySelectorAll('h4')].map(({ textContent }) => textContent?.slice(0, 5))

  it('stands the straight lines first; then the ways, in their order, with what they are worth', async () => {
    const store = await start({ area: town, first: 9 })
    expect(names()).toEqual(
      ['対岸小学校', '見本小学校', '離れ小学校', '見本公園', '見本体育館'].map((name) => name.slice(0, 5)),
    )
    show(store, { area: town, first: 9, onFoot: { walks: walks(), now: issued } })
    expect(names().slice(0, 4)).toEqual(['見本公園', '見本小学校', '離れ小学校', '対岸小学校'])
    expect(screen.find('li', '見本公園').textContent).toContain('About 300 m on foot, about 5 min')
    expect(screen.find('li', '見本小学校').textContent).toContain('60 m of it leads through a zone')
    expect(screen.find('li', '対岸小学校').querySelector('[data-walk="none"]')?.textContent).toContain(
      'No way',
    )
    expect(screen.find('li', '離れ小学校').querySelector('[data-walk]')).toBeNull()
    expect(screen.find('li', '離れ小学校').textContent).toMatch(/straight/)
    const basis = screen.find('[role="status"]', 'Reckoned').textContent
    expect(basis).toContain('at 60 m a minute')
    expect(basis).toContain('Closed roads: as the city told at 9:00.')
    // One of them has only its straight line.
    expect(basis).toContain('Along the roads it is farther')
  })

  it('never says that roads are open: nothing is known of closures, or what is known is old', async () => {
    await start({ area: town, onFoot: { walks: walks({ closures: null }), now: issued } })
    expect(screen.words()).toContain('Nothing is known of closed roads.')
    screen.leave()
    const old = walks({ closures: { issued, isOld: true } })
    await start({ area: town, onFoot: { walks: old, now: issued } })
    expect(screen.find('[role="status"]', 'Reckoned').textContent).toContain('This is old.')
  })

  it('moves no card once somebody reads in it; the numbers are the new ones', async () => {
    const store = await start({ area: town, first: 9 })
    const before = names()
    act(() => void screen.box.querySelector('li')?.dispatchEvent(new Event('pointerdown', { bubbles: true })))
    show(store, { area: town, first: 9, onFoot: { walks: walks(), now: issued } })
    expect(names()).toEqual(before)
    expect(screen.find('li', '見本公園').textContent).toContain('About 300 m on foot')
  })

  it('is in order once only: closures that come later change numbers and move nothing', async () => {
    const store = await start({ area: town, first: 9 })
    show(store, { area: town, first: 9, onFoot: { walks: walks(), now: issued } })
    const before = names()
    const later = walks({ to: new Map([['E1', way(100)], ['E2', way(5000)]]) }) // prettier-ignore
    show(store, { area: town, first: 9, onFoot: { walks: later, now: issued } })
    expect(names()).toEqual(before)
    expect(screen.find('li', '見本公園').textContent).toContain('5.0 km on foot')
    show(store, { area: town, first: 9, onFoot: { walks: { ...later, question: 'by night' }, now: issued } })
    expect(names()[0]).toBe('見本小学校')
  })
})
