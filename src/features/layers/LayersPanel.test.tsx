import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { ZONE_LAYERS } from '#domain/hazards/zone-layer.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aPackLayer } from '#tests/support/an-area.ts'
import { LayersPanel } from './LayersPanel.tsx'
import { createLayersStore, type LayersStore } from './store.ts'

let screen: Screen
let store: LayersStore
beforeEach(async () => {
  screen = await aScreen('ja')
  store = createLayersStore({ layers: {}, opacity: null, palette: 'official' })
})
afterEach(() => screen.leave())

const show = (layers: readonly PackLayer[]) =>
  screen.show(
    <LayersPanel store={store} theme="day" layers={layers}>
      {null}
    </LayersPanel>,
  )
const FLOODS = [
  aPackLayer({ asOf: '2024-03' }),
  aPackLayer({ id: 'flood-design', scenario: 'design', draws: 'flood-design', asOf: null }),
]
const radio = (words: string) => screen.find('label', words).querySelector('input') as HTMLInputElement
const press = (input: HTMLInputElement) => act(() => input.click())

it('names every hazard there is, and says why one cannot be shown', () => {
  show([...FLOODS, aPackLayer({ kind: 'tsunami', draws: 'tsunami-max', state: 'missing', file: null })])
  expect(screen.words()).toContain('津波の深さデータを手に入れられませんでした')
  expect(screen.words()).toContain('高潮の深さこの地図にデータがありません')
  const offered = screen.box.querySelectorAll('fieldset input[type="radio"]').length
  expect(offered).toBeGreaterThanOrEqual(2)
  expect(screen.box.querySelectorAll('fieldset legend').length).toBeGreaterThanOrEqual(6)
})

it('shows one depth at a time, and none when that is asked for', () => {
  show(FLOODS)
  expect(radio('想定最大規模').checked).toBe(true)
  press(radio('計画規模'))
  expect(store.getState().water).toEqual(['flood-design'])
  expect(radio('想定最大規模').checked).toBe(false)
  press(radio('水の深さを地図に出さない'))
  expect(store.getState().water).toEqual([])
})

it('shows several depths only after that was switched on', () => {
  show(FLOODS)
  press(screen.find('label', '何枚も重ねる').querySelector('input') as HTMLInputElement)
  press(radio('計画規模'))
  expect(store.getState().water).toEqual(['flood-max', 'flood-design'])
})

it('says the date of the data, and what is missing of them', () => {
  const river = { id: '1', name: '見本川' }
  show([aPackLayer({ asOf: '2024-03', river, siblings: 2 })])
  expect(screen.words()).toMatch(/一部のデータがありません。 2024年3月のデータです。/)
})

it('lets one choose the river whose flood is shown', () => {
  show([aPackLayer({ river: { id: '8909', name: '見本川' } })])
  const select = screen.find('select') as HTMLSelectElement
  expect([...select.options].map(({ text }) => text)).toEqual(['すべての川', '見本川'])
  act(() => {
    select.value = '8909'
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(store.getState().river).toBe('8909')
})

it('explains in metres and floors each layer that is shown, and the hatching', () => {
  const classes: PackLayer['classes'] = [{ rank: 1, means: { type: 'depth', min: 2, max: 5 } }]
  show([aPackLayer({ classes })])
  const words = screen.words()
  expect(words).toContain('0.5 m以上3 m未満')
  expect(words).toContain('1階の床の上から2階の床まで')
  expect(words).toContain('2 m以上5 m未満')
  expect(words).toContain('調べられていない')
})

it('has a legend for every layer', () => {
  const layers = ZONE_LAYERS.map(({ id, kind, scenario, measure }) =>
    aPackLayer({ id, kind, scenario, measure, draws: id }),
  )
  store.setState({ several: true, water: ZONE_LAYERS.map(({ id }) => id) })
  show(layers)
  expect(screen.box.querySelectorAll('h4').length).toBe(ZONE_LAYERS.length)
  expect(screen.words()).not.toMatch(/layers:|hazards:/)
})
