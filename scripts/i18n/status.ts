import { ALERT_NAMESPACES } from '#i18n/fallback.ts'
import { ALL_LANGUAGES, type RealTag } from '#i18n/languages.ts'
import { expectedKeys } from './plural.ts'
import { stateOf } from './review.ts'
import type { LanguageNow } from './rows.ts'

/** How far a namespace of a language has come; counts of texts. */
export type Progress = {
  readonly wanted: number
  readonly there: number
  readonly reviewed: number
  readonly official: number
  /** Looked at, and changed since. */
  readonly stale: number
  /** Texts that break a rule. */
  readonly faults: number
}

/** How far a language has come, by namespace. */
export type LanguageStatus = {
  readonly tag: RealTag
  readonly nameEn: string
  readonly shipped: boolean
  readonly all: Progress
  readonly namespaces: Readonly<Record<string, Progress>>
  /** Files that could not be read, with the reason. */
  readonly unreadable: readonly string[]
  /** True when every text on which people act was read by a speaker or published by an authority; always for the original. */
  readonly alertsReviewed: boolean
}

const NOTHING: Progress = { wanted: 0, there: 0, reviewed: 0, official: 0, stale: 0, faults: 0 }

/**
 * Counts a language. A folder that is half filled, or not there, has simply less.
 * @param faulty keys of texts that break a rule
 */
export function statusOf(now: LanguageNow, faulty: ReadonlySet<string>): LanguageStatus {
  const namespaces: Record<string, Progress> = {}
  for (const key of expectedKeys(now.ja.keys(), now.tag)) {
    const [namespace = ''] = key.split(':')
    const { state, stale } = stateOf(key, now.texts, now.ja, now.reviews)
    namespaces[namespace] = sum([
      namespaces[namespace] ?? NOTHING,
      {
        wanted: 1,
        there: Number((now.texts.get(key) ?? '') !== ''),
        reviewed: Number(state === 'reviewed'),
        official: Number(state === 'official'),
        stale: Number(stale),
        faults: Number(faulty.has(key)),
      },
    ])
  }
  const row = ALL_LANGUAGES.find(({ tag }) => tag === now.tag)
  return {
    tag: now.tag,
    nameEn: row?.nameEn ?? now.tag,
    shipped: row?.status === 'shipped',
    all: sum(Object.values(namespaces)),
    namespaces,
    unreadable: now.unreadable,
    alertsReviewed: now.tag === 'ja' || areAlertsReviewed(namespaces),
  }
}

function areAlertsReviewed(namespaces: Readonly<Record<string, Progress>>): boolean {
  const alerts = ALERT_NAMESPACES.flatMap((name) =>
    namespaces[name] === undefined ? [] : [namespaces[name]],
  )
  const { wanted, reviewed, official } = sum(alerts)
  return wanted > 0 && reviewed + official === wanted
}

const sum = (all: readonly Progress[]): Progress =>
  all.reduce(
    (a, b) => ({
      wanted: a.wanted + b.wanted,
      there: a.there + b.there,
      reviewed: a.reviewed + b.reviewed,
      official: a.official + b.official,
      stale: a.stale + b.stale,
      faults: a.faults + b.faults,
    }),
    NOTHING,
  )

/** The languages whose alerts are all reviewed: in the others the app says that no speaker has checked them. */
export const reviewedTags = (statuses: readonly LanguageStatus[]): readonly RealTag[] =>
  statuses.filter(({ alertsReviewed }) => alertsReviewed).map(({ tag }) => tag)

/** The module that the app imports, as text; `npm run i18n:import` writes it anew. */
export function reviewedTagsModule(tags: readonly RealTag[]): string {
  const quoted = tags.map((tag) => `'${tag}'`)
  const oneLine = `export const REVIEWED_TAGS: readonly RealTag[] = [${quoted.join(', ')}]`
  const list =
    oneLine.length <= 110
      ? oneLine
      : oneLine.replace(/\[.*\]$/, `[\n${quoted.map((tag) => `  ${tag},\n`).join('')}]`)
  return `import type { RealTag } from './languages.ts'

/**
 * The languages in which every sentence that people act on was read by a speaker, or published by an authority. Written by
 * \`npm run i18n:import\` from \`review/\`; in all others the app shows that nobody has checked the translation yet.
 */
${list}
`
}

/** The languages whose words are offered and are not complete: a release is not possible. */
export const incompleteShipped = (statuses: readonly LanguageStatus[]): readonly LanguageStatus[] =>
  statuses.filter(
    ({ shipped, all, unreadable }) => shipped && (all.there < all.wanted || unreadable.length > 0),
  )
