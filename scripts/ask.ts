import { parseArgs } from 'node:util'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { SITE_HAZARDS, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { rankSites, type RankedSite } from '#domain/shelters/rank-sites.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import {
  MOST_STOCK_HOURS,
  MOST_STOREYS,
  NEEDS_TIME,
  parseHome,
  STRUCTURES,
  type Home,
  type HomeRefusal,
} from '#domain/stay/home.ts'
import { isLanguageTag, type LanguageTag } from '#i18n/languages.ts'
import { askOnline } from './lib/ask-online.ts'
import { BadRequest, positionIn, printJson as print, readPoints, siteHazardIn } from './lib/asked.ts'
import { openPack } from './lib/open-pack.ts'
import { askRoute, routeAsker, routeJson } from './lib/ask-routes.ts'
import { printOnline, printRisk, printSites } from './lib/print-answer.ts'
import { printRoute } from './lib/print-route.ts'
import { readRouteRequest, ROUTE_OPTIONS, ROUTE_OPTIONS_USAGE, ROUTE_USAGE } from './lib/route-request.ts'

const OFFICIAL_TILES = 'https://disaportaldata.gsi.go.jp'

const USAGE = `Ask the pack of an area, on the command line, what the app would say.

  npm run --silent ask -- --area 41207 --at 33.1037,130.0989 [--lang ja|ja-simple|en] [--json]
  npm run --silent ask -- --area 41207 --at 33.1037,130.0989 --floor 1 --storeys 2 --stock 72 [--structure wood]
                          [--needs-time elderly,infant] [--json]      also: leave, or stay in this building?
  npm run --silent ask -- --area 41207 --batch points.jsonl            one [lng,lat] a line in, one answer a line out
  npm run --silent ask -- --area 41207 --near 33.1037,130.0989 --hazard flood [--limit N] [--lang …] [--json]
${ROUTE_USAGE}
  npm run --silent ask -- --online --at 35.6812,139.7671 [--lang …] [--json]
                          any place in Japan, from the official pictures: their server learns the square of about 250 m

  --at, --near   <lat>,<lng> in degrees, as people write it; --batch lines are JSON [lng,lat], as GeoJSON has it
  --floor        the living floor, 1 = the ground floor; --storeys of the building (else as many as the floor)
  --stock        hours for which water, food and toilet last
  --structure    ${STRUCTURES.join(' | ')}
  --needs-time   who needs time to leave: ${NEEDS_TIME.join(', ')}
  --hazard       ${SITE_HAZARDS.join(' | ')}
${ROUTE_OPTIONS_USAGE}
  --packs DIR    where the packs are (default public/packs)
  --tiles URL    the origin of the official pictures (default ${OFFICIAL_TILES})`

async function main(): Promise<void> {
  const options = readOptions()
  if (options.help === true) return void process.stdout.write(`${USAGE}\n`)
  const lang = language(options.lang)
  if (options.online === true) return answerFromPictures(options, lang)
  const area = await openArea(options.area, options.packs)
  const home = homeOf(options)
  if (asksForRoutes(options)) return answerRoutes(area, options, lang)
  if (options.batch !== undefined) return answerBatch(area, options.batch, home)
  if (options.at !== undefined) {
    const risk = assessRisk(area, positionIn('--at', options.at))
    return options.json === true ? print(asJson(area, risk, home)) : printRisk(area, risk, lang, home)
  }
  if (options.near !== undefined) {
    const [from, hazard] = [positionIn('--near', options.near), siteHazardIn(options.hazard)]
    const sites = listSites(area, from, hazard, options.limit)
    return options.json === true ? print(sites.map((one) => siteJson(one))) : printSites(sites, hazard, lang)
  }
  throw new BadRequest(
    'say what to ask: --at <lat>,<lng>, --batch FILE, --near or --route-from <lat>,<lng> --hazard KIND',
  )
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        area: { type: 'string' },
        packs: { type: 'string' },
        online: { type: 'boolean' },
        tiles: { type: 'string' },
        at: { type: 'string' },
        near: { type: 'string' },
        batch: { type: 'string' },
        hazard: { type: 'string' },
        limit: { type: 'string' },
        floor: { type: 'string' },
        storeys: { type: 'string' },
        stock: { type: 'string' },
        structure: { type: 'string' },
        'needs-time': { type: 'string' },
        ...ROUTE_OPTIONS,
        lang: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new BadRequest(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

async function answerFromPictures(
  { at, tiles = OFFICIAL_TILES, json }: ReturnType<typeof readOptions>,
  lang: LanguageTag,
): Promise<void> {
  if (at === undefined) throw new BadRequest('say which place: --online --at <lat>,<lng>')
  if (!URL.canParse(tiles) || new URL(tiles).origin !== tiles)
    throw new BadRequest(`--tiles ${tiles}: expected an origin such as ${OFFICIAL_TILES}`)
  const answer = await askOnline(positionIn('--at', at), tiles)
  if (json !== true) return printOnline(answer, lang)
  print({ at: answer.risk.at, online: true, hazards: answer.risk.hazards, avalanche: answer.avalanche })
}

async function openArea(code: string | undefined, packs = 'public/packs'): Promise<Area> {
  if (code === undefined) throw new BadRequest('say which area: --area followed by its 5-digit code')
  if (!/^\d{5}$/.test(code))
    throw new BadRequest(`--area ${code}: expected a 5-digit municipality code such as 41207`)
  const area = await openPack(packs, code)
  if (!area.ok) throw new BadRequest(area.detail ?? area.reason)
  return area.value
}

function language(text = 'ja'): LanguageTag {
  if (isLanguageTag(text)) return text
  throw new BadRequest(`--lang ${text}: expected ja, ja-simple or en`)
}

const HOME_OPTIONS = ['floor', 'storeys', 'stock', 'structure', 'needs-time'] as const

/** The building that is asked about; null when none of its options was given. */
function homeOf(options: ReturnType<typeof readOptions>): Home | null {
  if (HOME_OPTIONS.every((name) => options[name] === undefined)) return null
  if (options.floor === undefined)
    throw new BadRequest('say on which floor the household lives: --floor 1 is the ground floor')
  const { floor, storeys = floor, stock, structure = 'unknown' } = options
  const household = (options['needs-time'] ?? '').split(',').filter((one) => one !== '')
  const home = parseHome({
    floor: wholeNumber(floor),
    storeys: wholeNumber(storeys),
    stockHours: stock === undefined ? null : wholeNumber(stock),
    structure,
    household,
  })
  if (home.ok) return home.value
  throw new BadRequest(WHAT_A_HOME_IS[home.reason])
}

const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : NaN)

const WHAT_A_HOME_IS: { readonly [reason in HomeRefusal]: string } = {
  notAHome: 'the building cannot be read',
  storeys: `--storeys: expected a whole number from 1 to ${MOST_STOREYS}`,
  floor: `--floor: expected a whole number from 1 to ${MOST_STOREYS}`,
  floorAboveRoof: '--floor: this floor lies above the last of --storeys',
  structure: `--structure: expected one of ${STRUCTURES.join(', ')}`,
  stock: `--stock: expected whole hours from 0 to ${MOST_STOCK_HOURS}`,
  household: `--needs-time: expected some of ${NEEDS_TIME.join(', ')}, with commas between`,
}

function listSites(area: Area, from: LngLat, hazard: SiteHazard, limit?: string): readonly RankedSite[] {
  if (area.sites === null)
    throw new BadRequest(`the list of sites in the pack of area ${area.manifest.area.code} cannot be read`)
  if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit))
    throw new BadRequest(`--limit ${limit}: expected a whole number from 1`)
  return rankSites(area, from, hazard, limit === undefined ? {} : { limit: Number(limit) })
}

