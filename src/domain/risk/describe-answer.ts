import { DEPTH_BANDS, type DepthBounds, type DepthRank } from '../hazards/depth-band.ts'
import type { HazardKind, Scenario } from '../hazards/hazard-kind.ts'
import { LANDSLIDE_CLASSES, type LandslideZone } from '../hazards/landslide.ts'
import type { PackManifest, Words } from '../packs/area-pack.ts'
import { depthInWords } from '../stay/depth-in-words.ts'
import type {
  FoundHazard,
  HazardAnswer,
  RiskAnswer,
  UnavailableReason,
  WaterHazard,
} from './hazard-answer.ts'
import type { HazardReport, Phrase, Provenance, RiskReport } from './report.ts'

type AnswerOf<A extends HazardAnswer['answer']> = Extract<HazardAnswer, { answer: A }>

/** What the sentences need to know of the data: a pack's manifest, or the list of an online source. */
export type About = {
  readonly area: { readonly name: Words }
  readonly sources: PackManifest['sources']
  readonly coverage: PackManifest['coverage']
}

/**
 * A whole answer in words: what is known (worst first, in the order of the answer), what to do, what is not known, whose
 * facts they are. Only keys and what fills them: the sentences are in `locales/<tag>/risk.json`.
 *
 * What to do for water follows 避難情報に関するガイドライン (内閣府): people who need time leave at level 3, everyone by
 * level 4, nobody waits for level 5. It never says that staying is enough: that depends on the building.
 */
export function describeRisk(risk: RiskAnswer, about: About): RiskReport {
  return {
    headline: overallHeadline(risk, about),
    reports: risk.hazards.map((answer) => describeHazard(answer, about)),
    always: [phrase('risk:always.notAlarm'), phrase('risk:always.uncoloured')],
  }
}

const phrase = (key: string): Phrase => ({ key })

/**
 * Words of the data as parameters: the sentence says `{{- name}}` and is given the words in its own language. `kana` marks
 * a proper name, whose Japanese form stays visible in every language.
 */
const wordsParams = (name: string, words: Words): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([tag, text]) => [`${name}@${tag}`, text ?? '']))

const nameParams = (name: string, words: Words): Readonly<Record<string, string>> => ({
  [`${name}@kana`]: '',
  ...wordsParams(name, words),
})

function overallHeadline(risk: RiskAnswer, about: About): Phrase {
  const [first] = risk.hazards
  const worst = risk.hazards.find((answer) => answer.answer === 'hazard')
  if (worst !== undefined) return headlineOf(worst, about)
  if (first !== undefined && risk.hazards.every((answer) => answer.answer === 'outsidePack'))
    return headlineOf(first, about)
  const allLookedAt = first !== undefined && risk.hazards.every((answer) => toneOf(answer) === 'none')
  return phrase(allLookedAt ? 'risk:overall.none' : 'risk:overall.unknown')
}

function describeHazard(answer: HazardAnswer, about: About): HazardReport {
  const { kind, scenario } = answer
  const found = answer.answer === 'hazard' ? answer : null
  const water = found !== null && isWater(found) ? found : null
  return {
    kind,
    scenario,
    tone: toneOf(answer),
    rank: water?.rank ?? null,
    bounds: water?.depth ?? null,
    look: found === null ? null : drawnAs(found),
    name: nameOf(kind, scenario),
    headline: headlineOf(answer, about),
    depth: water === null ? null : depthOf(water),
    facts: found === null ? [] : factsOf(found),
    actions: actionsFor(answer).map(phrase),
    unknowns: unknownsOf(answer, about),
    provenance: provenanceOf(answer, about),
  }
}

const isWater = (hazard: FoundHazard): hazard is WaterHazard =>
  hazard.kind !== 'landslide' && hazard.kind !== 'houseCollapse'

/** The sentence of the official class, or of the body and the house where the class is the publisher's own. */
const depthOf = (water: WaterHazard): Phrase =>
  isOfficial(water) ? phrase(`hazards:depth.rank${water.rank}`) : depthInWords(water.depth)

/** True when the class is one of the official six, for which there is a sentence with storeys. */
const isOfficial = ({ depth, rank }: WaterHazard): boolean =>
  depth.min === DEPTH_BANDS[rank].min && depth.max === DEPTH_BANDS[rank].max

