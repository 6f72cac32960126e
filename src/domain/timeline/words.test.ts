import { describe, expect, it } from 'vitest'
import { plain } from '#i18n/ruby.ts'
import { LANGUAGES } from '#i18n/languages.ts'
import type { Phrase } from '../risk/report.ts'
import { QUESTIONS, type Plan } from '../plan/plan.ts'
import { NEEDS_TIME } from '../stay/home.ts'
import { aPlan, anEmptyPlan } from '#tests/support/a-plan.ts'
import { aLandslide, aRisk, aWater, without } from '#tests/support/a-risk.ts'
import { readSentences } from '#tests/support/read-locales.ts'
import { someFacts } from '#tests/support/some-facts.ts'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import { describeLeaveBy } from './describe-leave-by.ts'
import { describeStep, whyStep } from './describe-step.ts'
import {
  describeCaveats,
  describeCourse,
  describeDanger,
  describeNow,
  describeRelevance,
  describeTrigger,
} from './describe-timeline.ts'
import { describeNoWarnings, describeWarning, fixOf } from './describe-warning.ts'
import { leaveBy, type LeaveBy } from './leave-by.ts'
import { warning, WARNING_TYPES, type PlanFix } from './plan-warning.ts'
import { relevantHazards } from './relevant-hazards.ts'
import { STEP_CODES } from './step-code.ts'
import { levelsOf } from './steps-due.ts'
import { TIMELINE_HAZARDS, triggerOf, triggersOf } from './trigger.ts'

const languages = LANGUAGES.map(({ tag }) => ({ tag, words: readSentences(tag) }))

/** What was looked at already: key and the names of its parameters. */
const looked = new Set<string>()