async function answerBatch(area: Area, file: string, home: Home | null): Promise<void> {
  for (const at of await readPoints(file)) print(asJson(area, assessRisk(area, at), home))
}

/** Whether ways are asked for. Their options without that are a slip that nobody should be left to guess. */
function asksForRoutes(options: ReturnType<typeof readOptions>): boolean {
  const { 'route-from': from, routes, batch, at, near } = options
  if (from !== undefined && (at ?? near ?? batch) !== undefined)
    throw new BadRequest('--route-from: ask one thing at a time, without --at, --near and --batch')
  if (routes === true && batch === undefined)
    throw new BadRequest(
      '--routes: say from where, with --batch FILE; one way is asked for with --route-from',
    )
  if (from !== undefined || routes === true) return true
  const stray = Object.keys(ROUTE_OPTIONS).find(
    (name) => options[name as keyof typeof ROUTE_OPTIONS] !== undefined,
  )
  if (stray === undefined) return false
  throw new BadRequest(`--${stray}: only with --route-from <lat>,<lng>, or with --batch FILE --routes`)
}

async function answerRoutes(
  area: Area,
  options: ReturnType<typeof readOptions>,
  lang: LanguageTag,
): Promise<void> {
  const { 'route-from': from, batch, json } = options
  const starts = batch === undefined ? [positionIn('--route-from', from ?? '')] : await readPoints(batch)
  const asker = routeAsker(area, await readRouteRequest(options, area.manifest.area.code, Date.now()))
  for (const at of starts) {
    const asked = askRoute(asker, at)
    if (json === true || batch !== undefined) print(routeJson(asker, asked))
    else await printRoute(asker, asked, lang)
  }
}

/** The answer as data; `source` is the credit and `date` the age of each fact, `stay` the decision for the building. */
const asJson = ({ manifest }: Area, risk: RiskAnswer, home: Home | null) => ({
  at: risk.at,
  area: risk.area,
  hazards: risk.hazards.map((hazard) => ({
    ...hazard,
    source: manifest.sources.filter(({ id }) => hazard.sources.includes(id)).map(({ credit }) => credit),
    date: hazard.asOf,
  })),
  ...(home === null ? {} : { home, stay: decideStay(risk, home) }),
})

const siteJson = ({ site, metres, zone, collapse }: RankedSite) => ({
  id: site.id,
  kind: site.kind,
  name: site.name.ja,
  at: site.at,
  metres: Math.round(metres),
  designated: site.designated,
  alsoOther: site.alsoOther,
  welfare: site.welfare,
  rank: zone?.answer === 'hazard' && 'rank' in zone ? zone.rank : null,
  zone,
  collapse,
})

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of the question.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await main()
} catch (error) {
  if (!(error instanceof BadRequest)) throw error
  process.stderr.write(`ask: ${error.message}\n`)
  process.exitCode = 2
}