/** As which layer and rank of the map a zone is drawn. */
export function drawnAs(hazard: FoundHazard): HazardReport['look'] {
  switch (hazard.kind) {
    case 'houseCollapse':
      return { layer: `houseCollapse-${hazard.zone === 'erosion' ? 'erosion' : 'flow'}`, rank: 1 }
    case 'landslide':
      return landslideLook(hazard.zones[0])
    case 'flood':
      return { layer: `flood-${hazard.scenario}`, rank: hazard.rank }
    case 'stormSurge':
    case 'tsunami':
    case 'inlandFlood':
    case 'pond':
      return { layer: `${hazard.kind}-max`, rank: hazard.rank }
  }
}

function landslideLook(worst: LandslideZone | undefined): HazardReport['look'] {
  if (worst === undefined) return null
  const rank = Object.entries(LANDSLIDE_CLASSES).find(
    ([, one]) =>
      one.zone === worst.zone &&
      one.planned === worst.planned &&
      one.specialUnsurveyed === worst.specialUnsurveyed,
  )?.[0]
  return { layer: `landslide-${worst.phenomenon}`, rank: Number(rank ?? 6) }
}

/** Which of three sentences tells the bounds, and the metres that fill it. */
export function boundsWords({ min, max }: DepthBounds): {
  readonly how: 'between' | 'below' | 'above'
  readonly metres: Readonly<Record<string, number>>
} {
  if (max === null) return { how: 'above', metres: { min } }
  return min === 0 ? { how: 'below', metres: { max } } : { how: 'between', metres: { min, max } }
}

/** What is published beside the depth or the zone, in short sentences. */
function factsOf(hazard: FoundHazard): readonly Phrase[] {
  if (hazard.kind === 'houseCollapse') return []
  if (hazard.kind === 'landslide') {
    const [worst, ...others] = hazard.zones
    const own = [
      ...(worst?.planned === true ? ['risk:fact.planned'] : []),
      ...(hazard.zones.some((zone) => zone.specialUnsurveyed) ? ['risk:fact.specialUnsurveyed'] : []),
    ]
    return [...others.map(landslidePhrase), ...own.map(phrase)]
  }
  const rivers = hazard.rivers.map(({ river, depth }) => {
    const { how, metres } = boundsWords(depth)
    return {
      key: `risk:fact.river.${how}`,
      params: { ...nameParams('river', { ja: river.name }), ...metres },
    }
  })
  const hours = hazard.duration.answer === 'hours' ? [`risk:fact.duration.rank${hazard.duration.rank}`] : []
  return [...hours.map(phrase), ...rivers]
}

const landslidePhrase = ({ zone, phenomenon }: LandslideZone): Phrase =>
  phrase(`risk:headline.landslide.${zone}.${phenomenon}`)

const nameOf = (kind: HazardKind, scenario: Scenario): Phrase =>
  phrase(kind === 'flood' ? `hazards:name.flood.${scenario}` : `hazards:name.${kind}`)

function toneOf(answer: HazardAnswer): HazardReport['tone'] {
  switch (answer.answer) {
    case 'hazard':
      return 'hazard'
    case 'assessedNone':
    case 'noZonePublished':
      return 'none'
    case 'notAssessed':
    case 'outsidePack':
    case 'dataUnavailable':
      return 'unknown'
  }
}

function headlineOf(answer: HazardAnswer, about: About): Phrase {
  switch (answer.answer) {
    case 'hazard':
      return foundHeadline(answer)
    case 'outsidePack':
      return { key: 'risk:headline.outsidePack', params: nameParams('area', about.area.name) }
    case 'assessedNone':
    case 'noZonePublished':
    case 'notAssessed':
    case 'dataUnavailable':
      return phrase(`risk:headline.${answer.answer}.${answer.kind}`)
  }
}

function foundHeadline(hazard: FoundHazard): Phrase {
  if (hazard.kind === 'houseCollapse') return phrase(`risk:headline.houseCollapse.${hazard.zone}`)
  if (hazard.kind !== 'landslide') {
    const { how, metres } = boundsWords(hazard.depth)
    return { key: `risk:headline.${hazard.kind}.${how}`, params: metres }
  }
  const [worst] = hazard.zones
  return landslidePhrase(
    worst ?? { zone: hazard.zone, phenomenon: 'steepSlope', planned: false, specialUnsurveyed: false },
  )
}

