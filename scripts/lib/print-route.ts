import { annotated } from '#i18n/ruby.ts'
import { say } from '#i18n/say.ts'
import { startWords } from '#i18n/start.ts'
import type { LanguageTag } from '#i18n/languages.ts'
import { timeParam } from '#domain/closures/age-in-words.ts'
import { describeFeedState } from '#domain/closures/describe-feed.ts'
import { romajiOf } from '#domain/places/romaji.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { departureOf } from '#domain/routes/departure.ts'
import {
  describeLength,
  describeNotes,
  describeSteps,
  describeStretches,
} from '#domain/routes/describe-way.ts'
import type { FoundWay, FoundWays } from '#domain/routes/ways-question.ts'
import { describeSite } from '#domain/shelters/describe-site.ts'
import { rankSites } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import type { AskedRoute, NoRoute, RouteAsker } from './ask-routes.ts'
import { readBundle } from './print-answer.ts'

/** A line that is printed: how far it stands in, and what it says. */
type Line = readonly [indent: number, says: Phrase | string]

/** Prints the ways from one place in a language, with the sentences of the app. */
export async function printRoute(asker: RouteAsker, { found }: AskedRoute, tag: LanguageTag): Promise<void> {
  const words = await startWords(tag, readBundle)
  const lines = [
    ...closureLines(asker),
    [0, ''] as const,
    ...(found.ok ? wayLines(asker, found.value) : noWayLines(asker, found.reason)),
    [0, ''] as const,
    [0, { key: 'roads:first.plan' }] as const,
    [0, { key: limitOf(asker) }] as const,
  ]
  for (const [indent, says] of lines) {
    const text = typeof says === 'string' ? says : annotated(say(words, says))
    process.stdout.write(`${' '.repeat(indent)}${text}\n`)
  }
}

/** When to set out no more, by the alert levels; tsunamis have none. */
const limitOf = ({ request: { hazard } }: RouteAsker): string =>
  hazard === 'tsunami'
    ? 'roads:first.tsunami'
    : hazard === 'earthquake' || hazard === 'fire' || hazard === 'volcano'
      ? 'roads:first.other'
      : 'roads:first.level5'

/** What is known of closed roads, and how old it is, before any way is told. */
function closureLines({ request: { closures, now } }: RouteAsker): readonly Line[] {
  if (closures.kind === 'never') return [[0, { key: 'roads:first.noClosures' }]]
  const { headline, issued, notes } = describeFeedState(closures, now, false)
  return [headline, ...issued, ...notes].map((phrase, index): Line => [index === 0 ? 0 : 2, phrase])
}

function wayLines(asker: RouteAsker, { ways, unplaced }: FoundWays): readonly Line[] {
  return [
    ...(unplaced.length === 0
      ? []
      : [[0, { key: 'roads:unplaced', params: { count: unplaced.length } }] as const]),
    ...ways.flatMap((way, index) => [...(index === 0 ? [] : [[0, ''] as const]), ...wayOf(asker, way)]),
  ]
}

function wayOf({ area, request, question }: RouteAsker, way: FoundWay): readonly Line[] {
  const { route, steps, goal, leaveBy } = way
  const { hazard, manner } = request
  const { metres, minutes } = describeLength(route)
  const site = (area.sites ?? []).find(({ id }) => id === goal)
  const ranked = site === undefined ? [] : rankSites({ ...area, sites: [site] }, site.at, hazard)
  const isThroughZones = manner === 'least' && route.exposure.length > 0
  const facts: readonly Phrase[] = [
    { key: 'roads:way.metres', params: { metres } },
    { key: 'roads:way.minutes', params: { count: minutes } },
    ...ranked.flatMap((one) => describeSite(one, hazard)),
    ...leaveWords(leaveBy, request),
    ...(isThroughZones ? [{ key: 'roads:least' }] : []),
    ...describeStretches(route).map(({ text }) => text),
    ...describeNotes(route, question.hazards),
  ]
  return [
    [
      0,
      site === undefined
        ? `■ ${request.to?.toReversed().join(',') ?? ''}`
        : { key: 'roads:way.to', params: siteParams(site) },
    ],
    ...facts.map((phrase): Line => [2, phrase]),
    [2, { key: 'roads:way.steps' }],
    ...describeSteps(steps, area).flatMap(({ text, road, landmark, length }) =>
      [text, road, landmark, length]
        .filter((phrase) => phrase !== null)
        .map((phrase, index): Line => [index === 0 ? 4 : 6, phrase]),
    ),
  ]
}

const siteParams = ({ name: { ja, kana, en } }: Site): Readonly<Record<string, string>> => {
  const romaji = romajiOf(ja, kana)
  return {
    'site@ja': ja,
    'site@kana': kana ?? '',
    ...(romaji === null ? {} : { 'site@romaji': romaji }),
    ...(en === null ? {} : { 'site@en': en }),
  }
}

/** By when to leave, beside what was assumed of the water. */
function leaveWords(leaveBy: number | null, { waterIn, now }: RouteAsker['request']): readonly Phrase[] {
  if (waterIn === null) return []
  const assumed = {
    key: 'roads:water.assumed',
    params: timeParam('time', now + waterIn * 60_000, now),
  }
  const departure = departureOf(leaveBy, now, now)
  switch (departure.kind) {
    case 'notAsked':
      return []
    case 'notTouched':
      return [{ key: 'roads:leave.notTouched' }]
    case 'tooLate':
      return [{ key: 'roads:tooLate.title' }, { key: 'roads:tooLate.what' }, assumed]
    case 'leave':
      return [
        { key: 'roads:leave.by', params: timeParam('time', departure.by, now) },
        { key: 'roads:leave.left', params: { count: departure.minutes } },
        { key: 'roads:leave.notReady' },
        assumed,
      ]
  }
}

function noWayLines({ area, barredSites }: RouteAsker, reason: NoRoute): readonly Line[] {
  const lines: Line[] = [[0, { key: noWayKey(reason) }]]
  if (reason !== 'unreachable' && reason !== 'noSites') return lines
  if (barredSites.length === 0) return lines
  lines.push([0, { key: 'roads:left.title' }])
  for (const { id, bar } of barredSites) {
    const site = (area.sites ?? []).find((one) => one.id === id)
    lines.push([2, site?.name.ja ?? id], [4, { key: `roads:bar.${bar}` }])
  }
  return lines
}

/** What is wrong with a file is one sentence for those who read it. */
function noWayKey(reason: NoRoute): string {
  switch (reason) {
    case 'outsidePack':
      return 'roads:place.outside'
    case 'sitesUnreadable':
      return 'sites:list.unreadable'
    case 'badMagic':
    case 'unsupportedVersion':
    case 'truncated':
    case 'damaged':
      return 'roads:refused.unreadable'
    case 'unsnappable':
    case 'unreachable':
    case 'noSites':
    case 'noGraph':
    case 'notLoaded':
      return `roads:refused.${reason}`
  }
}
