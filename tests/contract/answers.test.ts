import { describe, expect, it } from 'vitest'
import { isDepthRank, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { DURATION_BANDS, DURATION_RANKS } from '#domain/hazards/duration.ts'
import { HAZARD_KINDS, SCENARIOS, SITE_HAZARDS, WATER_KINDS } from '#domain/hazards/hazard-kind.ts'
import { LANDSLIDE_PHENOMENA } from '#domain/hazards/landslide.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { HazardAnswer } from '#domain/risk/hazard-answer.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { describeSite } from '#domain/shelters/describe-site.ts'
import type { Site } from '#domain/shelters/site.ts'
import { LANGUAGES, type RealTag } from '#i18n/languages.ts'
import { plain } from '#i18n/ruby.ts'
import { say } from '#i18n/say.ts'
import { startWords, type Bundle, type WordTree } from '#i18n/start.ts'
import { someCollapse, someLandslide, someWater } from '../support/an-answer.ts'
import { namespacesOf } from '../support/read-locales.ts'
import { textOf } from '../support/source-files.ts'

/** Every answer that the types allow, said in every language: no key is missing, nothing is left unfilled or calls itself safe. */
const load = (tag: RealTag): Promise<Bundle> =>
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
  schema: 2,
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
  series: [],
  sources: [],
  files: [],
} satisfies PackManifest as PackManifest

const RANKS = [1, 2, 3, 4, 5, 6].filter(isDepthRank)
const WHYS = [
  'missing',
  'partial',
  'notBuilt',
  'unreadable',
  'notLoaded',
  'notFetched',
  'colourUnknown',
] as const

const notFound: readonly HazardAnswer[] = HAZARD_KINDS.flatMap((kind) =>
  SCENARIOS.flatMap((scenario): readonly HazardAnswer[] => {
    const common = { kind, scenario, sources: [], asOf: null }
    return [
      { ...common, answer: 'assessedNone', coverage: `c-${kind}` },
      { ...common, answer: 'notAssessed', coverage: `c-${kind}` },
      { ...common, answer: 'noZonePublished' },
      { ...common, answer: 'outsidePack' },
      ...WHYS.map((why) => ({ ...common, answer: 'dataUnavailable' as const, why })),
    ]
  }),
)

const OWN_BOUNDS: readonly DepthBounds[] = [
  { min: 0, max: 0.3 },
  { min: 2, max: 5 },
  { min: 10, max: null },
]
const river = { id: null, name: '見本川' }
const water: readonly HazardAnswer[] = WATER_KINDS.flatMap((kind) => [
  ...RANKS.flatMap((rank) => [true, false].map((complete) => someWater(rank, { kind, complete }))),
  ...OWN_BOUNDS.map((depth) => someWater(3, { kind, depth })),
  ...OWN_BOUNDS.map((depth) => {
    const duration = { answer: 'noZonePublished' } as const
    return someWater(3, { kind, duration, river, rivers: [{ river, rank: 3, depth, duration }] })
  }),
  ...DURATION_RANKS.map((rank) =>
    someWater(2, { kind, duration: { answer: 'hours', rank, hours: DURATION_BANDS[rank] } }),
  ),
  someWater(2, { kind, scenario: 'design' }),
])
const slopes: readonly HazardAnswer[] = LANDSLIDE_PHENOMENA.flatMap((phenomenon) =>
  (['warning', 'special'] as const).flatMap((zone) =>
    [true, false].flatMap((planned) =>
      [true, false].map((specialUnsurveyed) =>
        someLandslide({ phenomenon, zone, planned, specialUnsurveyed }, { complete: planned }),
      ),
    ),
  ),
)
const collapses = (['flow', 'erosion', 'both'] as const).map((zone) => someCollapse(zone))

const everyAnswer: readonly HazardAnswer[] = [...notFound, ...water, ...slopes, ...collapses]

const riskPhrases = everyAnswer.flatMap((answer): readonly Phrase[] => {
  const { headline, reports, always } = describeRisk(
    { at: [130.1, 33.1], area: '41207', hazards: [answer] },
    manifest,
  )
  const own = reports.flatMap((one) => [
    one.name,
    one.headline,
    ...(one.depth === null ? [] : [one.depth]),
    ...one.facts,
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
          {
            site: { ...SITE, kind, designated: { ...SITE.designated, [hazard]: flag } },
            metres: 1,
            zone,
            collapse: flag === true,
          },
          hazard,
        ),
      ),
    ),
  ),
)

/** The other languages are held to the Japanese sentences in `no-safe.test.ts`. */
const SAYS_SAFE: Readonly<Partial<Record<RealTag, RegExp>>> = {
  ja: /安全(?!確保)|安心|大丈夫|心配/u,
  'ja-simple': /安全(?!確保)|安心|大丈夫|心配|あぶなくな|だいじょうぶ/u,
  en: /\bsafe\b|\bsafely\b|\bsecure\b|no risk|not in danger/iu,
}

describe.each(LANGUAGES.map(({ tag }) => tag as RealTag))('%s', (tag) => {
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
      return SAYS_SAFE[tag]?.test(plain(text)) === true ? [`${phrase.key}: ${text}`] : []
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
