import { isInside, type LngLat } from '../geo/lng-lat.ts'
import {
  HAZARD_KINDS,
  SCENARIOS,
  isWaterKind,
  type HazardKind,
  type Scenario,
} from '../hazards/hazard-kind.ts'
import type { Area } from '../packs/area.ts'
import type { PackCoverage, PackLayer } from '../packs/area-pack.ts'
import { rankAt } from '../ranks/rank-layer.ts'
import { collapseFound, landslideFound, waterFound } from './found-hazard.ts'
import type { FoundHazard, HazardAnswer, NoHazardFound, RiskAnswer } from './hazard-answer.ts'
import {
  oldest,
  readLayer,
  whyUnavailable,
  type AssessOptions,
  type FoundReading,
  type Reading,
} from './read-layers.ts'
import { bySeverity } from './severity.ts'

/**
 * What the area's pack knows of every hazard at one place, worst first: one answer for each kind and scenario, from all
 * layers of it (rivers, phenomena, causes of collapse), of which the worst counts.
 *
 * A missing, damaged or partial file never turns into "no zone": the order of the questions below is what guarantees it.
 * A published zone is told even outside the municipality's boundary, since the zones reach a little beyond it.
 */
export function assessRisk(area: Area, at: LngLat, options: AssessOptions = {}): RiskAnswer {
  const asked: Asked = { area, at, options, place: whereIs(area, at) }
  const hazards = groupsOf(area).map((group) => answerOf(asked, group))
  return { at, area: area.manifest.area.code, hazards: hazards.sort(bySeverity) }
}

type Where = 'inside' | 'outside' | 'unknown'
type Asked = {
  readonly area: Area
  readonly at: LngLat
  readonly options: AssessOptions
  readonly place: Where
}

/** The layers of one kind and scenario. */
type Group = { readonly kind: HazardKind; readonly scenario: Scenario; readonly layers: readonly PackLayer[] }

/** Every kind has a group of the largest scenario, also when the pack has no layer of it. */
function groupsOf({ manifest }: Area): readonly Group[] {
  return HAZARD_KINDS.flatMap((kind) =>
    SCENARIOS.flatMap((scenario) => {
      const layers = manifest.layers.filter((layer) => layer.kind === kind && layer.scenario === scenario)
      return layers.length > 0 || scenario === 'max' ? [{ kind, scenario, layers }] : []
    }),
  )
}

function whereIs(area: Area, at: LngLat): Where {
  if (!isInside(at, area.manifest.bounds)) return 'outside'
  const boundary = area.manifest.boundary === null ? undefined : area.ranks.get(area.manifest.boundary)
  if (boundary === undefined || !boundary.ok) return 'unknown'
  const rank = rankAt(boundary.layer, at)
  return rank === null ? 'unknown' : rank > 0 ? 'inside' : 'outside'
}

function answerOf(asked: Asked, group: Group): HazardAnswer {
  const read = (layer: PackLayer) => readLayer(asked.area, layer, asked.at, asked.options)
  const [durations, main] = [true, false].map((isDuration) =>
    group.layers.filter(({ measure }) => (measure === 'duration') === isDuration).map(read),
  ) as [Reading[], Reading[]]
  return foundIn(group, main, durations) ?? notFound(asked, group, main)
}

function foundIn(group: Group, main: readonly Reading[], durations: readonly Reading[]): FoundHazard | null {
  const { kind, scenario } = group
  const found = main.filter((one): one is FoundReading => one.state === 'found')
  if (found.length === 0) return null
  if (isWaterKind(kind)) return waterFound({ kind, scenario, main, durations })
  return kind === 'landslide' ? landslideFound({ scenario, main }) : collapseFound({ scenario, main })
}

type Nothing = {
  [K in NoHazardFound['answer']]: Omit<
    Extract<NoHazardFound, { answer: K }>,
    'kind' | 'scenario' | 'sources' | 'asOf'
  >
}[NoHazardFound['answer']]

function notFound(asked: Asked, group: Group, main: readonly Reading[]): NoHazardFound {
  const { kind, scenario } = group
  const sources = [...new Set(main.flatMap(({ layer }) => layer.sources))]
  const asOf = oldest(main.map(({ layer }) => layer.asOf))
  return { kind, scenario, sources, asOf, ...whyNot(asked, group, main) }
}

function whyNot({ area, at, place }: Asked, group: Group, main: readonly Reading[]): Nothing {
  if (place === 'outside') return { answer: 'outsidePack' }
  if (main.length === 0) return { answer: 'dataUnavailable', why: 'notBuilt' }
  const why = whyUnavailable(main)
  if (why !== null) return { answer: 'dataUnavailable', why }
  if (place === 'unknown') return { answer: 'dataUnavailable', why: 'unreadable' }
  return coverageAt(area, group.kind, group.scenario, at) ?? { answer: 'noZonePublished' }
}

/**
 * What is known of where the hazard was studied; null where nothing is. Where the floods of a river were never studied,
 * neither was its design flood nor where it washes houses away. A coverage that cannot be read says nothing, which claims
 * less than any coverage.
 */
function coverageAt(area: Area, kind: HazardKind, scenario: Scenario, at: LngLat): Nothing | null {
  const own = entryAt(area, kind, scenario, at)
  if (own !== null) return fromCoverage(own)
  const follows = kind === 'houseCollapse' || (kind === 'flood' && scenario === 'design')
  const flood = follows ? entryAt(area, 'flood', 'max', at) : null
  return flood?.state === 'notAssessed' ? fromCoverage(flood) : null
}

function entryAt(area: Area, kind: HazardKind, scenario: Scenario, at: LngLat): PackCoverage | null {
  const known = area.manifest.coverage.filter((entry) => entry.kind === kind && entry.scenario === scenario)
  for (const file of new Set(known.map((entry) => entry.file))) {
    const mask = area.ranks.get(file)
    const rank = mask?.ok === true ? rankAt(mask.layer, at) : null
    const entry = known.find((one) => one.file === file && one.rank === rank)
    if (entry !== undefined) return entry
  }
  return null
}

const fromCoverage = (entry: PackCoverage): Nothing =>
  entry.state === 'studied'
    ? { answer: 'assessedNone', coverage: entry.id }
    : { answer: 'notAssessed', coverage: entry.id }
