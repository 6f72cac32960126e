import type { GeoJSONSource, ImageSource, Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { drillData, isSameWalk } from './drill-data.ts'
import { visibility } from './layers/band.ts'
import { LOWEST_DRILL_LAYER, ranksIn, RISE_LAYERS, riseColour, riseFilter } from './layers/drill.ts'
import type { DrillOnMap } from './map-view.ts'
import { SOURCE } from './tile-sources.ts'

/** Changes on the map what differs between two drills; `shown` null = none was there. */
export function patchDrill(map: MapLibreMap, shown: DrillOnMap | null, wanted: DrillOnMap | null): void {
  if (!isSameWalk(shown, wanted)) void map.getSource<GeoJSONSource>(SOURCE.drill)?.setData(drillData(wanted))
  patchRise(map, shown, wanted)
  showPicture(map, wanted)
}

function patchRise(map: MapLibreMap, shown: DrillOnMap | null, wanted: DrillOnMap | null): void {
  const [before, now] = [ranksIn(shown), ranksIn(wanted)]
  if (before === now) return
  // A hidden layer keeps its filter: a drill that comes back to it reads no tile again.
  const isOther = now !== null && before?.hazards.join() !== now.hazards.join()
  for (const { id, rank } of RISE_LAYERS) {
    if (isOther) map.setFilter(id, riseFilter(now.hazards, rank))
    const colour = riseColour(now, rank)
    if (colour !== riseColour(before, rank)) map.setPaintProperty(id, 'fill-color', colour)
    if ((before === null) !== (now === null))
      map.setLayoutProperty(id, 'visibility', visibility(now !== null))
  }
}

type Corners = [[number, number], [number, number], [number, number], [number, number]]
const cornersOf = ([west, south, east, north]: Bounds): Corners => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
]

/**
 * The picture of the water: a source that is there only while a drill shows one, filled anew for each frame. It has no address, so that
 * nothing is fetched; taking the source away gives its memory back. Where the picture already shows this frame nothing is done.
 */
export function showPicture(map: MapLibreMap, drill: DrillOnMap | null): void {
  const water = drill?.water?.kind === 'picture' ? drill.water : null
  const source = map.getSource<ImageSource>(SOURCE.drillWater)
  if (water === null) {
    if (source === undefined) return
    map.removeLayer(SOURCE.drillWater)
    map.removeSource(SOURCE.drillWater)
    return
  }
  const coordinates = cornersOf(water.bounds)
  if (source === undefined) {
    map.addSource(SOURCE.drillWater, { type: 'image', coordinates })
    map.addLayer(
      {
        id: SOURCE.drillWater,
        type: 'raster',
        source: SOURCE.drillWater,
        paint: { 'raster-resampling': 'nearest', 'raster-fade-duration': 0 },
      },
      LOWEST_DRILL_LAYER,
    )
  }
  const image = new ImageData(water.rgba, water.width, water.height)
  map.getSource<ImageSource>(SOURCE.drillWater)?.updateImage({ image, coordinates })
}
