import { SLACKS, type Slack } from '#domain/routes/last-departure.ts'
import type { Departures, Reach } from '#domain/routes/ways-question.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { bandLook, BANDS_SHOWN, shownBand, slackLook, type LineLook } from '#map/network-looks.ts'
import type { MapTheme } from '#map/map-view.ts'

/** A line of the legend: how the roads are drawn, what that means, and how many metres of road there are. */
export type Row = {
  readonly key: string
  readonly look: LineLook
  readonly says: Phrase
  readonly metres: number
}

/** The roads by minutes to a site, the shortest first, those from which no way leads last. All metres stand in one row. */
function reachRows({ metresByBand }: Pick<Reach, 'metresByBand'>, theme: MapTheme): readonly Row[] {
  const sumOf = (isIn: (band: number | null) => boolean): number =>
    metresByBand.reduce((sum, { band, metres }) => (isIn(band) ? sum + metres : sum), 0)
  return [
    ...BANDS_SHOWN.map(({ band, from, to }) => ({
      key: `band${band}`,
      look: bandLook(band, theme),
      says:
        to === null
          ? { key: 'escape:band.from', params: { from } }
          : { key: 'escape:band.between', params: { from, to } },
      metres: sumOf((one) => one !== null && shownBand(one) === band),
    })),
    {
      key: 'none',
      look: bandLook(null, theme),
      says: { key: 'escape:band.none' },
      metres: sumOf((one) => one === null),
    },
  ]
}

/** The roads by the time that is left, the most first, those from which no way leads last. All metres stand in one row. */
function departureRows(
  { metresBySlack }: Pick<Departures, 'metresBySlack'>,
  theme: MapTheme,
): readonly Row[] {
  return [...SLACKS, null].map((slack: Slack | null) => ({
    key: slack ?? 'none',
    look: slackLook(slack, theme),
    says: { key: slack === null ? 'escape:band.none' : `escape:slack.${slack}` },
    metres: metresBySlack.reduce((sum, one) => (one.slack === slack ? sum + one.metres : sum), 0),
  }))
}

/** The legend of what was worked out. */
export const rowsOf = (
  shown:
    | { readonly kind: 'reach'; readonly reach: Pick<Reach, 'metresByBand'> }
    | { readonly kind: 'departure'; readonly departures: Pick<Departures, 'metresBySlack'> },
  theme: MapTheme,
): readonly Row[] =>
  shown.kind === 'reach' ? reachRows(shown.reach, theme) : departureRows(shown.departures, theme)
