import type { LngLat } from '../geo/lng-lat.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { drawShare } from './draw-share.ts'
import type { DrillNow, DrillRun } from './drill-run.ts'
import type { Inject, InjectKind } from './scenario.ts'

/** What injects need to know of the area. The same question later gets the same answer, else a replay would tell another drill. */
export type Places = {
  /** Where a site of the area is; null = not known. */
  readonly siteAt: (site: string) => LngLat | null
  /**
   * The next stretch of the best way from a place to a site (null = the nearest), not along what was shut before; for `bridgeGone`
   * a bridge of it. null = no way is known, or none such lies on it. Asked again and again with the same arguments: the last answers
   * may be kept.
   */
  readonly ahead: (
    from: LngLat,
    goal: string | null,
    shut: readonly LngLat[],
    kind: BlockKind,
  ) => LngLat | null
}

/** What shuts a way. */
export type BlockKind = Extract<InjectKind, 'roadShut' | 'bridgeGone'>

/** So near to a site, metres, somebody is there, besides the accuracy of the position. Own choice: a school yard. */
export const AT_SITE = 30

/** From a minute until just before another one. */
type Span = { readonly from: number; readonly till: number }

/**
 * The injects that have come to a participant until a minute, in the order in which they came; of two at one minute that of the
 * scenario. Each comes once, at the first minute at which all holds, to those who are in its share, and stays where it came:
 * nothing that they do later takes it back or moves it.
 */
export function injectsUntil(run: DrillRun, now: number, places: Places): DrillNow['injects'] {
  const walks = walksOf(run, places.siteAt)
  const coming = run.scenario.injects
    .filter(({ id, when }) => drawShare(run.scenario.seed, run.number, id) < when.share)
    .map((inject) => ({ inject, minute: minuteOf(run, inject, walks, places.siteAt) }))
    .filter(({ minute }) => minute <= now)
    .toSorted((a, b) => a.minute - b.minute)
  const told: { inject: Inject; minute: number; at: LngLat | null }[] = []
  for (const { inject, minute } of coming)
    told.push({ inject, minute, at: placeOf(run, inject, minute, places, shutPlaces(told)) })
  return told
}

const isBlock = (kind: InjectKind): kind is BlockKind => kind === 'roadShut' || kind === 'bridgeGone'

/** Where ways are shut by what was told. */
export const shutPlaces = (told: DrillNow['injects']): readonly LngLat[] =>
  told.flatMap(({ inject, at }) => (isBlock(inject.kind) && at !== null ? [at] : []))

/** When somebody is on the way: from leaving, and from each new choice of a goal after that, until they are there. */
function walksOf(run: DrillRun, siteAt: Places['siteAt']): readonly Span[] {
  const { left, decisions, ended, track } = run
  if (left === null) return []
  const turns = decisions.filter(({ kind, minute }) => kind === 'goal' && minute > left)
  const starts = [left, ...turns.map(({ minute }) => minute)]
  return starts
    .map((from, index) => {
      const till = Math.min(starts[index + 1] ?? Infinity, ended ?? Infinity)
      const goal = goalAt(run, from)
      const site = goal === null ? null : siteAt(goal)
      const arrived = track.find(
        ({ minute, at, accuracy }) =>
          minute >= from && minute < till && site !== null && metresBetween(at, site) <= AT_SITE + accuracy,
      )
      return { from, till: arrived?.minute ?? till }
    })
    .filter(({ from, till }) => from < till)
}

/** When nobody is on the way: before, between and after the walks. */
const standsOf = (walks: readonly Span[]): readonly Span[] =>
  [...walks, { from: Infinity, till: Infinity }]
    .map(({ from }, index) => ({ from: walks[index - 1]?.till ?? 0, till: from }))
    .filter(({ from, till }) => from < till)

/** The first minute at which all holds that an inject asks for; `Infinity` = not until now. */
function minuteOf(run: DrillRun, inject: Inject, walks: readonly Span[], siteAt: Places['siteAt']): number {
  const { fromMinute, onTheWay, withinMetres } = inject.when
  const always = [{ from: 0, till: Infinity }]
  const spans = (onTheWay === null ? always : onTheWay ? walks : standsOf(walks))
    .map(({ from, till }) => ({ from: Math.max(from, fromMinute), till }))
    .filter(({ from, till }) => from < till)
  if (withinMetres === null) return spans[0]?.from ?? Infinity
  for (const span of spans)
    for (const { minute, at } of momentsIn(run, span)) {
      const place = fixedPlaceOf(run, inject, minute, siteAt)
      if (place !== null && metresBetween(at, place) <= withinMetres) return minute
    }
  return Infinity
}

/** The minutes at which they were somewhere else, or wanted to go elsewhere, than just before; the beginning of the span first. */
function momentsIn(run: DrillRun, { from, till }: Span): readonly { minute: number; at: LngLat }[] {
  const turns = run.decisions.filter(({ kind }) => kind === 'goal').map(({ minute }) => minute)
  return [
    ...[from, ...turns].map((minute) => ({ minute, at: placeAt(run, minute) })),
    ...run.track.map(({ minute, at }) => ({ minute, at })),
  ]
    .filter(({ minute }) => minute >= from && minute < till)
    .toSorted((a, b) => a.minute - b.minute)
}

function placeOf(
  run: DrillRun,
  inject: Inject,
  minute: number,
  { siteAt, ahead }: Places,
  shut: readonly LngLat[],
): LngLat | null {
  return inject.at === null && isBlock(inject.kind)
    ? ahead(placeAt(run, minute), goalAt(run, minute), shut, inject.kind)
    : fixedPlaceOf(run, inject, minute, siteAt)
}

/** Where an inject is when nothing has to be chosen: its own place, or the site that is full. */
function fixedPlaceOf(
  run: DrillRun,
  { kind, at, site }: Inject,
  minute: number,
  siteAt: Places['siteAt'],
): LngLat | null {
  const full = kind === 'siteFull' ? (site ?? goalAt(run, minute)) : null
  return at ?? (full === null ? null : siteAt(full))
}

/** Where they were last seen by a minute; at home before the first position. */
export const placeAt = ({ track, home }: DrillRun, minute: number): LngLat =>
  track.findLast((point) => point.minute <= minute)?.at ?? home

/** The site that they were on the way to at a minute; where no decision tells it, that of the run. */
function goalAt({ decisions, goal }: DrillRun, minute: number): string | null {
  const chosen = decisions.filter(({ kind }) => kind === 'goal')
  return chosen.length === 0 ? goal : (chosen.findLast((one) => one.minute <= minute)?.about ?? null)
}
