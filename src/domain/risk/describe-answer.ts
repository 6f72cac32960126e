import type { DepthRank } from '../hazards/depth-band.ts'
import type { HazardKind, Scenario } from '../hazards/hazard-kind.ts'
import type { PackManifest, Words } from '../packs/area-pack.ts'
import type { HazardAnswer, RiskAnswer, UnavailableReason } from './hazard-answer.ts'
import type { HazardReport, Phrase, Provenance, RiskReport } from './report.ts'

type AnswerOf<A extends HazardAnswer['answer']> = Extract<HazardAnswer, { answer: A }>

/**
 * A whole answer in words: what is known (worst first, in the order of the answer), what to do, what is not known, whose
 * facts they are. Only keys and what fills them: the sentences are in `locales/<tag>/risk.json`.
 *
 * What to do for water follows 避難情報に関するガイドライン (内閣府): people who need time leave at level 3, everyone by
 * level 4, nobody waits for level 5. It never says that staying is enough: that depends on the building.
 */
export function describeRisk(risk: RiskAnswer, manifest: PackManifest): RiskReport {
  return {
    headline: overallHeadline(risk, manifest),
    reports: risk.hazards.map((answer) => describeHazard(answer, manifest)),
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

function overallHeadline(risk: RiskAnswer, manifest: PackManifest): Phrase {
  const [first] = risk.hazards
  const worst = risk.hazards.find((answer) => answer.answer === 'hazard')
  if (worst !== undefined) return headlineOf(worst, manifest)
  if (first !== undefined && risk.hazards.every((answer) => answer.answer === 'outsidePack'))
    return headlineOf(first, manifest)
  const allLookedAt = first !== undefined && risk.hazards.every((answer) => toneOf(answer) === 'none')
  return phrase(allLookedAt ? 'risk:overall.none' : 'risk:overall.unknown')
}

function describeHazard(answer: HazardAnswer, manifest: PackManifest): HazardReport {
  const { kind, scenario } = answer
  const rank = answer.answer === 'hazard' && kind !== 'landslide' ? answer.rank : null
  return {
    kind,
    scenario,
    tone: toneOf(answer),
    rank,
    name: nameOf(kind, scenario),
    headline: headlineOf(answer, manifest),
    depth: rank === null ? null : phrase(`hazards:depth.rank${rank}`),
    actions: actionsFor(answer).map(phrase),
    unknowns: unknownsOf(answer, manifest),
    provenance: provenanceOf(answer, manifest),
  }
}

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

function headlineOf(answer: HazardAnswer, manifest: PackManifest): Phrase {
  switch (answer.answer) {
    case 'hazard':
      return phrase(
        answer.kind === 'landslide'
          ? 'risk:headline.landslide.zone'
          : `risk:headline.${answer.kind}.rank${answer.rank}`,
      )
    case 'outsidePack':
      return { key: 'risk:headline.outsidePack', params: nameParams('area', manifest.area.name) }
    case 'assessedNone':
    case 'noZonePublished':
    case 'notAssessed':
    case 'dataUnavailable':
      return phrase(`risk:headline.${answer.answer}.${answer.kind}`)
  }
}

function actionsFor(answer: HazardAnswer): readonly string[] {
  switch (answer.answer) {
    case 'hazard':
      return actionsInZone(answer.kind, answer.rank)
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
function actionsInZone(kind: HazardKind, rank: DepthRank): readonly string[] {
  switch (kind) {
    case 'flood':
    case 'stormSurge':
    case 'inlandFlood':
      return [`risk:action.depth.rank${rank}`, ...BY_LEVEL, 'risk:action.walkInWater']
    case 'landslide':
      return ['risk:action.landslide', ...BY_LEVEL]
    case 'tsunami':
      return ['risk:action.tsunami', 'risk:action.tsunamiDepth']
  }
}

function unknownsOf(answer: HazardAnswer, manifest: PackManifest): readonly Phrase[] {
  switch (answer.answer) {
    case 'hazard':
      return unknownsInZone(answer)
    case 'assessedNone':
      return [...notesOf(answer, manifest), phrase('risk:unknown.outsideZone')]
    case 'noZonePublished':
      return [phrase('risk:unknown.uncoloured'), phrase('risk:unknown.outsideZone')]
    case 'notAssessed':
      return [...notesOf(answer, manifest), phrase('risk:unknown.uncoloured')]
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
  if (answer.kind === 'flood') keys.push('risk:unknown.floodExtras')
  if (answer.scenario === 'design') keys.push('risk:unknown.worse')
  return keys.map(phrase)
}

const whyKey = (why: UnavailableReason): string => `risk:unknown.why.${why}`

/** The curated note of the coverage entry that decided, in its own words. */
function notesOf(
  answer: AnswerOf<'assessedNone' | 'notAssessed'>,
  manifest: PackManifest,
): readonly Phrase[] {
  const entry = manifest.coverage.find((one) => one.id === answer.coverage)
  return entry === undefined ? [] : [{ key: 'risk:unknown.note', params: wordsParams('note', entry.note) }]
}

/** The credits of the sources, and the source of the coverage entry where one decided. */
function provenanceOf(answer: HazardAnswer, manifest: PackManifest): readonly Provenance[] {
  const credits = answer.sources.flatMap((id): Provenance[] => {
    const source = manifest.sources.find((one) => one.id === id)
    return source === undefined ? [] : [{ credit: source.credit, asOf: answer.asOf ?? source.asOf }]
  })
  if (answer.answer !== 'assessedNone' && answer.answer !== 'notAssessed') return credits
  const entry = manifest.coverage.find((one) => one.id === answer.coverage)
  return entry === undefined ? credits : [{ credit: entry.source, asOf: entry.asOf }, ...credits]
}
