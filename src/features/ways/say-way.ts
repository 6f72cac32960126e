import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { comesAsWater } from '#domain/routes/coming-water.ts'
import { departureOf, type Departure } from '#domain/routes/departure.ts'
import {
  describeImpassable,
  describeLength,
  describeNotes,
  describeSteps,
  describeStretches,
} from '#domain/routes/describe-way.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import type { FoundWay } from '#domain/routes/ways-question.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { nameAloud } from '#i18n/index.ts'
import { siteWords } from '../shelters/index.ts'
import type { Speech } from '../speech/index.ts'
import type { ClosuresKnown } from './closures-known.ts'
import { limitOf } from './KnowFirst.tsx'

/** A way as it is read aloud: what has to be known first, how long and by when, what it leads through, then step by step. */
export const sayWay =
  (
    way: FoundWay,
    of: {
      readonly area: Area
      readonly hazard: SiteHazard
      readonly closures: ClosuresKnown
      readonly asked: number
      readonly now: number
    },
  ): Speech =>
  (t) => {
    const { area, hazard, closures, asked, now } = of
    const site = area.sites?.find(({ id }) => id === way.goal)
    const { metres, minutes } = describeLength(way.route)
    const impassable = describeImpassable(way.route)
    const stretches = describeStretches(way.route).map(({ text }) => text)
    const steps = describeSteps(way.steps, area).flatMap(({ text, landmark, road, length }) => [
      text,
      landmark,
      road,
      length,
    ])
    return [
      ...[...closures.says, { key: 'roads:first.plan' }, limitOf(hazard)].map(t.phrase),
      ...(site === undefined ? [] : [nameAloud(t.language, siteWords(site.name))]),
      t('roads:way.minutes', { count: minutes }),
      t('roads:way.metres', { metres }),
      ...(impassable === null ? [] : [t.phrase(impassable)]),
      ...(comesAsWater(hazard) ? departurePhrases(departureOf(way.leaveBy, asked, now)) : []).map(t.phrase),
      ...[...stretches, ...describeNotes(way.route, zonesFor(hazard))].map(t.phrase),
      ...steps.filter((phrase) => phrase !== null).map(t.phrase),
    ]
  }

function departurePhrases(departure: Departure): readonly Phrase[] {
  switch (departure.kind) {
    case 'notAsked':
      return [{ key: 'roads:water.notAsked' }]
    case 'notTouched':
      return [{ key: 'roads:leave.notTouched' }]
    case 'tooLate':
      return [{ key: 'roads:tooLate.title' }, { key: 'roads:tooLate.what' }]
    case 'leave':
      return [
        { key: 'roads:leave.by', params: { 'time@clock': departure.by } },
        { key: 'roads:leave.left', params: { count: departure.minutes } },
      ]
  }
}
