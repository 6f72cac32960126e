import type { Bounds } from '#domain/geo/lng-lat.ts'
import { boundsOf, type Polygon } from '../lib/check-geometry.ts'
import { Refusal } from '../lib/refusal.ts'
import { findEdition } from '../sources/find-edition.ts'
import { readBoundary } from '../sources/read-boundary.ts'
import type { BuildContext } from './build-context.ts'

/** Where the municipality ends. */
export type AreaBoundary = {
  readonly name: string | null
  readonly polygons: readonly Polygon[]
  /** True = the simplified outline kept by hand, since the published boundary could not be had. */
  readonly approximate: boolean
  /** Id among the pack's sources. */
  readonly source: string
}

/**
 * The boundary from N03, else the outline kept by hand.
 * @throws Refusal with exit code 2 when N03 knows no such municipality; with 1 when neither can be had.
 */
export async function findBoundary(context: BuildContext): Promise<AreaBoundary> {
  const { code, facts } = context
  const source = context.sources.n03
  const part = { source, values: { pref: code.slice(0, 2) } }
  const found = await findEdition(part, context.upstream, context.isLocked, context.signal)
  if (found.ok) {
    const boundary = await readBoundary(found.file, code, source.maxUnpackedBytes)
    if (boundary === null) throw new Refusal(`${code} is no municipality in ${found.edition.label}`, 2)
    context.noteHad(found.file, source.id, found.edition.label)
    return { ...boundary, approximate: false, source: context.useEdition(found) }
  }
  context.noteMissing(found.tried)
  if (facts.outline === null) {
    const why = found.tried.at(-1)?.detail ?? 'not found'
    throw new Refusal(
      `the boundary of ${code} could not be had (N03: ${why}), and there is no data/areas/${code}/outline.geojson`,
    )
  }
  const id = context.useCurated('curated-outline', 'outline.geojson', facts.credits.outline)
  return { name: null, polygons: facts.outline, approximate: true, source: id }
}

/** Around the municipality the pack reaches this much further, metres: a home at the border sees the next street's zone. */
const MARGIN_METRES = 1000
/** Metres in a degree of latitude, rounded down so that the margin is rather larger. */
const METRES_PER_DEGREE = 110_900
/** Bounds are whole numbers of this part of a degree, about 10 m. */
const SNAP = 10_000

/** The box of the pack in degrees: the municipality with a margin, snapped outward. */
export function packBounds(polygons: readonly Polygon[]): Bounds {
  const box = boundsOf(polygons)
  if (box === null) throw new Refusal('the boundary is empty')
  const [west, south, east, north] = box
  const up = MARGIN_METRES / METRES_PER_DEGREE
  const across = up / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const down = (degrees: number): number => Math.floor(degrees * SNAP) / SNAP
  const over = (degrees: number): number => Math.ceil(degrees * SNAP) / SNAP
  return [down(west - across), down(south - up), over(east + across), over(north + up)]
}
