import type { Map as MapLibreMap } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import {
  EMPTY_MY_MAP,
  NO_CLOSURES,
  type ClosureMark,
  type MapEvents,
  type MapView,
  type SiteMark,
} from '../map-view.ts'
import { inspectAt, siteTargets } from './inspect.ts'

const site: SiteMark = {
  id: 'E1',
  at: [130.1, 33.1],
  name: '見本小学校',
  kind: 'emergencySite',
  designated: true,
  zone: null,
}
const mapAt = (zoom: number) =>
  ({
    getZoom: () => zoom,
    project: () => ({ x: 10, y: 20 }),
    unproject: () => ({ lng: 1, lat: 2 }),
  }) as unknown as MapLibreMap

it('knows where the symbols stand at every zoom, so that the words for the picture can count them', () => {
  for (const zoom of [9, 11, 15])
    expect(siteTargets(mapAt(zoom), [site])).toEqual([{ id: 'E1', x: 10, y: 20 }])
})

describe('a tap asks', () => {
  const home: MapView['mine'] = {
    ...EMPTY_MY_MAP,
    points: [{ id: 'home', at: site.at, name: '', icon: 'home' }],
    lines: [{ id: 'way', line: [site.at, [130.2, 33.1]], name: '' }],
  }
  const point = { id: 'p', kind: 'aed', at: site.at, name: '' } as const
  function asked(
    y: number,
    marks: Partial<Pick<MapView, 'sites' | 'points' | 'mine' | 'closures'>>,
    zoom = 16,
    isMine = true,
  ) {
    const told: string[] = []
    const events: MapEvents = {
      onPick: () => told.push('place'),
      onPickSite: (id) => told.push(`site ${id}`),
      onPickPoint: (id) => told.push(`point ${id}`),
      ...(isMine ? { onPickMine: (id: string) => told.push(`mine ${id}`) } : {}),
      onPickClosure: (id) => told.push(`closure ${id}`),
      onStatus: () => {},
      onMove: () => {},
    }
    inspectAt(
      mapAt(zoom),
      { x: 10, y },
      { sites: [], points: [], mine: EMPTY_MY_MAP, closures: NO_CLOSURES, ...marks },
      events,
    )
    return told.join()
  }

  it("about the nearest of a site and one's own symbol, which stands on it with its foot", () => {
    const both = { sites: [site], mine: home }
    expect(asked(-2, both)).toBe('mine home')
    expect(asked(20, both)).toBe('site E1')
  })

  it("about other points before one's own lines, about the place where there is nothing", () => {
    expect(asked(20, { points: [point], mine: { ...home, points: [] } })).toBe('point p')
    expect(asked(20, { mine: { ...home, points: [] } })).toBe('mine way')
    expect(asked(90, { sites: [site], points: [point], mine: home })).toBe('place')
  })

  it("about one's own things from afar too, where sites touch one another and are passed over", () => {
    expect(asked(20, { sites: [site], points: [point], mine: { ...home, points: [] } }, 11)).toBe('mine way')
  })

  const closed = (shape: ClosureMark['shape']): readonly ClosureMark[] => [
    { id: 'c', shape, strength: 'closed', isOld: false, label: '' },
  ]

  it("about the sign of a closure before the site below it, and after one's own symbol above it", () => {
    const closures = closed({ kind: 'point', at: site.at })
    expect(asked(20, { sites: [site], closures })).toBe('closure c')
    expect(asked(-2, { sites: [site], closures, mine: home })).toBe('mine home')
    expect(asked(20, { closures }, 9)).toBe('closure c')
  })

  it("about no thing of one's own where nobody wants to know", () => {
    expect(asked(20, { mine: home }, 16, false)).toBe('place')
  })
})

describe('on a road that is closed', () => {
  const line = [
    [130, 33],
    [130.01, 33],
  ] as const
  const closures: readonly ClosureMark[] = [
    { id: 'c', shape: { kind: 'line', lines: [line] }, strength: 'closed', isOld: false, label: '' },
  ]
  const mine = { ...EMPTY_MY_MAP, lines: [{ id: 'way', line, name: '' }] }
  const aed = { id: 'p', kind: 'aed', at: [130.001, 33], name: '' } as const

  /** A tap at a place of the road, where no sign stands; the road is 1000 pixels long at every zoom. */
  function asked(x: number, zoom: number, marks: Partial<Pick<MapView, 'points' | 'mine'>>) {
    const told: string[] = []
    const map = {
      getZoom: () => zoom,
      project: ([lng, lat]: [number, number]) => ({ x: (lng - 130) * 1e5, y: (lat - 33) * 1e5 }),
      unproject: () => ({ lng: 1, lat: 2 }),
    } as unknown as MapLibreMap
    const tell = (what: string) => (id: unknown) => void told.push(`${what} ${String(id)}`)
    const events: MapEvents = {
      onPick: tell('place'),
      onPickSite: tell('site'),
      onPickPoint: tell('point'),
      onPickMine: tell('mine'),
      onPickClosure: tell('closure'),
      onStatus: () => {},
      onMove: () => {},
    }
    inspectAt(map, { x, y: 0 }, { sites: [], points: [], mine, closures, ...marks }, events)
    return told.join()
  }

  it("one is told of the closure before one's own route on it, and of a point beside it first", () => {
    expect(asked(100, 13, {})).toBe('closure c')
    expect(asked(100, 13, { points: [aed] })).toBe('point p')
  })

  it('a finger meets from afar the sign alone', () => {
    expect(asked(100, 11, { mine: EMPTY_MY_MAP })).toBe('place 1,2')
    expect(asked(500, 11, { mine: EMPTY_MY_MAP })).toBe('closure c')
  })
})
