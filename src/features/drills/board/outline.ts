import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'

/** Width of the sketch; its height follows from the area. */
const WIDTH = 320
/** An area that is much higher than wide is drawn smaller. */
const HIGHEST = 420
/** Points nearer than this to the one before are left out: a sketch has no use for them. */
const LEAST_STEP = 1

/** A sketch of an area: how large it is, and how degrees become its points. */
export type Box = {
  readonly bounds: Bounds
  readonly width: number
  readonly height: number
}

export function boxOf(bounds: Bounds): Box {
  const [west, south, east, north] = bounds
  const across = Math.max(1e-9, (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180))
  const up = Math.max(1e-9, north - south)
  const scale = Math.min(WIDTH / across, HIGHEST / up)
  return { bounds, width: across * scale, height: up * scale }
}

/** North is up. */
export function placeOn({ bounds, width, height }: Box, [lng, lat]: LngLat): readonly [number, number] {
  const [west, south, east, north] = bounds
  return [
    ((lng - west) / Math.max(1e-9, east - west)) * width,
    ((north - lat) / Math.max(1e-9, north - south)) * height,
  ]
}

/** The outline as a path of SVG; empty where the area has none. */
export function outlinePath(outline: GeoJSON.FeatureCollection | null, bounds: Bounds): string {
  const box = boxOf(bounds)
  return (outline?.features ?? [])
    .flatMap(({ geometry }) => linesOf(geometry).map((line) => path(box, line)))
    .join('')
}

type Line = readonly GeoJSON.Position[]

function linesOf(geometry: GeoJSON.Geometry): readonly Line[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf)
    case 'Point':
    case 'MultiPoint':
      return []
  }
}

function path(box: Box, line: Line): string {
  let [last, drawn]: [readonly [number, number] | null, string] = [null, '']
  for (const [lng = 0, lat = 0] of line) {
    const [x, y] = placeOn(box, [lng, lat])
    if (last !== null && Math.hypot(x - last[0], y - last[1]) < LEAST_STEP) continue
    drawn += `${last === null ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    last = [x, y]
  }
  return drawn
}
