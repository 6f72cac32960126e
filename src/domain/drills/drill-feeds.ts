import type { Alert, AlertFeed } from '../alerts/alert.ts'
import { CITY_LEVELS } from '../alerts/alert.ts'
import { MODES, type Closure, type ClosureFeed } from '../closures/closure.ts'
import { SITE_HAZARD_OF } from '../plan/plan.ts'
import { triggerOf } from '../timeline/trigger.ts'
import type { Drill } from './drill.ts'
import type { DrillNow } from './drill-run.ts'
import type { DrillSite } from './judge-run.ts'

/** What the city of a drill says depends on. */
export type CityOfDrill = {
  readonly drill: Drill
  readonly told: DrillNow
  readonly sites: readonly DrillSite[]
  /** The moment of a minute of the event, milliseconds since 1970. */
  readonly moment: (minute: number) => number
  /** Who says it; it must not be taken for the city. */
  readonly sender: string
}

const DAY_MS = 24 * 60 * 60_000
/** As many as an order takes. */
const MOST_SHELTERS = 300

/** Ids of feeds are short and plain. */
const idOf = (kind: string, index: number): string => `drill-${kind}-${index + 1}`

/** The orders of a drill: what its city signals say, with the sites that take people in. What was lifted is told as lifted. */
export function alertsOfDrill({ drill, told, sites, moment, sender }: CityOfDrill): AlertFeed {
  const full = new Set(
    told.injects.flatMap(({ inject }) =>
      inject.kind === 'siteFull' ? [inject.site ?? drill.run.goal ?? ''] : [],
    ),
  )
  const shelters = sites
    .filter(({ id }) => !full.has(id))
    .slice(0, MOST_SHELTERS)
    .map(({ id }) => id)
  const lifted = told.signals.findLast(({ trigger }) => trigger === 'lifted')?.minute ?? -1
  const alerts = told.signals.flatMap(({ minute, trigger }, index): Alert[] => {
    const { says, level } = triggerOf(trigger)
    const known = CITY_LEVELS.find((one) => one === level)
    if (says !== 'city' || known === undefined) return []
    return [
      {
        id: idOf('order', index),
        level: known,
        hazard: SITE_HAZARD_OF[drill.run.scenario.hazard],
        districts: [],
        shelters: [...shelters],
        issued: moment(minute),
        lifted: lifted >= minute ? moment(lifted) : null,
        sender,
        text: {},
      },
    ]
  })
  // The newest order of the city holds; the one before it is part of it.
  const last = alerts.at(-1)
  return {
    v: 1,
    feed: 'alerts',
    area: drill.invitation.area,
    publisher: sender,
    sequence: told.signals.length + 1,
    issued: moment(told.minute),
    expires: moment(told.minute) + DAY_MS,
    alerts: last === undefined ? [] : [last],
  }
}

/**
 * The closed roads of a drill, beside the real ones that are in force.
 * @param real those of the city that are in force; they hold as long as the drill lasts
 */
export function closuresOfDrill({
  drill,
  told,
  moment,
  sender,
  real,
}: CityOfDrill & { readonly real: readonly Closure[] }): ClosureFeed {
  const shut = told.injects.flatMap(({ inject, minute, at }, index): Closure[] => {
    const { kind } = inject
    if (at === null || (kind !== 'roadShut' && kind !== 'bridgeGone')) return []
    const start = moment(minute)
    return [
      {
        id: idOf('closure', index),
        shape: { kind: 'point', at },
        state: 'closed',
        status: 'active',
        reason: kind === 'bridgeGone' ? 'bridge_damage' : reasonOf(drill.run.scenario.hazard),
        start,
        end: null,
        direction: 'both',
        access: Object.fromEntries(MODES.map((mode) => [mode, false])) as Closure['access'],
        depth: null,
        road: null,
        title: {},
        detour: {},
        source: { kind: 'city', name: sender, url: null },
        confidence: 'official',
        updated: start,
        checked: start,
      },
    ]
  })
  // The clock of the event is another one: what is told of their age is their age when the drill began.
  const begun = moment(0)
  const aged = (real: number): number => Math.min(begun, real + begun - drill.clock[0].since)
  const others = real.map((one) => ({
    ...one,
    start: aged(one.start),
    end: null,
    updated: aged(one.updated),
    checked: one.checked === null ? null : aged(one.checked),
  }))
  return {
    area: drill.invitation.area,
    publisher: sender,
    licence: '',
    sequence: shut.length + 1,
    issued: moment(told.minute),
    expires: moment(told.minute) + DAY_MS,
    closures: [...shut, ...others],
  }
}

const reasonOf = (hazard: Drill['run']['scenario']['hazard']): Closure['reason'] =>
  hazard === 'landslide'
    ? 'landslide'
    : hazard === 'tsunami'
      ? 'tsunami'
      : hazard === 'stormSurge'
        ? 'storm_surge'
        : 'flooding'
