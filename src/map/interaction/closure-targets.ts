import { signsOf } from '../closure-data.ts'
import type { ClosureMark } from '../map-view.ts'
import { distanceTo, isSmall, isWithin, type Project } from './my-targets.ts'
import { FINGER, type Target } from './nearest-site.ts'
import type { ScreenPoint } from './pointing.ts'

/** The signs of closures that are drawn at this zoom, as they stand on the screen, CSS pixels. */
export const closureTargets = (
  closures: readonly ClosureMark[],
  zoom: number,
  project: Project,
): readonly Target[] =>
  closures.flatMap(({ id, shape }) =>
    signsOf(shape)
      // The style asks for the whole zoom of the tiles.
      .filter(({ from }) => from <= Math.floor(zoom))
      .map(({ at }) => ({ id, ...screenOf(project(at)) })),
  )

const screenOf = ({ x, y }: ScreenPoint): ScreenPoint => ({ x, y })

/**
 * The closure whose road or area is under the finger, or null. An area is met at its edge, and inside only while it is small on
 * the screen: a large one would swallow the question about the places in it, and its sign is there to be touched.
 */
export function closureShapeAt(
  point: ScreenPoint,
  closures: readonly ClosureMark[],
  project: Project,
): string | null {
  let best: { readonly id: string; readonly distance: number } | null = null
  for (const { id, shape } of closures) {
    const distance = distanceToShape(point, shape, project)
    if (distance <= FINGER && distance < (best?.distance ?? Infinity)) best = { id, distance }
  }
  return best?.id ?? null
}

function distanceToShape(point: ScreenPoint, shape: ClosureMark['shape'], project: Project): number {
  if (shape.kind === 'point') return Infinity
  const paths = (shape.kind === 'line' ? shape.lines : shape.rings).map((path) => path.map(project))
  const edge = Math.min(Infinity, ...paths.map((path) => distanceTo(point, path)))
  const outer = shape.kind === 'area' ? paths[0] : undefined
  return outer !== undefined && isSmall(outer) && isWithin(point, outer) ? Math.min(edge, FINGER) : edge
}
