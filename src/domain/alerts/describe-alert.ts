import { timeParam } from '../closures/age-in-words.ts'
import type { SiteHazard } from '../hazards/hazard-kind.ts'
import type { Phrase } from '../risk/report.ts'
import type { Alert } from './alert.ts'
import { isInForce } from './in-force.ts'

type CityLevel = Alert['level']

/** An order of the city in words. The app, the page of the staff, and speech render these and nothing else. */
export type AlertReport = {
  readonly id: string
  /** 警戒レベル; null where the official scale has none: it is of flood, landslide and storm surge. */
  readonly level: CityLevel | null
  readonly isInForce: boolean
  /** The official name with its level. */
  readonly name: Phrase
  /** What it is about. */
  readonly hazard: Phrase
  /** For whom, as one sentence. */
  readonly where: Phrase
  /** The districts as the city writes them; empty = the whole municipality. */
  readonly districts: readonly string[]
  /** Since when, or when it was lifted. */
  readonly when: Phrase
  readonly sender: Phrase
  /** What to do, most urgent first. */
  readonly actions: readonly Phrase[]
  /** The city's own words, to stand beside ours: by language, and never instead. */
  readonly own: readonly { readonly language: string; readonly text: string }[]
}

/**
 * The hazards of the five levels (内閣府 避難情報に関するガイドライン, 令和3年5月; 内水 is told as 洪水等). An order for a tsunami, a
 * fire or a volcano bears no level.
 */
const LEVELLED: readonly SiteHazard[] = ['flood', 'landslide', 'stormSurge', 'inlandFlood']

/** Names of orders without a level, by what would be their level. */
const UNLEVELLED = { 3: 'early', 4: 'order', 5: 'emergency' } as const satisfies Record<CityLevel, string>

/** An order in words. @param now milliseconds since 1970: today's times are told without the day */
export function describeAlert(alert: Alert, now: number): AlertReport {
  const { id, level, hazard, districts, issued, lifted, sender, text } = alert
  const holds = isInForce(alert)
  const hasLevel = LEVELLED.includes(hazard)
  return {
    id,
    level: hasLevel ? level : null,
    isInForce: holds,
    name: { key: hasLevel ? `timeline:trigger.city${level}` : `alerts:unlevelled.${UNLEVELLED[level]}` },
    hazard: { key: `hazards:site.${hazard}` },
    where:
      districts.length === 0
        ? { key: 'alerts:where.city' }
        : { key: 'alerts:where.districts', params: { 'districts@name': districts.join('、') } },
    districts,
    when: whenOf(issued, holds ? null : lifted, now),
    sender: { key: 'alerts:sender', params: { 'sender@name': sender } },
    actions: (holds ? actionsFor(alert) : ['timeline:calls.lifted']).map((key) => ({ key })),
    own: Object.entries(text).map(([language, words]) => ({ language, text: words })),
  }
}

const whenOf = (issued: number, lifted: number | null, now: number): Phrase =>
  lifted === null
    ? { key: 'alerts:since', params: timeParam('at', issued, now) }
    : { key: 'alerts:liftedAt', params: timeParam('at', lifted, now) }

/**
 * What people do at it: level 3 older people and whoever needs time leave, level 4 everybody does, level 5 nobody walks out but
 * does at once what protects life (内閣府 避難情報に関するガイドライン, 令和3年5月, 表: 居住者等がとるべき行動等). From a tsunami one
 * walks to high ground, whatever the order is called.
 */
function actionsFor({ level, hazard }: Alert): readonly string[] {
  if (hazard === 'tsunami') return ['timeline:calls.tsunamiWarning']
  if (!LEVELLED.includes(hazard)) return [`alerts:unlevelled.${UNLEVELLED[level]}Do`]
  const calls = `timeline:calls.level${level}`
  if (level === 5) return [calls, 'interview:now.level5']
  return level === 4 ? [calls, 'alerts:upstairs'] : [calls]
}
