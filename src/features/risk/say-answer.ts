import type { HazardReport, Provenance } from '#domain/risk/report.ts'
import { escapeMarkup, foreign, formatDate, formatMetres, nameAloud, type SayWords } from '#i18n/index.ts'
import type { Speech } from '../speech/index.ts'
import { groupReports } from './group-reports.ts'
import { isCoarse, isOutside, wordsOf } from './answer-facts.ts'
import type { Answered, Inspected } from './store.ts'

/** For where it is, and how well that is known. */
function sayWhere(t: SayWords, place: Inspected, { near }: Answered): readonly string[] {
  const name = place.name ?? near
  const distance = place.accuracy === null ? '' : formatMetres(t.language, place.accuracy)
  return [
    ...(name === null
      ? []
      : [
          t(place.name === null ? 'app:answer.near' : 'app:answer.at', {
            place: nameAloud(t.language, wordsOf(name)),
          }),
        ]),
    ...(place.accuracy === null
      ? []
      : [t(place.from === 'position' ? 'app:answer.accuracy' : 'app:answer.within', { distance })]),
    ...(isCoarse(place) ? [t('app:answer.coarse')] : []),
  ]
}

/** What reaches the place: what to do, how deep, and what is not known of it. Of all but the worst the first thing to do. */
const sayHazard = (t: SayWords, report: HazardReport, isFirst: boolean): readonly string[] =>
  [
    report.name,
    report.headline,
    ...report.actions.slice(0, isFirst ? undefined : 1),
    ...(report.depth === null ? [] : [report.depth]),
    ...report.facts,
    ...report.unknowns,
  ].map(t.phrase)

const sayGroup = (t: SayWords, title: string, reports: readonly HazardReport[]): readonly string[] =>
  reports.length === 0 ? [] : [t(title), ...reports.map(({ headline }) => t.phrase(headline))]

/** How old, and whose: the name of the publisher in brackets, so that it is left out where nobody can pronounce it. */
function saySource(t: SayWords, { credit, asOf }: Provenance): string {
  const age =
    asOf === null ? t('app:answer.asOfUnknown') : t('app:answer.asOf', { date: formatDate(t.language, asOf) })
  const isJapanese = t.language === 'ja' || t.language === 'ja-simple'
  const publisher = escapeMarkup(credit)
  return isJapanese ? `${publisher} ${age}` : `${age} (${foreign('ja', publisher)})`
}

/**
 * The answer for a place as it is read aloud, in the order of the screen: the headline, where, what to do in this person's
 * building, what reaches the place, what is not known, and at the end how old the data of the worst are. What is not known is
 * never left out. Nothing is said twice.
 */
export const sayAnswer =
  (place: Inspected, answered: Answered, decision: Speech): Speech =>
  (t) => {
    const { headline, reports, always } = answered.report
    const { reaching, lesser, unknown, none } = groupReports(reports)
    const worst = reaching[0] ?? unknown[0] ?? none[0]
    const sources = worst === undefined ? [] : worst.provenance.map((one) => saySource(t, one))
    const said = [
      t.phrase(headline),
      ...sayWhere(t, place, answered),
      ...(isOutside(answered)
        ? [t('app:answer.outside')]
        : [
            ...decision(t),
            ...reaching.flatMap((report, index) => sayHazard(t, report, index === 0)),
            ...sayGroup(t, 'risk:group.lesser', lesser),
            ...sayGroup(t, 'risk:group.unknown', unknown),
            ...sayGroup(t, 'risk:group.none', none),
          ]),
      ...always.map(t.phrase),
      ...(sources.length === 0 ? [] : [t('app:answer.source'), ...sources]),
    ]
    return [...new Set(said)]
  }
