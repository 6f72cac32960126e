import type { FloodZone } from './flood.ts'
import { floodZones } from './flood.ts'
import { closed, collection } from './mirror-file.ts'
import type { Feature, MirrorFile } from './mirror-file.ts'
import type { Terrain } from './terrain.ts'
import { toLngLat } from './town.ts'
import type { River, Town } from './town.ts'
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

const zoneFeature = (town: Town, river: River, zone: FloodZone): Feature => ({
  properties: {
    A31a_201: river.id,
    A31a_202: river.name,
    A31a_203: town.prefecture.code,
    A31a_204: town.prefecture.name,
    A31a_205: zone.rank,
  },
  geometry: { type: 'Polygon', coordinates: zone.rings },
})

/** A31a: one zip for each kind of river, in it one file for each river of that kind. */
export function floodFiles(town: Town, terrain: Terrain): MirrorFile[] {
  const { prefecture, edition } = town
  return ['10', '20'].map((kind): MirrorFile => {
    const members: Record<string, Uint8Array> = {}
    for (const bed of terrain.rivers) {
      const { river } = bed
      if (river.kind !== kind) continue
      const name = `A31a-20-${edition.a31a}_${prefecture.code}_${river.id}_${kind}`
      const features = floodZones(town, terrain, bed).map((zone) => zoneFeature(town, river, zone))
      members[`20_想定最大規模/${name}.geojson`] = collection(name, features, true)
    }
    const base = `A31a-${edition.a31a}_${prefecture.code}_${kind}_GEOJSON.zip`
    return [`${KSJ}/A31a/A31a-${edition.a31a}/${base}`, zipWithCp932(members)]
  })
}
