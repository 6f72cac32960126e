import type { PlanFacts, RouteFacts } from '../plan/plan-facts.ts'
import { isDanger } from '../plan/mark-kinds.ts'
import type { Mark, Plan } from '../plan/plan.ts'
import { warning, type PlanFix, type PlanWarning } from './plan-warning.ts'

/** Metres from a drawn way within which a mark lies on it: own choice, the width of a road and of a finger. */
const NEAR = 25

const told = (metres: number): number => Math.max(10, Math.round(metres / 10) * 10)

/** What the drawn ways lead through: closed roads, impassable stretches, what is not known, and the family's own marks of danger. */
export const checkRoutes = (plan: Plan, facts: PlanFacts): readonly PlanWarning[] =>
  facts.routes.flatMap(({ route, exposure, closures }) => {
    const fix: PlanFix = { where: 'thing', list: 'routes', id: route.id }
    const { impassable = 0, unknownMetres = 0 } = exposure ?? {}
    return [
      ...(closures.length > 0
        ? [warning('closedRoute', null, fix, [route.id], { count: closures.length })]
        : []),
      ...(impassable > 0
        ? [warning('routeImpassable', null, fix, [route.id], { metres: told(impassable) })]
        : []),
      ...(unknownMetres > 0
        ? [warning('routeUnknown', null, fix, [route.id], { metres: told(unknownMetres) })]
        : []),
      ...checkMarks(plan, route, fix),
    ]
  })

const checkMarks = (plan: Plan, route: RouteFacts['route'], fix: PlanFix): readonly PlanWarning[] =>
  plan.marks
    .filter((mark) => isDanger(mark.kind) && isOn(mark, route.line))
    .map((mark) =>
      warning(mark.kind === 'dark' ? 'darkOnRoute' : 'dangerOnRoute', null, fix, [route.id, mark.id]),
    )

type Point = readonly [number, number]

/** True when a mark's point or a corner of its area lies within `NEAR` of the line, or the line passes a corner inside it. */
function isOn({ shape }: Mark, line: readonly Point[]): boolean {
  const points: readonly Point[] = shape.type === 'point' ? [shape.at] : shape.ring
  const near = points.some((point) => metresToLine(point, line) <= NEAR)
  return near || (shape.type === 'area' && line.some((corner) => isInRing(corner, shape.ring)))
}

/** Metres in one degree of latitude; a plane is exact enough for a way on foot. */
const DEGREE = 111_195

function metresToLine(point: Point, line: readonly Point[]): number {
  const east = DEGREE * Math.cos((point[1] * Math.PI) / 180)
  const local = line.map(([lng, lat]): Point => [(lng - point[0]) * east, (lat - point[1]) * DEGREE])
  const lengths = local.slice(1).map((end, index) => metresToPiece(local[index] ?? end, end))
  return Math.min(...lengths)
}

/** From the origin to a straight piece. */
function metresToPiece([x, y]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - x, toY - y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length))
  return Math.hypot(x + share * dx, y + share * dy)
}

/** Even–odd rule. */
function isInRing([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
