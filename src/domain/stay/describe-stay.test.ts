import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { aHome, anyHome } from '#tests/support/a-home.ts'
import { aCollapse, aLandslide, anyRisk, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { readSentences, type Sentences } from '#tests/support/read-locales.ts'
import type { Phrase } from '../risk/report.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import { decideStay } from './decide-stay.ts'
import { depthInWords, DEPTH_MARKS, leastDepthInWords } from './depth-in-words.ts'
import { describeStay } from './describe-stay.ts'
import type { Home } from './home.ts'
import type { StayReport } from './stay-report.ts'

let japanese: Sentences
beforeAll(() => {
  japanese = readSentences('ja')
})

/** The sentence of a phrase with its places filled; fails where there is none or a place stays empty. */
function said({ key, params = {} }: Phrase): string {
  const text = japanese.get(key) ?? japanese.get(`${key}_other`)
  expect(text, key).toBeDefined()
  return (text ?? '').replace(/\{\{-?\s*(\w+)\}\}/g, (_, name: string) => {
    expect(params[name], `${key} {{${name}}}`).toBeDefined()
    return String(params[name])
  })
}

const phrasesOf = (report: StayReport): readonly Phrase[] => [
  report.headline,
  ...report.parts.flatMap(({ headline, because, facts, whenToGo, whatWouldChange }) => [
    headline,
    ...(because === null ? [] : [because]),
    ...facts,
    ...whenToGo,
    ...whatWouldChange,
  ]),
  ...report.whereToGo,
  ...report.perHazard.flatMap(({ name, result, facts }) => [name, result, ...facts]),
  ...report.always,
  ...report.sources,
]

const reportOf = (home: Home, ...answers: readonly HazardAnswer[]): StayReport =>
  describeStay(decideStay(aRisk(...answers), home), home)

/** One part as text, its phrases in a row. */
const part = (report: StayReport, index = 0): string => {
  const one = report.parts[index]
  return one === undefined
    ? ''
    : [one.headline, ...one.facts, ...one.whenToGo, ...one.whatWouldChange].map(said).join(' ')
}

describe('for any answers and any home', () => {
  it('every phrase has its sentence and every place of it is filled', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, (risk, home) => {
        const report = describeStay(decideStay(risk, home), home)
        for (const phrase of phrasesOf(report)) said(phrase)
        expect(report.parts.every(({ facts, whenToGo }) => facts.length > 0 && whenToGo.length > 0)).toBe(
          true,
        )
        expect(report.perHazard.every(({ facts }) => facts.length > 0)).toBe(true)
        expect(report.sources.length).toBeGreaterThan(0)
      }),
    )
  })

  it('nobody is told to wait for level 5, and whoever needs time is told level 3', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, (risk, home) => {
        const rain = describeStay(decideStay(risk, home), home).parts.find(({ about }) => about === 'rain')
        const keys = rain?.whenToGo.map(({ key }) => key) ?? []
        if (keys.includes('risk:action.followCity')) return
        expect(keys[0]).toMatch(home.household.length > 0 ? /\.level3$/ : /\.level4$/)
        expect(keys[1]).toBe('risk:action.level5')
      }),
    )
  })

  it('what is not known is never told in the words of "outside the zones"', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, (risk, home) => {
        const { parts, perHazard } = describeStay(decideStay(risk, home), home)
        for (const { tone, facts } of [...parts, ...perHazard])
          if (tone === 'unknown') expect(facts.map(({ key }) => key).join(' ')).not.toContain('outside.')
      }),
    )
  })
})

