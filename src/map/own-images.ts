import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapView } from './map-view.ts'
import { drawImage } from './symbols/draw-images.ts'

/** Gives the map an image of ours when the style first asks for it. An id that is not ours gets none. */
export function addOwnImage(map: MapLibreMap, view: Pick<MapView, 'theme' | 'palette'>, id: string): void {
  const image = map.hasImage(id) ? null : drawImage(id, view)
  if (!image) return
  const { stretch, ratio } = image
  const { width, height, data } = image.pixels
  map.addImage(
    id,
    { width, height, data },
    {
      pixelRatio: ratio,
      ...(stretch ? { stretchX: [stretch.x], stretchY: [stretch.y], content: stretch.content } : {}),
    },
  )
}
