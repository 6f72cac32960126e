import type { Phrase } from '../risk/report.ts'
import { describeFact, lasting } from './describe-fact.ts'
import { levelFor, type Home } from './home.ts'
import type { Change, Finding, MissingWhy, StayDecision, StayVerdict } from './stay-decision.ts'
import type { StayHazardReport, StayPart, StayReport, StayTone } from './stay-report.ts'

const phrase = (key: string, params?: Phrase['params']): Phrase =>
  params === undefined ? { key } : { key, params }

/**
 * A decision in words. It names the official levels, waits for none of them too long, keeps the tsunami apart from the rain,
 * and says of no place and no building that nothing can happen there.
 * @param home the home that was decided for
 */
export function describeStay(decision: StayDecision, home: Home): StayReport {
  const rain = describeRain(decision, home)
  const tsunami = describeTsunami(decision.tsunami, home)
  const parts =
    tsunami === null ? [rain] : decision.overall.hazard === 'tsunami' ? [tsunami, rain] : [rain, tsunami]
  return {
    headline: (parts[0] ?? rain).headline,
    parts,
    whereToGo: whereToGo(decision.rain),
    perHazard: decision.hazards.map((verdict) => describeHazard(verdict, home)),
    always: [phrase('stay:always.city')],
    sources: sourcesOf(tsunami === null ? [decision.rain] : [decision.rain, decision.tsunami]),
  }
}

/** Upstairs above a zone is a hazard too; only "outside the published zones" is plain. */
function toneOf({ result, rule }: StayVerdict): StayTone {
  if (result === 'notKnown') return 'unknown'
  return rule === 'E' ? 'none' : 'hazard'
}

function describeRain({ rain, hazards }: StayDecision, home: Home): StayPart {
  const deciding = hazards.find(({ hazard }) => hazard === rain.hazard) ?? rain
  return {
    about: 'rain',
    result: rain.result,
    tone: toneOf(rain),
    headline: rainHeadline(rain, home),
    because: rain.result === 'leave' ? nameOf(rain) : null,
    // A reason to leave is told of the hazard that decides; what is not known, and what a stay has to stand, of all.
    facts: [...factsOf(rain.result === 'leave' ? deciding : rain, home), ...preparations(rain, home)],
    whenToGo: whenInRain(rain, home),
    whatWouldChange: changesOf(rain, home),
  }
}

function rainHeadline({ result, rule }: StayVerdict, { floor }: Home): Phrase {
  if (result === 'leave') return phrase('stay:headline.leave')
  if (result === 'notKnown') return phrase('stay:headline.notKnown')
  return rule === 'E' ? phrase('stay:headline.outside') : phrase('stay:headline.upstairs', { floor })
}

/** The facts that speak for the result, what decides first; where staying is possible also what makes it less sure. */
function factsOf({ findings, result, rule }: StayVerdict, home: Home): readonly Phrase[] {
  const telling = findings.filter((one) =>
    rule === 'C' && one.fact.type === 'durationNotKnown'
      ? true
      : one.says === result && (one.rule === 'E') === (rule === 'E'),
  )
  return unique(telling.flatMap(({ fact }) => describeFact(fact, home)))
}

/** What staying asks of a household: to hold out without electricity, water and toilet. */
function preparations({ result, rule, findings }: StayVerdict, home: Home): readonly Phrase[] {
  if (result !== 'stayPossible' || rule === 'E') return []
  const need = Math.max(72, ...findings.map(needOf))
  return [
    lasting('prepare', need),
    ...(home.household.includes('medicalDevice') ? [phrase('stay:power')] : []),
  ]
}

const needOf = ({ fact }: Finding): number => ('need' in fact ? fact.need : 0)

function whenInRain({ result, rule, level }: StayVerdict, home: Home): readonly Phrase[] {
  if (level === null) return [phrase('risk:action.followCity')]
  const who = levelFor(home)
  const how = result === 'stayPossible' && rule !== 'E' ? 'upstairs' : 'leave'
  return [
    phrase(`stay:when.${how}.level${who}`, how === 'upstairs' ? { floor: home.floor } : undefined),
    phrase('risk:action.level5'),
    phrase('stay:when.tooLate'),
  ]
}

function describeTsunami(verdict: StayVerdict, home: Home): StayPart | null {
  if (verdict.result === 'stayPossible') return null
  return {
    about: 'tsunami',
    result: verdict.result,
    tone: toneOf(verdict),
    headline: phrase(`stay:headline.tsunami.${verdict.result}`),
    because: nameOf(verdict),
    facts: factsOf(verdict, home),
    whenToGo: [phrase('stay:when.tsunami')],
    whatWouldChange: verdict.result === 'leave' ? [] : changesOf(verdict, home),
  }
}

/** 内閣府: of the four ways the fourth, 屋内安全確保, only where it is possible. */
function whereToGo({ result }: StayVerdict): readonly Phrase[] {
  const ways = ['stay:where.site', 'stay:where.people', 'stay:where.hotel']
  return [...(result === 'stayPossible' ? [...ways, 'stay:where.indoors'] : ways), 'stay:where.check'].map(
    (key) => phrase(key),
  )
}

const changesOf = ({ wouldChange }: StayVerdict, home: Home): readonly Phrase[] =>
  unique(wouldChange.map((change) => describeChange(change, home)))

function describeChange(change: Change, { storeys }: Home): Phrase {
  switch (change.type) {
    case 'nothingHere':
      return phrase('stay:change.nothing')
    case 'higherFloor':
      return phrase(`stay:change.floor.${change.floor <= storeys ? 'here' : 'elsewhere'}`, {
        floor: change.floor,
      })
    case 'stock':
      return lasting('enough', change.hours)
    case 'data':
      return phrase(canBeFetched(change.why) ? 'risk:action.fetchAgain' : 'stay:change.askCity')
  }
}

/** True where the data are published and only did not reach this device. */
const canBeFetched = (why: MissingWhy): boolean =>
  why === 'unreadable' || why === 'notLoaded' || why === 'notFetched'

function describeHazard(verdict: StayVerdict, home: Home): StayHazardReport {
  const { hazard, result, rule } = verdict
  return {
    hazard,
    tone: toneOf(verdict),
    name: nameOf(verdict),
    result: phrase(`stay:result.${rule === 'E' ? 'outside' : result}`),
    facts: factsOf(verdict, home),
  }
}

const nameOf = ({ hazard }: StayVerdict): Phrase =>
  phrase(hazard === 'flood' ? 'hazards:name.flood.max' : `hazards:name.${hazard}`)

/** Of what is told as the reason, not of what was looked at beside it. */
const sourcesOf = (parts: readonly StayVerdict[]): readonly Phrase[] =>
  unique(
    parts.flatMap((part) =>
      part.findings
        .filter(({ says }) => says === part.result)
        .map(({ source }) => phrase(`stay:source.${source}`)),
    ),
  )

const unique = (phrases: readonly Phrase[]): readonly Phrase[] => [
  ...new Map(phrases.map((one) => [JSON.stringify(one), one])).values(),
]
