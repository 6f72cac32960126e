import type { Map as MapLibreMap } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { EMPTY_MY_MAP, NO_CLOSURES, NO_WAYS, type MapView } from './map-view.ts'
import { patchView } from './patch-view.ts'

const VIEW = {
  sites: [],
  points: [],
  mine: EMPTY_MY_MAP,
  closures: NO_CLOSURES,
  ways: NO_WAYS,
  outline: null,
  picked: null,
  here: null,
  overlay: null,
} as unknown as MapView

/** The sources that are told anew. */
function told(changes: Partial<MapView>): readonly string[] {
  const names: string[] = []
  const map = { getSource: (name: string) => ({ setData: () => names.push(name) }) }
  patchView(map as unknown as MapLibreMap, VIEW, { ...VIEW, ...changes })
  return names
}

it('sends ten thousand roads to the map only when they are other ones', () => {
  expect(told({ ways: { ...NO_WAYS } })).toEqual([])
  expect(told({ ways: { ...NO_WAYS, routes: [] } })).toEqual(['routes'])
  expect(told({ ways: { ...NO_WAYS, network: { kind: 'reach', pieces: [] } } })).toEqual(['network'])
})

it('sends closures when they are other ones, and nothing else', () => {
  expect(told({ closures: [] })).toEqual(['closures'])
  expect(told({})).toEqual([])
})