/** Every language has the sentence, and each of its places is filled. */
function expectSaid(said: Phrase | null): void {
  if (said === null) throw new Error('nothing was said')
  const what = [said.key, ...Object.keys(said.params ?? {})].join()
  if (looked.has(what)) return
  looked.add(what)
  for (const { tag, words } of languages) {
    const text = words.get(said.key) ?? words.get(`${said.key}_other`)
    expect(text, `${tag} ${said.key}`).toBeDefined()
    for (const [, name = ''] of (text ?? '').matchAll(/\{\{-?\s*(\w+)/g))
      expect(Object.keys(said.params ?? {}), `${said.key} in ${tag}`).toContain(name)
  }
}

const risks = [
  aRisk(),
  aRisk(without('flood', 'dataUnavailable'), without('tsunami', 'notAssessed')),
  aRisk(
    aWater('flood', DEPTH_BANDS[2]),
    aWater('tsunami', DEPTH_BANDS[2]),
    aWater('stormSurge', DEPTH_BANDS[1]),
  ),
  aRisk(aWater('flood', DEPTH_BANDS[2]), aLandslide('special')),
]
const plans: readonly Plan[] = [
  anEmptyPlan(),
  aPlan(),
  aPlan({ destinations: [], household: { members: [], car: false, readyMinutes: null } }),
  aPlan({
    destinations: aPlan()
      .destinations.slice(0, 1)
      .map((one) => ({ ...one, kind: 'upstairs', name: '' })),
  }),
  aPlan({ places: aPlan().places.map((place) => ({ ...place, building: null })) }),
]
const cases = plans.flatMap((plan) =>
  [null, ...risks].map((risk) => ({ plan, facts: someFacts(plan, { risk }) })),
)

describe('in every language there are words for', () => {
  it('every trigger: its name, who says it, and when', () => {
    for (const hazard of TIMELINE_HAZARDS) {
      expectSaid(describeDanger(hazard))
      for (const id of triggersOf(hazard)) {
        const { name, says, time } = describeTrigger(id, hazard)
        expectSaid(name)
        expectSaid(says)
        expect(time === null).toBe(triggerOf(id).hours === null)
        if (time !== null) expectSaid(time)
      }
    }
  })

  it('everything that can hold now', () => {
    for (const hazard of TIMELINE_HAZARDS)
      for (const now of [...levelsOf(hazard), ...triggersOf(hazard)]) {
        const { name, calls } = describeNow(now, hazard)
        expectSaid(name)
        expectSaid(calls)
      }
  })

  it('every step and its reason, whatever the plan', () => {
    for (const { plan, facts } of cases)
      for (const hazard of TIMELINE_HAZARDS)
        for (const code of STEP_CODES) {
          const step = { what: { type: 'code', code }, trigger: 'city3' } as const
          expectSaid(describeStep(step, plan, facts, hazard))
          expectSaid(whyStep(step, plan, facts, hazard))
        }
  })

  it('the decision, the dangers and the caveats', () => {
    for (const { plan, facts } of cases) {
      for (const hazard of TIMELINE_HAZARDS) {
        const { headline, fact } = describeCourse(plan, facts, hazard)
        expectSaid(headline)
        expectSaid(fact)
        for (const caveat of describeCaveats(hazard)) expectSaid(caveat)
      }
      for (const relevant of [
        ...relevantHazards(plan, facts),
        ...relevantHazards({ ...plan, hazards: null }, facts),
      ])
        expectSaid(describeRelevance(relevant))
    }
  })

  it('by when to leave, however that was reckoned', () => {
    for (const { plan, facts } of cases)
      for (const hazard of TIMELINE_HAZARDS)
        for (const changes of leavings) {
          const by: LeaveBy = { ...leaveBy(plan, facts, hazard), ...changes }
          for (const said of describeLeaveBy(by, plan)) expectSaid(said)
        }
  })

  it('every warning and its remedy', () => {
    const plan = aPlan()
    const amounts = { metres: 100, minutes: 90, hours: 3 }
    for (const type of WARNING_TYPES)
      expectSaid(
        describeWarning(
          warning(type, null, { where: 'timeline', hazard: 'flood', step: null }, ['i15', 'i12'], amounts),
          plan,
        ),
      )
    const fixes: readonly PlanFix[] = [
      ...QUESTIONS.map((question) => ({ where: 'question', question }) as const),
      ...(['places', 'destinations', 'marks', 'routes', 'contacts'] as const).flatMap((list) => [
        { where: 'thing', list, id: null } as const,
        { where: 'thing', list, id: 'i1' } as const,
      ]),
      { where: 'timeline', hazard: 'flood', step: null },
    ]
    for (const fix of fixes) expectSaid(fixOf({ fix }))
    for (const said of describeNoWarnings()) expectSaid(said)
  })
})

const leavings: readonly Partial<LeaveBy>[] = [
  {},
  { total: 55, outBy: 60 },
  { total: 120, outBy: 125, needsTime: NEEDS_TIME },
  { tooLate: true, slowest: 'i2' },
  {
    way: {
      from: 'straight',
      metres: 900,
      minutes: 15,
      nightMinutes: 19,
      destination: 'i10',
      by: 'car',
      upstairs: false,
    },
  },
]

describe('the digit of a level', () => {
  it('in a sentence is the one in its key', () => {
    let count = 0
    // In the other languages the words around the digit differ: the rules for translations hold them.
    for (const { words } of languages.filter((one) => ['ja', 'ja-simple', 'en'].includes(one.tag)))
      for (const [key, text] of words) {
        if (!key.startsWith('timeline:trigger.') && !key.startsWith('timeline:now.')) continue
        const said = [
          ...plain(text)
            .normalize('NFKC')
            .matchAll(/(?:レベル|Level )(\d)/g),
        ].map(([, digit]) => digit)
        const meant = /(?:jma|city|river|level)(\d)/.exec(key)?.[1]
        expect(new Set(said), key).toEqual(new Set(meant === undefined ? [] : [meant]))
        count += said.length
      }
    expect(count).toBeGreaterThan(50)
  })

  it('of a trigger is the one in its name', () => {
    for (const hazard of TIMELINE_HAZARDS)
      for (const id of triggersOf(hazard)) {
        const digit = /^(?:jma|city|river)(\d)$/.exec(id)?.[1]
        expect(triggerOf(id).level, id).toBe(
          digit === undefined ? (id.startsWith('forecast') ? 1 : null) : Number(digit),
        )
      }
  })
})

describe('the official names of 2026', () => {
  const ja = readSentences('ja')
  it.each([
    ['timeline:trigger.jma2.flood', 'レベル2大雨注意報、レベル2氾濫注意報'],
    ['timeline:trigger.jma3.landslide', 'レベル3土砂災害警報'],
    ['timeline:trigger.jma4.flood', 'レベル4大雨危険警報、レベル4氾濫危険警報'],
    ['timeline:trigger.jma4.landslide', 'レベル4土砂災害危険警報'],
    ['timeline:trigger.jma5.stormSurge', 'レベル5高潮特別警報'],
    ['timeline:trigger.city3', '警戒レベル3 高齢者等避難'],
    ['timeline:trigger.city4', '警戒レベル4 避難指示'],
    ['timeline:trigger.city5', '警戒レベル5 緊急安全確保'],
  ])('%s', (key, name) => expect(ja.get(key)).toBe(name))
})
