import type { Map as MapLibreMap } from 'maplibre-gl'
import { expect, it } from 'vitest'
import type { SiteMark } from '../map-view.ts'
import { siteTargets } from './inspect.ts'

const site: SiteMark = {
  id: 'E1',
  at: [130.1, 33.1],
  name: '見本小学校',
  kind: 'emergencySite',
  designated: true,
  zone: null,
}
const mapAt = (zoom: number) =>
  ({ getZoom: () => zoom, project: () => ({ x: 10, y: 20 }) }) as unknown as MapLibreMap

it('knows where the symbols stand at every zoom, so that the words for the picture can count them', () => {
  for (const zoom of [9, 11, 15])
    expect(siteTargets(mapAt(zoom), [site])).toEqual([{ id: 'E1', x: 10, y: 20 }])
})
