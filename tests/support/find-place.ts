import type { LngLat } from '#domain/geo/lng-lat.ts'
import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import type { FoundHazard, RiskAnswer } from '#domain/risk/hazard-answer.ts'
import type { Area } from '#domain/packs/area.ts'
import { openPack } from '#scripts/lib/open-pack.ts'

async function opened(packs: string, code: string): Promise<Area> {
  const pack = await openPack(packs, code)
  if (!pack.ok) throw new Error(pack.detail ?? pack.reason)
  return pack.value
}

/** The name of a site of a pack at which a flood is the worst that reaches the ground; what the app must then say can be looked up. */
export async function placeInZone(packs: string, code: string): Promise<{ name: string; rank: number }> {
  const area = await opened(packs, code)
  const sites = area.sites ?? []
  for (const site of sites) {
    const worst = assessRisk(area, [site.at[0], site.at[1]]).hazards[0]
    const alone = sites.filter(({ name }) => name.ja.startsWith(site.name.ja)).length === 1
    if (worst?.answer === 'hazard' && worst.kind === 'flood' && alone)
      return { name: site.name.ja, rank: worst.rank }
  }
  throw new Error(`no site of ${code} lies in a zone`)
}

/** A place of a pack that has no name, and what is known there. */
type Spot = {
  readonly at: LngLat
  /** The place as a person types it into the search: latitude first. */
  readonly typed: string
  readonly risk: RiskAnswer
}

/** What the pack of an area knows at places that are spread evenly over it. */
export type Survey = {
  readonly area: Area
  /** The first spot of which it is true. Throws where there is none, and names what was looked for. */
  readonly spot: (wanted: string, isIt: (risk: RiskAnswer, at: LngLat) => boolean) => Spot
  /** The spot at which the most layers of a list are drawn, and those layers. */
  readonly spotOfMost: (layers: readonly ZoneLayerId[]) => {
    readonly spot: Spot
    readonly layers: readonly ZoneLayerId[]
  }
  /** What is known at the place itself. */
  readonly at: (at: LngLat) => Spot
}

/** So many that a zone of 60 m is met in a town of 10 km. */
const SPOTS = 30_000

/** Where an even spread that never repeats stands at its `index`, 0…1: the plastic number's powers (the R2 sequence of M. Roberts). */
const spread = (index: number): readonly [number, number] => [
  (index * 0.754_877_666_246_693) % 1,
  (index * 0.569_840_290_998_053_3) % 1,
]

/** Six decimals are what is typed, and a decimetre. */
const typedOf = ([lng, lat]: LngLat): string => `${lat.toFixed(6)}, ${lng.toFixed(6)}`
const rounded = ([lng, lat]: LngLat): LngLat => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]

/** Looks over an area: the same places in the same order each time, whatever the pack holds. */
export async function surveyOf(packs: string, code: string): Promise<Survey> {
  const area = await opened(packs, code)
  const [west, south, east, north] = area.manifest.bounds
  const known: Spot[] = []
  const at = (place: LngLat): Spot => {
    const typed = rounded(place)
    return { at: typed, typed: typedOf(typed), risk: assessRisk(area, typed) }
  }
  const spotOf = (index: number): Spot => {
    const [x, y] = spread(index)
    return (known[index] ??= at([west + x * (east - west), south + y * (north - south)]))
  }
  return {
    area,
    at,
    spot(wanted, isIt) {
      for (let index = 0; index < SPOTS; index += 1) {
        const spot = spotOf(index)
        if (isIt(spot.risk, spot.at)) return spot
      }
      throw new Error(`no place of ${code} is ${wanted}`)
    },
    spotOfMost(layers) {
      let best: { spot: Spot; layers: readonly ZoneLayerId[] } | null = null
      for (let index = 0; index < SPOTS; index += 1) {
        const spot = spotOf(index)
        const here = layersAt(spot.risk).filter((layer) => layers.includes(layer))
        if (here.length > (best?.layers.length ?? 0)) best = { spot, layers: here }
        if (here.length === layers.length) break
      }
      if (best === null) throw new Error(`nowhere in ${code} is drawn: ${layers.join(', ')}`)
      return best
    },
  }
}

/** The zones that reach a place, worst first. */
export const reaching = (risk: RiskAnswer): readonly FoundHazard[] =>
  risk.hazards.filter((answer) => answer.answer === 'hazard')

/** The layers of the map that are drawn at a place. */
function layersAt(risk: RiskAnswer): readonly ZoneLayerId[] {
  const found = new Set(reaching(risk).flatMap(layersOf))
  return ZONE_LAYERS.map(({ id }) => id).filter((id) => found.has(id))
}

function layersOf(hazard: FoundHazard): readonly ZoneLayerId[] {
  switch (hazard.kind) {
    case 'landslide':
      return hazard.zones.map(({ phenomenon }) => `landslide-${phenomenon}` as const)
    case 'houseCollapse':
      return hazard.zone === 'both'
        ? ['houseCollapse-flow', 'houseCollapse-erosion']
        : [`houseCollapse-${hazard.zone}`]
    default: {
      const alike = ZONE_LAYERS.filter(
        ({ kind, scenario }) => kind === hazard.kind && scenario === hazard.scenario,
      )
      const measures = hazard.duration.answer === 'hours' ? ['depth', 'duration'] : ['depth']
      return alike.map(({ id }) => id).filter((id) => measures.includes(zoneLayerOf(id).measure))
    }
  }
}
