import type { NamedSpot, Spot, Town } from './town.ts'

/** How far, in metres, the ground of a school, a hospital or a park reaches around its name, east and north. */
const GROUNDS: Readonly<Record<string, Spot>> = { school: [75, 60], hospital: [55, 45], park: [70, 60] }
/** Nurseries and clinics stand among the houses. */
const SMALL = new Set(['kindergarten', 'clinic', 'dentist', 'playground'])

/** The school, hospital or park on whose ground a spot lies, or null. */
export function groundAt(town: Town, [x, y]: Spot): NamedSpot | null {
  const found = town.pois.find(([, , , kind, subclass, px, py]) => {
    const half = SMALL.has(subclass) ? undefined : GROUNDS[kind]
    return half !== undefined && Math.abs(x - px) < half[0] && Math.abs(y - py) < half[1]
  })
  return found ?? null
}