function actionsFor(answer: HazardAnswer): readonly string[] {
  switch (answer.answer) {
    case 'hazard':
      return actionsInZone(answer)
    case 'assessedNone':
    case 'noZonePublished':
    case 'notAssessed':
      return ['risk:action.followCity']
    case 'outsidePack':
      return ['risk:action.askCity']
    case 'dataUnavailable':
      return answer.why === 'unreadable' || answer.why === 'notLoaded'
        ? ['risk:action.fetchAgain', 'risk:action.askCity']
        : ['risk:action.followCity', 'risk:action.askCity']
  }
}

const BY_LEVEL = ['risk:action.level3', 'risk:action.level4', 'risk:action.level5'] as const

/** A tsunami has no levels and no depth that may be waited for: leave at once, on foot, to height. */
function actionsInZone(hazard: FoundHazard): readonly string[] {
  switch (hazard.kind) {
    case 'flood':
    case 'stormSurge':
    case 'inlandFlood':
      return [...inWater(hazard.rank)]
    case 'pond':
      return ['risk:action.pond', ...inWater(hazard.rank)]
    case 'houseCollapse':
      return ['risk:action.houseCollapse', ...BY_LEVEL]
    case 'landslide':
      return ['risk:action.landslide', ...BY_LEVEL]
    case 'tsunami':
      return ['risk:action.tsunami', 'risk:action.tsunamiDepth']
  }
}

const inWater = (rank: DepthRank): readonly string[] => [
  `risk:action.depth.rank${rank}`,
  ...BY_LEVEL,
  'risk:action.walkInWater',
]

function unknownsOf(answer: HazardAnswer, about: About): readonly Phrase[] {
  switch (answer.answer) {
    case 'hazard':
      return unknownsInZone(answer)
    case 'assessedNone':
      return [...notesOf(answer, about), phrase('risk:unknown.outsideZone')]
    case 'noZonePublished':
      return [phrase('risk:unknown.uncoloured'), phrase('risk:unknown.outsideZone')]
    case 'notAssessed':
      return [...notesOf(answer, about), phrase('risk:unknown.uncoloured')]
    case 'outsidePack':
      return [phrase('risk:unknown.uncoloured')]
    case 'dataUnavailable':
      return [phrase(whyKey(answer.why)), phrase('risk:unknown.uncoloured')]
  }
}

/** The largest conceivable scale is by its name the largest: "a greater one can happen" is said of the others only. */
function unknownsInZone(answer: AnswerOf<'hazard'>): readonly Phrase[] {
  const keys: string[] = []
  if (!answer.complete) keys.push('risk:unknown.incomplete')
  const staysUnknown = isWater(answer) && answer.duration.answer !== 'hours'
  if (staysUnknown && answer.kind !== 'tsunami') keys.push('risk:unknown.duration')
  if (answer.kind === 'houseCollapse' && answer.zone !== 'erosion') keys.push('risk:unknown.collapseWood')
  if (answer.scenario === 'design') keys.push('risk:unknown.worse')
  return keys.map(phrase)
}

const whyKey = (why: UnavailableReason): string => `risk:unknown.why.${why}`

/** The curated note of the coverage entry that decided, in its own words. */
function notesOf(answer: AnswerOf<'assessedNone' | 'notAssessed'>, about: About): readonly Phrase[] {
  const entry = about.coverage.find((one) => one.id === answer.coverage)
  return entry === undefined ? [] : [{ key: 'risk:unknown.note', params: wordsParams('note', entry.note) }]
}

/** The credits of the sources, and the source of the coverage entry where one decided. */
function provenanceOf(answer: HazardAnswer, about: About): readonly Provenance[] {
  const credits = answer.sources.flatMap((id): Provenance[] => {
    const source = about.sources.find((one) => one.id === id)
    return source === undefined ? [] : [{ credit: source.credit, asOf: answer.asOf ?? source.asOf }]
  })
  if (answer.answer !== 'assessedNone' && answer.answer !== 'notAssessed') return credits
  const entry = about.coverage.find((one) => one.id === answer.coverage)
  return entry === undefined ? credits : [{ credit: entry.source, asOf: entry.asOf }, ...credits]
}
