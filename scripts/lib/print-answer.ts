import { readdir, readFile } from 'node:fs/promises'
import type { i18n } from 'i18next'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import type { OnlineAnswer } from '#domain/official-tiles/answer-online.ts'
import { OFFICIAL_CREDIT, OFFICIAL_NOTICE } from '#domain/official-tiles/credit.ts'
import { describeOnline } from '#domain/official-tiles/describe-online.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import type { HazardReport, Phrase } from '#domain/risk/report.ts'
import { describeSite } from '#domain/shelters/describe-site.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import { describeStay } from '#domain/stay/describe-stay.ts'
import type { Home } from '#domain/stay/home.ts'
import type { RankedSite } from '#domain/shelters/rank-sites.ts'
import type { StayReport } from '#domain/stay/stay-report.ts'
import { formatDate, formatMetres } from '#i18n/format.ts'
import type { LanguageTag, RealTag } from '#i18n/languages.ts'
import { annotated } from '#i18n/ruby.ts'
import { say } from '#i18n/say.ts'
import { startWords, type Bundle, type WordTree } from '#i18n/start.ts'

const LOCALES = new URL('../../src/i18n/locales/', import.meta.url)

/** The words of a language from its files, for programs outside the browser. */
export async function readBundle(tag: RealTag): Promise<Bundle> {
  const folder = new URL(`${tag}/`, LOCALES)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const trees = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8')) as WordTree),
  )
  return Object.fromEntries(names.map((name, i) => [name.slice(0, -'.json'.length), trees[i] as WordTree]))
}

const line = (indent: number, text: string): void =>
  void process.stdout.write(`${' '.repeat(indent)}${text}\n`)

/** Prints a whole answer in a language: the sentences of the app's sheet, in its order. */
export async function printRisk(
  area: Area,
  risk: RiskAnswer,
  tag: LanguageTag,
  home: Home | null,
): Promise<void> {
  const words = await startWords(tag, readBundle)
  const report = describeRisk(risk, area.manifest)
  line(0, said(words, report.headline))
  if (home !== null) printStay(words, describeStay(decideStay(risk, home), home))
  for (const one of report.reports) printHazard(words, tag, one)
  line(0, '')
  for (const always of report.always) line(0, said(words, always))
}

/** Prints an answer of the official pictures: marked as such first, and with the lines that their terms prescribe. */
export async function printOnline(answer: OnlineAnswer, tag: LanguageTag): Promise<void> {
  const words = await startWords(tag, readBundle)
  const { report, coarse, troubles, avalanche, notes } = describeOnline(answer)
  line(0, said(words, { key: 'online:heading' }))
  for (const phrase of [coarse, ...notes, ...troubles]) line(2, said(words, phrase))
  line(0, said(words, report.headline))
  for (const one of report.reports) printHazard(words, tag, one)
  line(0, '')
  for (const phrase of [...avalanche.says, ...report.always]) line(0, said(words, phrase))
  line(0, OFFICIAL_CREDIT)
  line(0, OFFICIAL_NOTICE)
}

function printHazard(words: i18n, tag: LanguageTag, report: HazardReport): void {
  line(0, '')
  line(0, `■ ${said(words, report.name)}`)
  const { headline, depth, facts, actions, unknowns } = report
  for (const phrase of [headline, ...(depth === null ? [] : [depth]), ...facts, ...actions, ...unknowns])
    line(2, said(words, phrase))
  for (const { credit, asOf } of report.provenance)
    line(2, `— ${credit}${asOf === null ? '' : ` (${annotated(formatDate(tag, asOf))})`}`)
}

/** Leave, or stay in this building: what decides, when to go, what would change it. */
function printStay(words: i18n, stay: StayReport): void {
  for (const part of stay.parts) {
    line(0, '')
    line(0, `◆ ${said(words, part.headline)}`)
    for (const phrase of [...part.facts, ...part.whenToGo, ...part.whatWouldChange])
      line(2, said(words, phrase))
  }
  for (const phrase of [...stay.whereToGo, ...stay.always]) line(2, said(words, phrase))
}

/** Prints sites with their designation and the zone at the site, side by side. */
export async function printSites(
  sites: readonly RankedSite[],
  hazard: SiteHazard,
  tag: LanguageTag,
): Promise<void> {
  const words = await startWords(tag, readBundle)
  if (sites.length === 0) line(0, said(words, { key: 'sites:list.empty' }))
  for (const ranked of sites) {
    line(0, `■ ${ranked.site.name.ja}`)
    line(2, said(words, { key: `sites:category.${ranked.site.kind}.name` }))
    line(2, said(words, { key: 'sites:distance', params: { distance: formatMetres(tag, ranked.metres) } }))
    for (const phrase of describeSite(ranked, hazard)) line(2, said(words, phrase))
    line(0, '')
  }
  for (const key of ['sites:distanceNote', 'sites:open']) line(0, said(words, { key }))
}

const said = (words: i18n, phrase: Phrase): string => annotated(say(words, phrase))
