import { closed, collection } from './mirror-file.ts'
import type { MirrorFile } from './mirror-file.ts'
import type { Terrain } from './terrain.ts'
import { toLngLat } from './town.ts'
import type { Town } from './town.ts'
import { zipWithCp932 } from './zip-cp932.ts'

const KSJ = 'nlftp.mlit.go.jp/ksj/gml/data'

/** N03: the municipality and its islets, one polygon each. Outer rings run clockwise, as in the official file. */
export function boundaryFiles(town: Town, terrain: Terrain): MirrorFile[] {
  const { prefecture, edition } = town
  const base = `N03-${edition.n03}0101_${prefecture.code}`
  const features = [terrain.coast, ...terrain.islets].map((ring) => ({
    properties: {
      N03_001: prefecture.name,
      N03_002: null,
      N03_003: null,
      N03_004: town.name,
      N03_005: null,
      N03_007: town.code,
    },
    geometry: { type: 'Polygon', coordinates: [closed(ring.map((spot) => toLngLat(town, spot)))] },
  }))
  const zip = zipWithCp932({ [`${base}.geojson`]: collection(base, features, true) })
  return [[`${KSJ}/N03/N03-${edition.n03}/${base}_GML.zip`, zip]]
}
