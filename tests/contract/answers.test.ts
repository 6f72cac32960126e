import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS, isDepthRank } from '#domain/hazards/depth-band.ts'
import { HAZARD_KINDS, SCENARIOS, SITE_HAZARDS } from '#domain/hazards/hazard-kind.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { HazardAnswer } from '#domain/risk/hazard-answer.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { describeSite } from '#domain/shelters/describe-site.ts'
import type { Site } from '#domain/shelters/site.ts'
import { LANGUAGES, type ShippedTag } from '#i18n/languages.ts'
import { plain } from '#i18n/ruby.ts'
import { say } from '#i18n/say.ts'
import { startWords, type Bundle, type WordTree } from '#i18n/start.ts'
import { namespacesOf } from '../support/read-locales.ts'
import { textOf } from '../support/source-files.ts'

/** Every answer that the types allow, said in every language: no key is missing, nothing is left unfilled or calls itself safe. */
const load = (tag: ShippedTag): Promise<Bundle> =>
  Promise.resolve(
    Object.fromEntries(
      namespacesOf(tag).map((name) => [
        name,
        JSON.parse(textOf(`src/i18n/locales/${tag}/${name}.json`)) as WordTree,
      ]),
    ),
  )

const NOTE = { ja: '川の注記。', 'ja-simple': '{川|かわ}です。', en: 'A note.' }
const manifest = {
  schema: 1,
  area: { code: '41207', name: { ja: '鹿島市', en: 'Kashima City', kana: 'かしまし' }, kind: 'municipality' },
  bounds: [130, 32.9, 130.2, 33.2],
  dataDate: null,
  boundary: null,
  layers: [],
  coverage: HAZARD_KINDS.map((kind) => ({
    id: `c-${kind}`,
    kind,
    scenario: 'max',
    state: 'notAssessed',
    rank: 1,
    file: 'c.bin.packed',
    note: NOTE,
    source: '市',
    asOf: null,
  })),
  sources: [],
  files: [],
} satisfies PackManifest as PackManifest

const RANKS = [1, 2, 3, 4, 5, 6].filter(isDepthRank)
const WHYS = ['missing', 'partial', 'notBuilt', 'unreadable', 'notLoaded'] as const

const everyAnswer: readonly HazardAnswer[] = HAZARD_KINDS.flatMap((kind) =>
  SCENARIOS.flatMap((scenario): readonly HazardAnswer[] => {
    const common = { kind, scenario, sources: [], asOf: null }
    return [
      ...RANKS.flatMap((rank) =>
        [true, false].map((complete) => ({
          ...common,
          answer: 'hazard' as const,
          rank,
          depth: DEPTH_BANDS[rank],
          complete,
        })),
      ),
      { ...common, answer: 'assessedNone', coverage: `c-${kind}` },
      { ...common, answer: 'notAssessed', coverage: `c-${kind}` },
      { ...common, answer: 'noZonePublished' },
      { ...common, answer: 'outsidePack' },
      ...WHYS.map((why) => ({ ...common, answer: 'dataUnavailable' as const, why })),
    ]
  }),
)

const riskPhrases = everyAnswer.flatMap((answer): readonly Phrase[] => {
  const { headline, reports, always } = describeRisk(
    { at: [130.1, 33.1], area: '41207', hazards: [answer] },
    manifest,
  )
  const own = reports.flatMap((one) => [
    one.name,
    one.headline,
    ...(one.depth === null ? [] : [one.depth]),
    ...one.actions,
    ...one.unknowns,
  ])
  return [headline, ...own, ...always]
})

const SITE: Site = {
  id: 'x',
  kind: 'emergencySite',
  name: { ja: '学校', kana: null, en: null },
  address: null,
  at: [130.1, 33.1],
  designated: {
    flood: true,
    landslide: true,
    stormSurge: true,
    earthquake: true,
    tsunami: true,
    fire: true,
    inlandFlood: true,
    volcano: true,
  },
  alsoOther: true,
  welfare: true,
  capacity: 100,
  note: null,
  source: 's',
}

const sitePhrases = SITE_HAZARDS.flatMap((hazard) =>
  [true, false, null].flatMap((flag) =>
    (['emergencySite', 'shelter'] as const).flatMap((kind) =>
      [null, ...everyAnswer].flatMap((zone) =>
        describeSite(
          { site: { ...SITE, kind, designated: { ...SITE.designated, [hazard]: flag } }, metres: 1, zone },
          hazard,
        ),
      ),
    ),
  ),
)

const SAYS_SAFE: Readonly<Record<ShippedTag, RegExp>> = {
  ja: /安全(?!確保)|安心|大丈夫|心配/u,
  'ja-simple': /安全(?!確保)|安心|大丈夫|心配|あぶなくな|だいじょうぶ/u,
  en: /\bsafe\b|\bsafely\b|\bsecure\b|no risk|not in danger/iu,
}

describe.each(LANGUAGES.map(({ tag }) => tag as ShippedTag))('%s', (tag) => {
  it('has a whole sentence for every answer', async () => {
    const words = await startWords(tag, load)
    const phrases = new Map(
      [...riskPhrases, ...sitePhrases].map((phrase) => [JSON.stringify(phrase), phrase]),
    )
    expect(phrases.size).toBeGreaterThan(100)
    const odd = [...phrases.values()].flatMap((phrase) => {
      const text = say(words, phrase)
      if (text === phrase.key) return [`${phrase.key}: no sentence`]
      if (/\{\{|\}\}|undefined|@/.test(text)) return [`${phrase.key}: a place was not filled: ${text}`]
      return SAYS_SAFE[tag].test(plain(text)) ? [`${phrase.key}: ${text}`] : []
    })
    expect(odd).toEqual([])
  })

  it('tells "studied, outside" and "not studied" apart for every hazard', async () => {
    const words = await startWords(tag, load)
    for (const kind of HAZARD_KINDS) {
      const said = ['assessedNone', 'noZonePublished', 'notAssessed', 'dataUnavailable'].map((answer) =>
        plain(say(words, { key: `risk:headline.${answer}.${kind}` })),
      )
      expect(new Set(said).size, said.join('\n')).toBe(4)
    }
  })
})
