import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrill, aDrillRun } from '#tests/support/a-drill-run.ts'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { readSentences } from '#tests/support/read-locales.ts'
import { DILEMMA_KINDS, dilemmasOf, handsOf, MOST_HANDS, writeHands } from './dilemmas.ts'
import { SCENARIOS } from './scenarios.ts'

describe('the questions of a class', () => {
  it('are the same for the same scenario, each once, in its minutes and before its end', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const asked = dilemmasOf(scenario)
        expect(dilemmasOf(structuredClone(scenario))).toEqual(asked)
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length)
        expect(asked.length).toBeGreaterThanOrEqual(6)
        for (const [index, { minute }] of asked.entries()) {
          expect(minute).toBeGreaterThanOrEqual(asked[index - 1]?.minute ?? 0)
          expect(minute).toBeLessThan(scenario.minutes)
        }
      }),
    )
  })

  it('fit the danger', () => {
    const kinds = (hazard: 'flood' | 'landslide' | 'tsunami') =>
      dilemmasOf(aDrill({ hazard })).map(({ kind }) => kind)
    expect(kinds('flood')).toHaveLength(DILEMMA_KINDS.length)
    expect(kinds('landslide')).not.toContain('underpass')
    expect(kinds('tsunami')).not.toContain('sleepingChild')
  })

  it('come in the order of an evacuation in the shipped scenarios', () => {
    const minutes = SCENARIOS.map((scenario) => [
      scenario.id,
      dilemmasOf(scenario).map(({ id, minute }) => `${id} ${minute}`),
    ])
    expect(Object.fromEntries(minutes)).toMatchObject({
      'school-day': [
        'sleepingChild 0',
        'byCar 5',
        'pet 10',
        'waitForOrder 15',
        'neighbour 17',
        'underpass 25',
        'rumour 30',
        'siteFull 30',
        'turnBack 35',
      ],
    })
    expect(minutes).toHaveLength(6)
  })

  it('have words in the three languages that they are written in', () => {
    for (const tag of ['ja', 'ja-simple', 'en']) {
      const words = readSentences(tag)
      for (const { question, for: yes, against } of dilemmasOf(aDrill()))
        for (const { key } of [question, yes, against])
          expect([tag, key, words.has(key)]).toEqual([tag, key, true])
    }
  })
})

describe('hands', () => {
  it('are read as they were written, the last count of a question', () => {
    const hand = fc.integer({ min: 0, max: MOST_HANDS })
    fc.assert(
      fc.property(fc.constantFrom(...DILEMMA_KINDS), hand, hand, hand, (id, first, yes, no) => {
        const answer = (about: string) => ({ minute: 1, kind: 'answer' as const, about })
        const decisions = [
          answer(writeHands(id, { yes: first, no })),
          answer(writeHands(id, { yes, no })),
          answer('other:1:2'),
        ]
        expect(handsOf(aDrillRun([], { decisions }), id)).toEqual({ yes, no })
      }),
    )
  })

  it('that are none are not read', () => {
    const decisions = [{ minute: 1, kind: 'answer' as const, about: 'pet:many:2' }]
    expect(handsOf(aDrillRun([], { decisions }), 'pet')).toBeNull()
    expect(handsOf(aDrillRun([]), 'pet')).toBeNull()
  })
})
