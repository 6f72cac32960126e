import type { Map as MapLibreMap } from 'maplibre-gl'
import { expect, it, vi } from 'vitest'
import type { DrillOnMap } from './map-view.ts'
import { patchDrill, showPicture } from './patch-drill.ts'

vi.stubGlobal(
  'ImageData',
  class {
    readonly data: Uint8ClampedArray
    constructor(data: Uint8ClampedArray) {
      this.data = data
    }
  },
)

/** A map that notes what is asked of it. */
function aMap() {
  const asked: string[] = []
  const sources = new Map<string, object>([['drill', { setData: () => asked.push('data') }]])
  const map = {
    getSource: (name: string) => sources.get(name),
    addSource: (name: string) => {
      asked.push(`add ${name}`)
      sources.set(name, {
        updateImage: ({ image }: { image: ImageData }) => asked.push(`frame ${image.data[0]}`),
      })
    },
    removeSource: (name: string) => {
      asked.push(`remove ${name}`)
      sources.delete(name)
    },
    addLayer: ({ id }: { id: string }, before: string) => asked.push(`layer ${id} under ${before}`),
    removeLayer: (id: string) => asked.push(`no layer ${id}`),
    setFilter: (id: string) => asked.push(`filter ${id}`),
    setPaintProperty: (id: string, _: string, colour: string) => asked.push(`${id} ${colour}`),
    setLayoutProperty: (id: string, _: string, value: string) => asked.push(`${id} ${value}`),
  }
  return { map: map as unknown as MapLibreMap, told: () => asked.splice(0) }
}

const STILL: DrillOnMap = {
  trail: [],
  at: null,
  isLost: false,
  goal: null,
  other: null,
  shut: [],
  water: null,
}
const picture = (frame: number): DrillOnMap => ({
  ...STILL,
  shut: STILL.shut,
  trail: STILL.trail,
  water: {
    kind: 'picture',
    frame,
    width: 1,
    height: 1,
    rgba: new Uint8ClampedArray([frame, 0, 0, 255]),
    bounds: [135, 35, 136, 36],
  },
})
const ranks = (...colours: string[]): DrillOnMap => ({
  ...STILL,
  water: { kind: 'ranks', hazards: ['flood'], colours },
})

it('makes one source for all frames of a picture, and takes it away at the end', () => {
  const { map, told } = aMap()
  patchDrill(map, null, picture(1))
  expect(told()).toEqual(['data', 'add drill-water', 'layer drill-water under drill-rise-1', 'frame 1'])
  patchDrill(map, picture(1), picture(2))
  expect(told()).toEqual(['frame 2'])
  patchDrill(map, picture(2), null)
  expect(told()).toEqual(['data', 'no layer drill-water', 'remove drill-water'])
  patchDrill(map, null, null)
  expect(told()).toEqual([])
})

it('shows the picture again on a new style', () => {
  const { map, told } = aMap()
  showPicture(map, picture(3))
  expect(told().at(-1)).toBe('frame 3')
  showPicture(aMap().map, null)
})

it('changes only the colours that are others, and reads no tile anew for them', () => {
  const { map, told } = aMap()
  patchDrill(map, STILL, ranks('#111111'))
  const first = told()
  expect(first.filter((one) => one.startsWith('filter'))).toHaveLength(7)
  expect(first.filter((one) => one.endsWith('visible'))).toHaveLength(7)
  patchDrill(map, ranks('#111111'), ranks('#111111', '#222222'))
  expect(told()).toEqual(['drill-rise-2 #222222'])
  patchDrill(map, ranks('#111111'), STILL)
  expect(told().filter((one) => one.endsWith('none'))).toHaveLength(7)
})
