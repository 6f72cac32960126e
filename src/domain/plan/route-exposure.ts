import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import type { FoundHazard, HazardAnswer } from '../risk/hazard-answer.ts'
import { bySeverity } from '../risk/severity.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { ExposurePart, RouteExposure } from './plan-facts.ts'

/** A line is cut into pieces of at most this length, metres: less than half the finest mesh that is published (5 m). */
const PIECE = 2
/** At most so many pieces: a line through the whole country gets longer ones. */
const MOST_PIECES = 6000

/**
 * What a line leads through: metres for each hazard and class, worst first. Each piece of 2 m is told by the worse of its two
 * ends, so that at a border it is never too few metres; a zone that is thinner than a piece and lies between two ends can be
 * missed. Only the largest conceivable scenario counts.
 * @param line two corners or more
 */
export function exposureOf(area: Area, line: readonly LngLat[]): RouteExposure {
  const tally: Tally = { parts: new Map(), metres: 0, impassable: 0, unknown: 0 }
  const size = Math.max(PIECE, lengthOf(line) / MOST_PIECES)
  let here = line[0]
  if (here === undefined) throw new RangeError('a line without corners')
  let before = answersAt(area, here)
  for (const corner of line.slice(1)) {
    const metres = metresBetween(here, corner)
    const pieces = Math.max(1, Math.ceil(metres / size))
    for (let piece = 1; piece <= pieces; piece += 1) {
      const next = answersAt(area, between(here, corner, piece / pieces))
      addPiece(tally, before, next, metres / pieces)
      before = next
    }
    here = corner
  }
  return {
    metres: tally.metres,
    parts: [...tally.parts.values()].sort(worstFirst),
    impassable: tally.impassable,
    unknownMetres: tally.unknown,
  }
}

/** Length over the ground, metres. */
export const lengthOf = (line: readonly LngLat[]): number =>
  line.reduce((sum, corner, index) => sum + metresBetween(line[index - 1] ?? corner, corner), 0)

type Tally = {
  readonly parts: Map<string, ExposurePart>
  metres: number
  impassable: number
  unknown: number
}

const between = (a: LngLat, b: LngLat, share: number): LngLat => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

const answersAt = (area: Area, at: LngLat): readonly HazardAnswer[] =>
  assessRisk(area, at).hazards.filter(({ scenario }) => scenario === 'max')

function addPiece(
  tally: Tally,
  start: readonly HazardAnswer[],
  end: readonly HazardAnswer[],
  metres: number,
): void {
  tally.metres += metres
  const worst = start.map((one) => worse(one, end.find(({ kind }) => kind === one.kind) ?? one))
  for (const answer of worst) {
    const part = partOf(answer)
    if (part === null) continue
    const key = `${answer.kind} ${part.state} ${part.class}`
    const known = tally.parts.get(key)
    tally.parts.set(key, { ...part, ...known, metres: (known?.metres ?? 0) + metres })
  }
  if (worst.some((answer) => answer.answer === 'hazard' && isImpassable(answer))) tally.impassable += metres
  if (worst.some((answer) => answer.kind !== 'pond' && partOf(answer)?.state === 'unknown'))
    tally.unknown += metres
}

const worse = (a: HazardAnswer, b: HazardAnswer): HazardAnswer => (bySeverity(b, a) < 0 ? b : a)

function partOf(answer: HazardAnswer): Omit<ExposurePart, 'metres'> | null {
  const { kind } = answer
  switch (answer.answer) {
    case 'hazard':
      return {
        kind,
        state: 'hazard',
        class: 'rank' in answer ? String(answer.rank) : answer.zone,
        sample: answer,
      }
    case 'notAssessed':
    case 'outsidePack':
      return { kind, state: 'unknown', class: answer.answer, sample: answer }
    case 'dataUnavailable':
      return { kind, state: 'unknown', class: answer.why, sample: answer }
    case 'assessedNone':
    case 'noZonePublished':
      return null
  }
}

/**
 * Water whose class reaches above 0.5 m, where houses collapse, or a red landslide zone. 0.5 m is the limit of walking in
 * still water (東京都 東京マイ・タイムライン; 国土交通省 川の防災情報).
 */
export function isImpassable(hazard: FoundHazard): boolean {
  if (hazard.kind === 'houseCollapse') return true
  if (hazard.kind === 'landslide') return hazard.zone === 'special'
  return hazard.depth.max === null || hazard.depth.max > 0.5
}

const worstFirst = (a: ExposurePart, b: ExposurePart): number =>
  bySeverity(a.sample, b.sample) || b.metres - a.metres
