import { readFile } from 'node:fs/promises'
import type { ClosureFeed, FeedState } from '#domain/closures/closure.ts'
import { feedState } from '#domain/closures/feed-state.ts'
import { readFeed, type FeedRefused } from '#domain/closures/read-feed.ts'
import { readTime } from '#domain/closures/time.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { isWaterKind, type HazardKind, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { ZoneManner } from '#domain/routes/cost.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import { PROFILES, type Profile } from '#domain/routes/profiles.ts'
import { BadRequest, positionIn, siteHazardIn } from './asked.ts'

/** The options of a question for ways, as `parseArgs` takes them. */
export const ROUTE_OPTIONS = {
  'route-from': { type: 'string' },
  'route-to': { type: 'string' },
  routes: { type: 'boolean' },
  profile: { type: 'string' },
  night: { type: 'boolean' },
  closures: { type: 'string' },
  avoid: { type: 'boolean' },
  'ignore-hazards': { type: 'boolean' },
  count: { type: 'string' },
  'water-in': { type: 'string' },
  now: { type: 'string' },
} as const

export const ROUTE_USAGE = `  npm run --silent ask -- --area 41207 --route-from 33.1037,130.0989 --hazard flood [--profile older] [--night]
                          [--avoid|--ignore-hazards] [--closures FILE] [--count N] [--route-to <lat>,<lng>]
                          [--water-in MINUTES] [--now TIME] [--lang …] [--json]        the way on foot: docs/routes.md
  npm run --silent ask -- --area 41207 --batch points.jsonl --routes --hazard flood […]  one [lng,lat] a line in, one way a line out`

export const ROUTE_OPTIONS_USAGE = `  --profile      who walks: ${PROFILES.join(' | ')} (default adult); --night: in the dark
  --avoid        zones in which nobody walks are no way at all; --ignore-hazards: the shortest time, through all of them;
                 without both, zones are passed as little as can be
  --closures     a road-closure-1 file; its signature is not checked. Without it nothing is known of closures
  --count        ways to so many different sites (default 1); --route-to: to this place, not to a site
  --water-in     by when to leave, if the water is here in so many minutes; --now: a time with an offset, for runs that repeat`

/** What a question for ways was given, as text. */
export type RouteOptions = {
  readonly [name in keyof typeof ROUTE_OPTIONS]?:
    ((typeof ROUTE_OPTIONS)[name]['type'] extends 'boolean' ? boolean : string) | undefined
} & { readonly hazard?: string | undefined }

export type RouteRequest = {
  readonly hazard: SiteHazard
  readonly manner: ZoneManner
  readonly profile: Profile
  readonly night: boolean
  readonly closures: FeedState
  readonly count: number
  readonly to: LngLat | null
  /** Minutes until the water is here; null = not asked. */
  readonly waterIn: number | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** More different sites are no help, and each takes its share of memory. Own choice. */
const MOST_WAYS = 20
/** Two days. */
const LONGEST_WAIT = 2880

/**
 * Reads a question for ways. Throws `BadRequest` for what cannot be meant.
 * @param area 5-digit code, which a feed must be of
 * @param clock milliseconds since 1970, where `--now` is not told
 */
export async function readRouteRequest(
  options: RouteOptions,
  area: string,
  clock: number,
): Promise<RouteRequest> {
  const hazard = siteHazardIn(options.hazard)
  const profile = PROFILES.find((one) => one === (options.profile ?? 'adult'))
  if (profile === undefined)
    throw new BadRequest(`--profile ${options.profile}: expected one of ${PROFILES.join(', ')}`)
  const now = options.now === undefined ? clock : readTime(options.now)
  if (now === null)
    throw new BadRequest(`--now ${options.now}: expected a time such as 2026-07-01T09:30:00+09:00`)
  const to = options['route-to'] === undefined ? null : positionIn('--route-to', options['route-to'])
  const count = wholeNumber('--count', options.count, 1, MOST_WAYS) ?? 1
  if (to !== null && count > 1) throw new BadRequest('--count: with --route-to there is one way')
  return {
    hazard,
    manner: mannerOf(options),
    profile,
    night: options.night === true,
    closures: await readClosures(options.closures, area, now),
    count,
    to,
    waterIn: waterIn(options['water-in'], hazard),
    now,
  }
}

function mannerOf(options: RouteOptions): ZoneManner {
  const [avoid, ignore] = [options.avoid === true, options['ignore-hazards'] === true]
  if (avoid && ignore) throw new BadRequest('--avoid and --ignore-hazards: one of the two')
  return avoid ? 'avoid' : ignore ? 'ignore' : 'least'
}

function wholeNumber(option: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new BadRequest(`${option} ${text}: expected a whole number from ${least} to ${most}`)
}

/** Hazards whose water comes over the roads, as the app asks for them. */
const WATERS: readonly SiteHazard[] = ['flood', 'stormSurge', 'tsunami', 'inlandFlood']

function waterIn(text: string | undefined, hazard: SiteHazard): number | null {
  const minutes = wholeNumber('--water-in', text, 0, LONGEST_WAIT)
  if (minutes !== null && !WATERS.includes(hazard))
    throw new BadRequest(`--water-in: no water comes with --hazard ${hazard}`)
  return minutes
}

/** The zones that the water closes, of those that are regarded: slopes fall at times of their own. */
export const closedByWater = (hazard: SiteHazard): readonly HazardKind[] =>
  zonesFor(hazard).filter((kind) => isWaterKind(kind) || kind === 'houseCollapse')

async function readClosures(file: string | undefined, area: string, now: number): Promise<FeedState> {
  if (file === undefined) return { kind: 'never' }
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch {
    throw new BadRequest(`--closures ${file}: this file cannot be read`)
  }
  const read = readFeed(bytes)
  if (!read.ok) throw new BadRequest(`--closures ${file}${faultOf(read)}`)
  const feed: ClosureFeed = read.value
  if (feed.area !== area)
    throw new BadRequest(`--closures ${file}: these are closures of area ${feed.area}, not of ${area}`)
  return feedState(feed, now, now)
}

function faultOf({ reason, detail, fault }: FeedRefused): string {
  if (fault === null)
    return `: this is no road-closure-1 feed (${[reason, detail].filter(Boolean).join(' ')})`
  const { feature, id, field, expected } = fault
  const where = feature === null ? '' : `, feature ${feature}${id === null ? '' : ` (${id})`}`
  return `${where}, ${field}: expected ${expected}`
}
