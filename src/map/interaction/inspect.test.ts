import type { Map as MapLibreMap } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { EMPTY_MY_MAP, type MapEvents, type MapView, type SiteMark } from '../map-view.ts'
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
    marks: Partial<Pick<MapView, 'sites' | 'points' | 'mine'>>,
    zoom = 16,
    isMine = true,
  ) {
    const told: string[] = []
    const events: MapEvents = {
      onPick: () => told.push('place'),
      onPickSite: (id) => told.push(`site ${id}`),
      onPickPoint: (id) => told.push(`point ${id}`),
      ...(isMine ? { onPickMine: (id: string) => told.push(`mine ${id}`) } : {}),
      onStatus: () => {},
      onMove: () => {},
    }
    inspectAt(mapAt(zoom), { x: 10, y }, { sites: [], points: [], mine: EMPTY_MY_MAP, ...marks }, events)
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

  it("about no thing of one's own where nobody wants to know", () => {
    expect(asked(20, { mine: home }, 16, false)).toBe('place')
  })
})
