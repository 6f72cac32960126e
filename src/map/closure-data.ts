import type { LngLat } from '#domain/geo/lng-lat.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import { metresOf, placeAlong } from './along-line.ts'
import { metresPerPixelAt } from './camera-limits.ts'
import type { ClosureMark } from './map-view.ts'
import { middleOf } from './middle-of.ts'
import { closureImageId } from './symbols/image-ids.ts'

/** A sign of a closure and the zoom from which on it is drawn. */
type ClosureSign = { readonly at: LngLat; readonly from: number }

/** Signs on one road are at least so far from one another, CSS pixels: then none covers the next, and a finger meets one. */
const SPACING = 110
/** How often the stretches between signs are halved: at most 63 signs on a line. */
const HALVINGS = 6

/** The signs on a line: one in the middle, then one in each half, … as there is room on the screen. */
function signsAlong(line: readonly LngLat[], isMain: boolean): readonly ClosureSign[] {
  const [metres, lat] = [metresOf(line), line[0]?.[1] ?? 0]
  const zoomFor = (apart: number) => Math.log2((SPACING * metresPerPixelAt(lat, 0)) / apart)
  return Array.from({ length: HALVINGS }, (_, level) => {
    const count = 2 ** level
    const from = level === 0 && isMain ? 0 : zoomFor(metres / (2 * count))
    return Array.from({ length: count }, (__, i) => ({
      at: placeAlong(line, (2 * i + 1) / (2 * count)),
      from,
    }))
  }).flat()
}

/**
 * Where the signs of a closure stand, the main one first, which is drawn at every zoom: the place itself, the middle of the longest
 * of its lines, or a place well inside the area.
 */
export function signsOf(shape: ClosureMark['shape']): readonly ClosureSign[] {
  if (shape.kind === 'point') return [{ at: shape.at, from: 0 }]
  if (shape.kind === 'area') {
    const [outer] = shape.rings
    return outer === undefined || outer.length < 3 ? [] : [{ at: middleOf(outer), from: 0 }]
  }
  const byLength = shape.lines
    .filter((line) => line.length > 0)
    .sort((one, other) => metresOf(other) - metresOf(one))
  return byLength.flatMap((line, index) => signsAlong(line, index === 0))
}

/** The strongest is painted last, that is on top. */
const ORDER: readonly ClosureMark['strength'][] = ['planned', 'carsOnly', 'perhaps', 'closed']

/**
 * Closures as features. `part` tells the kind: `line` and `area`, and `sign` of each sign, with the zoom `from` which on it is
 * drawn, and the label where it is the main one.
 */
export function closuresData(closures: readonly ClosureMark[]): GeoJSON.FeatureCollection {
  const features = [...closures]
    .sort((one, other) => ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength))
    .flatMap((mark): GeoJSON.Feature[] => {
      const { id, strength, isOld, shape } = mark
      const properties = { id, strength, old: isOld }
      const ground = groundOf(shape)
      return [
        ...(ground === null ? [] : [{ type: 'Feature' as const, ...ground(properties) }]),
        ...signsOf(shape).map(({ at, from }, index) => ({
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: [...at] },
          properties: {
            ...properties,
            part: 'sign',
            from,
            order: ORDER.indexOf(strength),
            image: closureImageId(mark),
            ...(index === 0 ? { label: mapLabel(mark.label) } : {}),
          },
        })),
      ]
    })
  return { type: 'FeatureCollection', features }
}

type Ground = (properties: object) => Pick<GeoJSON.Feature, 'geometry' | 'properties'>

/** What of a closure lies on the ground; a point has nothing but its sign. */
function groundOf(shape: ClosureMark['shape']): Ground | null {
  if (shape.kind === 'point') return null
  const coordinates = (shape.kind === 'line' ? shape.lines : shape.rings).map((path) =>
    path.map((at) => [...at]),
  )
  return (properties) =>
    shape.kind === 'line'
      ? { geometry: { type: 'MultiLineString', coordinates }, properties: { ...properties, part: 'line' } }
      : { geometry: { type: 'Polygon', coordinates }, properties: { ...properties, part: 'area' } }
}
