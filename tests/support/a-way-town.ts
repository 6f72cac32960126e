import type { LngLat } from '#domain/geo/lng-lat.ts'
import { aGraph } from './a-graph.ts'
import { aSite } from './an-area.ts'

/** A place by metres from home. */
export const at = (east: number, north = 0): LngLat => [135.04 + east / 96_300, 30.04 + north / 111_195]
/**
 * From home 200 m along 本町通り, then left and 500 m through 3 m of water to the school; or straight on 900 m, 100 m of them in
 * water of less than 0.5 m, to the park. The temple stands in the flood and bars itself.
 */
export const town = aGraph({
  nodes: [at(0), at(200), at(200, 500), at(300), at(1100)],
  edges: [
    { from: 0, till: 1, decimetres: 2000, name: '本町通り', ranks: { flood: 0 } },
    { from: 1, till: 2, decimetres: 5000, ranks: { flood: 3 } },
    { from: 1, till: 3, decimetres: 1000, name: '本町通り', ranks: { flood: 1 } },
    { from: 3, till: 4, decimetres: 8000, name: '本町通り', ranks: { flood: 0 } },
  ],
})
const named = (id: string, ja: string, en: string, where: LngLat, flood: boolean | null = true) =>
  aSite({
    id,
    name: { ja, kana: null, en },
    at: [where[0], where[1]],
    designated: { ...aSite().designated, flood },
  })
export const school = named('school', '見本小学校', 'Mihon School', at(200, 500))
export const park = named('park', '高台公園', 'Hill Park', at(1100))
export const temple = named('temple', '見本寺', 'Mihon Temple', [135.02, 30.02], null)
