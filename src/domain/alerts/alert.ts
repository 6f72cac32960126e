import * as v from 'valibot'
import { Instant, Kid, Sequence } from '../feeds/key-ring.ts'
import type { FeedKind } from '../feeds/check-feed.ts'
import { SITE_HAZARDS } from '../hazards/hazard-kind.ts'
import { readJson } from '../plan/read-json.ts'
import { isCleanText } from '../plan/text.ts'
import { ok, refuse, type Result } from '../result.ts'
import { openShelters } from './in-force.ts'

/** The levels at which a city orders people to act: 高齢者等避難, 避難指示, 緊急安全確保 (内閣府 避難情報に関するガイドライン). */
export const CITY_LEVELS = [3, 4, 5] as const

/** Numbers of entries: more than any city has. Own choices; they bound the work. */
export const MOST_ALERTS = 200
const MOST_DISTRICTS = 300
const MOST_SHELTERS = 300
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-simple)?$/

const textOf = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isCleanText, 'text'))
const nameOf = (most: number) => v.pipe(textOf(most), v.minLength(1))
const areOnce = (all: readonly string[]): boolean => new Set(all).size === all.length

const Alert = v.pipe(
  v.strictObject({
    id: Kid,
    level: v.picklist(CITY_LEVELS),
    /** One danger each: an order for two dangers is two alerts. */
    hazard: v.picklist(SITE_HAZARDS),
    /** Names of districts as the city writes them; empty = the whole municipality. */
    districts: v.pipe(
      v.array(nameOf(60)),
      v.maxLength(MOST_DISTRICTS),
      v.check<string[], string>(areOnce, 'twice'),
    ),
    /** Ids of sites of the pack that the city has opened for it. A site that is not named is not known to be open. */
    shelters: v.pipe(
      v.array(nameOf(64)),
      v.maxLength(MOST_SHELTERS),
      v.check<string[], string>(areOnce, 'twice'),
    ),
    issued: Instant,
    /** When it was lifted, at the latest with the feed that says so; null = it holds. No clock lifts an order. */
    lifted: v.nullable(Instant),
    /** The office that says it, in its own words. */
    sender: nameOf(120),
    /** The city's own words by language, shown beside our sentences and never instead. */
    text: v.pipe(
      v.record(v.pipe(v.string(), v.regex(LANGUAGE)), textOf(1_000)),
      v.check((text) => Object.keys(text).length === 0 || (text['ja'] ?? '') !== '', 'ja'),
    ),
  }),
  v.check(({ issued, lifted }) => lifted === null || lifted >= issued, 'lifted'),
)

const AlertFeed = v.pipe(
  v.strictObject({
    v: v.literal(1),
    feed: v.literal('alerts'),
    area: v.pipe(v.string(), v.regex(/^\d{5}$/)),
    publisher: nameOf(120),
    sequence: Sequence,
    issued: Instant,
    expires: Instant,
    alerts: v.pipe(v.array(Alert), v.maxLength(MOST_ALERTS)),
  }),
  v.check(({ alerts }) => areOnce(alerts.map(({ id }) => id)), 'ids'),
  v.check(
    ({ alerts, issued }) => alerts.every((one) => Math.max(one.issued, one.lifted ?? 0) <= issued),
    'later than the feed',
  ),
)

/** An order of the city; never a warning of the weather agency, which is a thing of its own (気象業務法 17条). */
export type Alert = v.InferOutput<typeof Alert>
/** All orders of a city. An empty list says that this file holds none, and nothing about danger. */
export type AlertFeed = v.InferOutput<typeof AlertFeed>

/** More bytes than a feed of alerts has. */
export const ALERTS_CAP = 300_000

/** Why a feed of alerts is refused: `notAlerts` = something else, or no JSON; `brokenAlerts` = `detail` names the field. */
export type AlertsRefusal = 'notAlerts' | 'newerVersion' | 'brokenAlerts'

/** Reads `alerts.json` (docs/signing.md) whole or not at all: half a list of orders would read as the whole. */
export function parseAlerts(bytes: Uint8Array): Result<AlertFeed, AlertsRefusal> {
  const json = readJson(bytes, { bytes: ALERTS_CAP, depth: 6, values: 60_000 })
  if (!json.ok) return refuse('notAlerts', json.reason)
  const version = versionOf(json.value)
  if (version === null) return refuse('notAlerts')
  if (version > 1) return refuse('newerVersion', `version ${version}`)
  const parsed = v.safeParse(AlertFeed, json.value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return refuse('brokenAlerts', v.getDotPath(issue) ?? issue.message.slice(0, 40))
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Object.hasOwn(value, 'v') || !Object.hasOwn(value, 'feed')) return null
  const { v: version, feed } = value as Record<string, unknown>
  return feed === 'alerts' && Number.isInteger(version) && Number(version) >= 1 ? Number(version) : null
}

/**
 * What a feed opens or takes back: sites that are opened or closed, and orders that are gone, lifted, lower, or hold for fewer
 * districts or another danger. Sending people to a closed door, and calling them back too early, both kill.
 */
export function takenBackAlerts(before: AlertFeed | null, after: AlertFeed): readonly string[] {
  const [was, is] = [before === null ? new Set<string>() : openShelters(before), openShelters(after)]
  const moved = [...new Set([...was, ...is])].filter((id) => was.has(id) !== is.has(id))
  const orders = (before?.alerts ?? [])
    .filter(({ lifted }) => lifted === null)
    .filter((alert) => !after.alerts.some((one) => one.id === alert.id && saysNoLess(alert, one)))
  return [...orders.map(({ id }) => id), ...moved]
}

const saysNoLess = (before: Alert, after: Alert): boolean =>
  after.lifted === null &&
  after.level >= before.level &&
  after.hazard === before.hazard &&
  (after.districts.length === 0 ||
    (before.districts.length > 0 && before.districts.every((name) => after.districts.includes(name))))

/** How alerts are checked. */
export const ALERTS_KIND: FeedKind<AlertFeed> = {
  name: 'alerts',
  cap: ALERTS_CAP,
  parse: parseAlerts,
  takesBack: takenBackAlerts,
}
