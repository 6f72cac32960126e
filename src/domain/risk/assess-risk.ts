import { isInside, type LngLat } from '../geo/lng-lat.ts'
import { DEPTH_BANDS, isDepthRank } from '../hazards/depth-band.ts'
import { HAZARD_KINDS } from '../hazards/hazard-kind.ts'
import type { Area } from '../packs/area.ts'
import type { PackCoverage, PackLayer } from '../packs/area-pack.ts'
import { rankAt, worstRankWithin } from '../ranks/rank-layer.ts'
import type { HazardAnswer, RiskAnswer, UnavailableReason } from './hazard-answer.ts'

/** `within`: the position is only known to this many metres; the answer is then the worst that may hold inside that circle. */
export type AssessOptions = { readonly within?: number }

/**
 * What the area's pack knows of every hazard at one place, worst first.
 *
 * A missing, damaged or partial file never turns into "no zone": the order of the questions below is what guarantees it.
 * A published zone is told even outside the municipality's boundary, since the zones reach a little beyond it.
 */
export function assessRisk(area: Area, at: LngLat, options: AssessOptions = {}): RiskAnswer {
  const place = whereIs(area, at)
  const answers = area.manifest.layers.map((layer) => answerOf(area, layer, at, place, options))
  for (const kind of HAZARD_KINDS)
    if (!area.manifest.layers.some((layer) => layer.kind === kind))
      answers.push({ kind, scenario: 'max', sources: [], asOf: null, ...withoutLayer(place) })
  return { at, area: area.manifest.area.code, hazards: answers.sort(byUrgency) }
}

type Where = 'inside' | 'outside' | 'unknown'
type Findings = {
  [K in HazardAnswer['answer']]: Omit<
    Extract<HazardAnswer, { answer: K }>,
    'kind' | 'scenario' | 'sources' | 'asOf'
  >
}[HazardAnswer['answer']]

function whereIs(area: Area, at: LngLat): Where {
  if (!isInside(at, area.manifest.bounds)) return 'outside'
  const boundary = area.manifest.boundary === null ? undefined : area.ranks.get(area.manifest.boundary)
  if (boundary === undefined || !boundary.ok) return 'unknown'
  const rank = rankAt(boundary.layer, at)
  return rank === null ? 'unknown' : rank > 0 ? 'inside' : 'outside'
}

const unavailable = (why: UnavailableReason): Findings => ({ answer: 'dataUnavailable', why })

const withoutLayer = (place: Where): Findings =>
  place === 'outside' ? { answer: 'outsidePack' } : unavailable('notBuilt')

function answerOf(
  area: Area,
  layer: PackLayer,
  at: LngLat,
  place: Where,
  options: AssessOptions,
): HazardAnswer {
  const common = { kind: layer.kind, scenario: layer.scenario, sources: layer.sources, asOf: layer.asOf }
  return { ...common, ...find(area, layer, at, place, options) }
}

function find(area: Area, layer: PackLayer, at: LngLat, place: Where, options: AssessOptions): Findings {
  const file = layer.file === null ? undefined : area.ranks.get(layer.file)
  const rank = file?.ok ? readRank(file.layer, at, options) : null
  if (isDepthRank(rank))
    return { answer: 'hazard', rank, depth: DEPTH_BANDS[rank], complete: layer.state === 'built' }
  if (place === 'outside') return { answer: 'outsidePack' }
  if (layer.state === 'notBuilt' || layer.state === 'missing') return unavailable(layer.state)
  if (file !== undefined && !file.ok) return unavailable(file.why)
  if (rank !== 0) return unavailable('unreadable')
  if (layer.state === 'partial') return unavailable('partial')
  if (place === 'unknown') return unavailable('unreadable')
  return coverageAt(area, layer, at)
}

function readRank(layer: Parameters<typeof rankAt>[0], at: LngLat, { within }: AssessOptions): number | null {
  const here = rankAt(layer, at)
  if (here === null || within === undefined) return here
  const around = worstRankWithin(layer, at, within)
  return around === null ? null : Math.max(here, around)
}

/** A coverage that cannot be read leaves "a data set is here and shows no zone", which claims less than any coverage. */
function coverageAt(area: Area, layer: PackLayer, at: LngLat): Findings {
  const known = area.manifest.coverage.filter(
    (entry) => entry.kind === layer.kind && entry.scenario === layer.scenario,
  )
  for (const file of new Set(known.map((entry) => entry.file))) {
    const mask = area.ranks.get(file)
    const rank = mask?.ok ? rankAt(mask.layer, at) : null
    const entry = known.find((one) => one.file === file && one.rank === rank)
    if (entry !== undefined) return fromCoverage(entry)
  }
  return { answer: 'noZonePublished' }
}

const fromCoverage = (entry: PackCoverage): Findings =>
  entry.state === 'studied'
    ? { answer: 'assessedNone', coverage: entry.id }
    : { answer: 'notAssessed', coverage: entry.id }

/** Zones first, then what is not known, then what was looked at and shows nothing. */
const URGENCY: { readonly [answer in HazardAnswer['answer']]: number } = {
  hazard: 0,
  dataUnavailable: 1,
  notAssessed: 1,
  outsidePack: 2,
  noZonePublished: 3,
  assessedNone: 4,
}

function byUrgency(a: HazardAnswer, b: HazardAnswer): number {
  if (a.answer === 'hazard' && b.answer === 'hazard' && a.rank !== b.rank) return b.rank - a.rank
  const order = URGENCY[a.answer] - URGENCY[b.answer]
  return order !== 0 ? order : HAZARD_KINDS.indexOf(a.kind) - HAZARD_KINDS.indexOf(b.kind)
}