describe('a decision in words', () => {
  it('to leave names the fact, the level and what would change it', () => {
    const text = part(
      reportOf(aHome({ floor: 1 }), aWater('flood', { min: 0.5, max: 3 }, { duration: lasting(3) })),
    )
    expect(text).toContain('立退き避難')
    expect(text).toContain('深さ3 mまで')
    expect(text).toContain('1階の床の高さは0.5 m')
    expect(text).toContain('警戒レベル4「避難指示」')
    expect(text).toContain('2階か、それより上で過ごせれば')
  })

  it('says when the higher floor is not in this building', () => {
    const text = part(reportOf(aHome(), aWater('flood', { min: 3, max: 5 }, { duration: lasting(3) })))
    expect(text).toContain('3階か、それより上なら変わることがありますが、この建物にはありません')
  })

  it('to stay upstairs asks for what three days take, and calls leaving the surer choice', () => {
    const report = reportOf(
      aHome({ household: ['medicalDevice'] }),
      aWater('flood', { min: 0.5, max: 3 }, { duration: lasting(2) }),
    )
    expect(part(report)).toContain('屋内安全確保')
    expect(part(report)).toContain('離れて避難するほうが、より確実です')
    expect(part(report)).toContain('3日分の水、食べ物、携帯トイレ')
    expect(part(report)).toContain('停電')
    expect(part(report)).toContain('警戒レベル3「高齢者等避難」が出たら、2階にいるか')
    expect(report.whereToGo.map(({ key }) => key)).toContain('stay:where.indoors')
    expect(report.parts[0]?.tone).toBe('hazard')
  })

  it('says that the duration is not known where it is not', () => {
    expect(part(reportOf(aHome(), aWater('flood', { min: 0.5, max: 3 })))).toContain(
      '水が引くまでの時間は、わかりません',
    )
  })

  it('offers staying indoors only where it is possible', () => {
    const report = reportOf(aHome(), aLandslide('warning'))
    expect(report.whereToGo.map(({ key }) => key)).not.toContain('stay:where.indoors')
    expect(part(report)).toContain('この建物の中で何をしても、変わりません')
  })

  it('tells whoever lives in concrete that the map does not know it', () => {
    const concrete = aHome({ structure: 'reinforced' })
    expect(part(reportOf(concrete, aCollapse('flow')))).toContain('鉄筋コンクリート')
    expect(part(reportOf(concrete, aCollapse('erosion')))).not.toContain('鉄筋コンクリート')
    expect(part(reportOf(aHome(), aCollapse('flow')))).not.toContain('鉄筋コンクリート')
  })

  it('keeps the tsunami apart and puts the worse part first', () => {
    const tsunami = aWater('tsunami', { min: 0.3, max: 1 })
    const only = reportOf(aHome(), tsunami)
    expect(only.parts.map(({ about }) => about)).toEqual(['tsunami', 'rain'])
    expect(said(only.headline)).toContain('高い場所へ')
    expect(part(only)).not.toContain('警戒レベル4')
    const both = reportOf(aHome(), tsunami, aLandslide('special'))
    expect(both.parts.map(({ about }) => about)).toEqual(['rain', 'tsunami'])
    expect(reportOf(aHome()).parts.map(({ about }) => about)).toEqual(['rain'])
  })

  it('names every fact that is missing', () => {
    const text = part(
      reportOf(aHome(), without('landslide', 'dataUnavailable'), without('flood', 'notAssessed')),
    )
    expect(text).toContain('洪水の想定の対象になっていません')
    expect(text).toContain('土砂災害のデータがありません')
  })

  it('of data that only did not reach this device says that they can be fetched', () => {
    expect(part(reportOf(aHome(), without('landslide', 'dataUnavailable', 'notLoaded')))).toContain(
      'もう一度取り込んで',
    )
    expect(part(reportOf(aHome(), without('landslide', 'dataUnavailable', 'missing')))).toContain(
      '市役所に聞いて',
    )
  })
})

describe('a depth beside a body and a house', () => {
  it('is told by the mark that the upper bound does not pass', () => {
    const mark = (max: number | null) => depthInWords({ min: 0, max }).key
    expect(mark(0.5)).toBe('stay:depth.most.knee')
    expect(mark(0.51)).toBe('stay:depth.most.waist')
    expect(mark(3)).toBe('stay:depth.most.secondFloor')
    expect(mark(5)).toBe('stay:depth.most.eaves')
    expect(mark(20)).toBe('stay:depth.most.fifthStorey')
    expect(mark(21)).toBe('stay:depth.above')
    expect(mark(null)).toBe('stay:depth.open')
  })

  it('is at least what the lower bound reaches', () => {
    expect(leastDepthInWords({ min: 0, max: 0.5 })).toBeNull()
    expect(leastDepthInWords({ min: 0.5, max: 3 })?.key).toBe('stay:depth.least.knee')
    expect(leastDepthInWords({ min: 2.9, max: 3 })?.key).toBe('stay:depth.least.firstEaves')
  })

  it('has a sentence for every mark, and marks from the lowest to the highest', () => {
    for (const { height } of DEPTH_MARKS) {
      said(depthInWords({ min: 0, max: height }))
      said(leastDepthInWords({ min: height, max: null }) as Phrase)
    }
    expect(DEPTH_MARKS.map(({ height }) => height)).toEqual(
      DEPTH_MARKS.map(({ height }) => height).sort((a, b) => a - b),
    )
    said(depthInWords({ min: 0, max: 30 }))
    said(depthInWords({ min: 20, max: null }))
  })
})
