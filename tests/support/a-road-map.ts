import type { LngLat } from '#domain/geo/lng-lat.ts'
import { clipLine } from '#scripts/lib/tiles/clip-paths.ts'
import { encodeMvt, EXTENT, LINE, type Properties, type TileFeature } from '#scripts/lib/tiles/mvt.ts'
import { tilesOf, toUnitSquare, type TileAddress } from '#scripts/lib/tiles/tile-grid.ts'

/** A road by its corners in degrees, with the properties of the OpenMapTiles layer `transportation`. */
export type RoadOnMap = { readonly line: readonly LngLat[]; readonly properties?: Properties }

const HOST = 'tiles.openfreemap.org'
const ZOOM = 14
/** What tiles repeat of their neighbours, units. */
const BUFFER = 64

/** The road tiles of a made-up base map with their addresses, each with what it repeats of its neighbours. */
export function roadTiles(
  roads: readonly RoadOnMap[],
): readonly (readonly [tile: TileAddress, bytes: Uint8Array])[] {
  const [lngs, lats] = [0, 1].map((axis) => roads.flatMap(({ line }) => line.map((at) => at[axis] as number))) as [number[], number[]] // prettier-ignore
  const bounds = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const
  return tilesOf(bounds, ZOOM).map((tile) => {
    const features = roads.flatMap(({ line, properties }): TileFeature[] => {
      const path = line.flatMap((at) => {
        const [x, y] = toUnitSquare(at)
        return [Math.round((x * 2 ** ZOOM - tile.x) * EXTENT), Math.round((y * 2 ** ZOOM - tile.y) * EXTENT)]
      })
      const paths = clipLine(path, [-BUFFER, -BUFFER, EXTENT + BUFFER, EXTENT + BUFFER])
      return paths.length === 0 ? [] : [{ type: LINE, paths, properties: { class: 'minor', ...properties } }]
    })
    return [tile, encodeMvt(new Map([['transportation', features]]))] as const
  })
}

/** The same as files of a mirror: TileJSON and tiles of zoom 14 alone. */
export function roadMap(roads: readonly RoadOnMap[]): Record<string, string | Uint8Array> {
  const tiles = `https://${HOST}/planet/20250101/{z}/{x}/{y}.pbf`
  const files: Record<string, string | Uint8Array> = {
    [`${HOST}/planet/index.json`]: JSON.stringify({
      tilejson: '3.0.0',
      tiles: [tiles],
      minzoom: ZOOM,
      maxzoom: ZOOM,
    }),
  }
  for (const [{ z, x, y }, bytes] of roadTiles(roads))
    files[`${HOST}/planet/20250101/${z}/${x}/${y}.pbf`] = bytes
  return files
}
