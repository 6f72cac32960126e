import { isInside, type LngLat } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { rankAt } from '#domain/ranks/rank-layer.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import type { HazardAnswer } from '#domain/risk/hazard-answer.ts'
import { edgeRankOf } from '#domain/routes/edge-rank.ts'
import { RANK_UNKNOWN } from '#domain/routes/graph.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'

/** A line is looked at every so many metres, as `exposureOf` does: less than half the finest mesh that is published (5 m). */
const PIECE = 2
/**
 * Pieces of an edge become one where fewer metres than this are then told to be worse than they are. Own choice: shorter edges
 * would only make the graph larger, longer ones would close a whole road for one wet corner.
 */
const MOST_LIFTED = 20

/** A part of a line with equal ranks: `ranks` in the order of `HAZARD_KINDS`, `till` = metres from the start of the line. */
export type RankedPart = { readonly till: number; readonly ranks: readonly number[] }

/** What an edge keeps of an answer: the rank of a zone, 0 where none is published or studied, else `RANK_UNKNOWN`. */
export function rankIn(answer: HazardAnswer): number {
  switch (answer.answer) {
    case 'hazard':
      return edgeRankOf(answer)
    case 'assessedNone':
    case 'noZonePublished':
      return 0
    case 'notAssessed':
    case 'outsidePack':
    case 'dataUnavailable':
      return RANK_UNKNOWN
  }
}

/** The worse of two ranks: a zone before what is not known, and that before none. */
export function worseRank(a: number, b: number): number {
  if (a === RANK_UNKNOWN) return b === 0 ? a : b
  if (b === RANK_UNKNOWN) return a === 0 ? b : a
  return Math.max(a, b)
}

/** Tells the ranks of all hazards at a place, of the largest conceivable scenario, in the order of `HAZARD_KINDS`. */
export type RankReader = (at: LngLat) => readonly number[]

/**
 * Reads the ranks of an area. An answer follows from what each rank layer says at the place and from whether it lies in the
 * bounds, so that places which are alike in these are reckoned once: a city is read at a million of them.
 */
export function rankReader(area: Area): RankReader {
  const { layers, coverage, boundary, bounds } = area.manifest
  // How long water stands, and the smaller floods, give no rank.
  const asked = layers.filter(({ scenario, measure }) => scenario === 'max' && measure !== 'duration')
  const lean = { ...area, manifest: { ...area.manifest, layers: asked } }
  const names = new Set([boundary, ...asked.map(({ file }) => file), ...coverage.map(({ file }) => file)])
  const files = [...area.ranks].flatMap(([name, file]) => (names.has(name) && file.ok ? [file.layer] : []))
  const known = new Map<string, readonly number[]>()
  return (at) => {
    const key = `${isInside(at, bounds)} ${files.map((layer) => rankAt(layer, at)).join()}`
    const ranks = known.get(key) ?? ranksAt(lean, at)
    known.set(key, ranks)
    return ranks
  }
}

function ranksAt(area: Area, at: LngLat): number[] {
  const ranks = HAZARD_KINDS.map(() => RANK_UNKNOWN)
  for (const answer of assessRisk(area, at).hazards)
    if (answer.scenario === 'max') ranks[HAZARD_KINDS.indexOf(answer.kind)] = rankIn(answer)
  return ranks
}

/**
 * What a line leads through, part by part. Each piece of 2 m has the worse rank of its two ends; pieces are put together where
 * that lifts the rank of fewer than 20 m. No part is ever told to be better than one of its pieces.
 */
export function rankLine(read: RankReader, line: readonly LngLat[]): RankedPart[] {
  const parts: Part[] = []
  let [here] = line
  if (here === undefined) throw new RangeError('a line without points')
  let [before, metres] = [read(here), 0]
  for (const corner of line.slice(1)) {
    const length = metresBetween(here, corner)
    const pieces = Math.max(1, Math.ceil(length / PIECE))
    for (let piece = 1; piece <= pieces; piece += 1) {
      const ranks = read(between(here, corner, piece / pieces))
      addPiece(
        parts,
        length / pieces,
        before.map((rank, i) => worseRank(rank, ranks[i] as number)),
      )
      before = ranks
    }
    here = corner
  }
  return mergeParts(parts).map(({ length, ranks }) => ({ till: (metres += length), ranks }))
}

const between = (a: LngLat, b: LngLat, share: number): LngLat => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

type Part = { readonly length: number; readonly ranks: readonly number[] }

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.every((rank, i) => rank === b[i])

function addPiece(parts: Part[], length: number, ranks: readonly number[]): void {
  const last = parts.at(-1)
  if (last !== undefined && isSame(last.ranks, ranks))
    parts[parts.length - 1] = { length: last.length + length, ranks }
  else parts.push({ length, ranks })
}

/** Puts neighbours together, those first of which the fewest metres get worse. */
function mergeParts(given: readonly Part[]): readonly Part[] {
  const parts = [...given]
  for (;;) {
    let [best, least] = [-1, MOST_LIFTED]
    for (let i = 1; i < parts.length; i += 1) {
      const lifted = liftedBy(parts[i - 1] as Part, parts[i] as Part)
      if (lifted < least) [best, least] = [i, lifted]
    }
    if (best < 0) return parts
    const [a, b] = [parts[best - 1] as Part, parts[best] as Part]
    parts.splice(best - 1, 2, { length: a.length + b.length, ranks: together(a, b) })
  }
}

const together = (a: Part, b: Part): number[] =>
  a.ranks.map((rank, i) => worseRank(rank, b.ranks[i] as number))

function liftedBy(a: Part, b: Part): number {
  const ranks = together(a, b)
  return (isSame(a.ranks, ranks) ? 0 : a.length) + (isSame(b.ranks, ranks) ? 0 : b.length)
}
