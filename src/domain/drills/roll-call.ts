import * as v from 'valibot'
import { writeCsv } from '../closures/adapters/csv-text.ts'
import type { ByteReader } from '../plan/code/byte-reader.ts'
import { ok, refuse, type Result } from '../result.ts'
import { disarm, languagesOf } from './board.ts'
import type { Board } from './drill-report.ts'
import { AreaCode, areaFrom, Group, Tag, Token } from './report-parts.ts'
import { openSealed, seal, type SealedRefusal } from './sealed-code.ts'

/** The most people of one arrival: a class with its teachers. */
export const MOST_PEOPLE = 99
/** The most arrivals of one roll call: more than any site holds. */
export const MOST_ARRIVALS = 5_000

const SiteId = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,64}$/))

const Arrival = v.pipe(
  v.strictObject({
    v: v.literal(1),
    area: AreaCode,
    drill: Token,
    /** Drawn anew for each arrival: it counts once. */
    nonce: Token,
    /** Id of the site; null = the phone does not know where it is shown: then the site is the one whose people scan it. */
    site: v.nullable(SiteId),
    language: Tag,
    /** How many came together, the one with the phone too. */
    people: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PEOPLE)),
    /** How many of them need help. What for is said by mouth, and written nowhere. */
    needHelp: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PEOPLE)),
    group: v.nullable(Group),
  }),
  v.check(({ people, needHelp }) => needHelp <= people),
)

/** What a phone shows at the reception of a site (受付): how many came, and nobody's name. */
export type Arrival = Readonly<v.InferOutput<typeof Arrival>>

const FLAG = { site: 1, group: 2, known: 3 } as const

/** The code of an arrival. Throws for what none can be: more in need of help than came, a number that is none. */
export function writeArrival(arrival: Arrival): string {
  const { area, drill, nonce, site, language, people, needHelp, group } = v.parse(Arrival, arrival)
  return seal('arrival', (out) => {
    out.byte((site === null ? 0 : FLAG.site) + (group === null ? 0 : FLAG.group))
    out.varint(Number(area))
    out.text(drill)
    out.text(nonce)
    out.text(language)
    out.byte(people)
    out.byte(needHelp)
    if (site !== null) out.text(site)
    if (group !== null) out.text(group)
  })
}

/** Reads the code of an arrival, or a link that holds one. As with reports there is one spelling of each. */
export function readArrival(text: string): Result<Arrival, SealedRefusal> {
  const read = openSealed(text, 'arrival', readBody)
  if (!read.ok || text.trim().endsWith(writeArrival(read.value))) return read
  return refuse('broken')
}

function readBody(from: ByteReader): Arrival | null {
  const flags = from.byte()
  const head = { v: 1, area: areaFrom(from), drill: from.text(), nonce: from.text(), language: from.text() }
  const parsed = v.safeParse(Arrival, {
    ...head,
    people: from.byte(),
    needHelp: from.byte(),
    site: (flags & FLAG.site) === 0 ? null : from.text(),
    group: (flags & FLAG.group) === 0 ? null : from.text(),
  })
  return flags <= FLAG.known && parsed.success ? parsed.output : null
}

/** Somebody at the reception: who came, and how many of them have got the help that they needed. */
export type AtReception = { readonly arrival: Arrival; readonly helped: number }

/** The reception of one site in one drill. */
export type RollCall = {
  readonly drill: string
  readonly area: string
  readonly site: string
  readonly arrivals: readonly AtReception[]
  readonly people: number
  /** Who still needs help. */
  readonly needHelp: number
  /** By arrivals, not by people: who comes together often speaks several. */
  readonly byLanguage: Board['byLanguage']
}

/** Why an arrival is not taken. `otherSite` it was meant for another reception: there it is missed. */
export type RollCallRefusal = 'otherDrill' | 'otherSite' | 'twice' | 'full'

/** A reception at which nobody is yet. */
export const emptyRollCall = (drill: string, area: string, site: string): RollCall =>
  count({ drill, area, site }, [])

/** The roll call with one more arrival; the same nonce counts once. */
export function checkIn(roll: RollCall, arrival: Arrival): Result<RollCall, RollCallRefusal> {
  if (arrival.drill !== roll.drill || arrival.area !== roll.area) return refuse('otherDrill')
  if (arrival.site !== null && arrival.site !== roll.site) return refuse('otherSite', arrival.site)
  if (roll.arrivals.some((one) => one.arrival.nonce === arrival.nonce)) return refuse('twice')
  if (roll.arrivals.length >= MOST_ARRIVALS) return refuse('full')
  return ok(count(roll, [...roll.arrivals, { arrival, helped: 0 }]))
}

/** The roll call with all of these, as it was kept; null = one of them cannot be in it. */
export function rollCallOf(
  { drill, area, site }: Pick<RollCall, 'drill' | 'area' | 'site'>,
  arrivals: readonly AtReception[],
): RollCall | null {
  const nonces = new Set(arrivals.map(({ arrival }) => arrival.nonce))
  const fits = ({ arrival, helped }: AtReception): boolean =>
    arrival.drill === drill &&
    arrival.area === area &&
    (arrival.site === null || arrival.site === site) &&
    Number.isInteger(helped) &&
    helped >= 0 &&
    helped <= arrival.needHelp
  if (nonces.size < arrivals.length || arrivals.length > MOST_ARRIVALS || !arrivals.every(fits)) return null
  return count({ drill, area, site }, arrivals)
}

/** Notes how many of an arrival got help so far: from 0 to as many as need it. */
export function noteHelped(
  roll: RollCall,
  nonce: string,
  helped: number,
): Result<RollCall, 'notThere' | 'badValue'> {
  const found = roll.arrivals.find(({ arrival }) => arrival.nonce === nonce)
  if (found === undefined) return refuse('notThere')
  if (!Number.isInteger(helped) || helped < 0 || helped > found.arrival.needHelp) return refuse('badValue')
  return ok(
    count(
      roll,
      roll.arrivals.map((one) => (one === found ? { ...one, helped } : one)),
    ),
  )
}

/** Takes an arrival out that was noted by mistake. Taking out what is gone changes nothing. */
export const takeOut = (roll: RollCall, nonce: string): RollCall =>
  count(
    roll,
    roll.arrivals.filter(({ arrival }) => arrival.nonce !== nonce),
  )

function count(
  { drill, area, site }: Pick<RollCall, 'drill' | 'area' | 'site'>,
  arrivals: readonly AtReception[],
): RollCall {
  const sum = (of: (one: AtReception) => number): number => arrivals.reduce((all, one) => all + of(one), 0)
  return {
    drill,
    area,
    site,
    arrivals,
    people: sum(({ arrival }) => arrival.people),
    needHelp: sum(({ arrival, helped }) => arrival.needHelp - helped),
    byLanguage: languagesOf(arrivals.map(({ arrival }) => arrival)),
  }
}

/** The columns of the file of a roll call; `needHelp` = those who still do. */
export const ROLL_COLUMNS = ['people', 'needHelp', 'language', 'group'] as const
export type RollColumn = (typeof ROLL_COLUMNS)[number]

/** The arrivals as CSV in the order in which they came, without nonces. Codes for heads where no words are given. */
export function rollCallCsv(
  { arrivals }: RollCall,
  head: (column: RollColumn) => string = (column) => column,
): string {
  const rows = arrivals.map(({ arrival, helped }) => [
    String(arrival.people),
    String(arrival.needHelp - helped),
    arrival.language,
    disarm(arrival.group ?? ''),
  ])
  return writeCsv([ROLL_COLUMNS.map((column) => disarm(head(column))), ...rows])
}
