import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZONE_LAYER_IDS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { allowSeveral, createLayersStore, shownLayers, switchLayer, type LayersState } from './store.ts'

const kept = { layers: {}, opacity: null, palette: 'official' } as const
const all = () => true
const isWater = (id: ZoneLayerId) => zoneLayerOf(id).measure !== 'zone'
const start = () => createLayersStore(kept).getState()

describe('the layers at the start', () => {
  it('are one depth, house collapse, landslides and the hatching, strong enough to be seen', () => {
    expect(shownLayers(start(), all)).toEqual([
      'flood-max',
      'houseCollapse-flow',
      'houseCollapse-erosion',
      'landslide-steepSlope',
      'landslide-debrisFlow',
      'landslide-slide',
    ])
    expect(start()).toMatchObject({ notAssessed: true, several: false, river: null })
    expect(start().opacity).toBeGreaterThanOrEqual(0.7)
  })

  it('are the first depth that the map has, where it has no flood', () => {
    const has = (id: ZoneLayerId) => id === 'tsunami-max' || id === 'stormSurge-duration'
    expect(shownLayers(start(), has).filter(isWater)).toEqual(['tsunami-max'])
    expect(shownLayers(start(), () => false).filter(isWater)).toEqual(['flood-max'])
  })

  it('do not remember that a hazard was switched off, but keep sites, points, strength and palette', () => {
    const layers = { flood: false, notAssessed: false, sites: false, points: false }
    expect(createLayersStore({ layers, opacity: 0.1, palette: 'distinct' }).getState()).toMatchObject({
      water: null,
      notAssessed: true,
      sites: false,
      points: false,
      opacity: 0.4,
      palette: 'distinct',
    })
  })
})

describe('switching layers', () => {
  const press = (state: LayersState, id: ZoneLayerId, on: boolean): LayersState => ({
    ...state,
    ...switchLayer(state, shownLayers(state, all), id, on),
  })

  it('shows one layer of water at a time, whatever is pressed, and leaves the other zones alone', () => {
    const ids = fc.constantFrom(...ZONE_LAYER_IDS)
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.boolean()), { maxLength: 12 }), (presses) => {
        let state = start()
        for (const [id, on] of presses) {
          const before = shownLayers(state, all)
          state = press(state, id, on)
          const after = shownLayers(state, all)
          expect(after.includes(id)).toBe(on)
          expect(after.filter(isWater).length).toBeLessThanOrEqual(1)
          const others = (list: readonly ZoneLayerId[]) =>
            list.filter((other) => other !== id && !isWater(other))
          expect(others(after)).toEqual(others(before))
        }
      }),
    )
  })

  it('shows several when that was asked for, and goes back to one', () => {
    let state: LayersState = { ...start(), ...allowSeveral(shownLayers(start(), all), true) }
    state = press(state, 'tsunami-max', true)
    expect(shownLayers(state, all).filter(isWater)).toEqual(['flood-max', 'tsunami-max'])
    state = { ...state, ...allowSeveral(shownLayers(state, all), false) }
    expect(shownLayers(state, all).filter(isWater)).toEqual(['flood-max'])
  })
})
