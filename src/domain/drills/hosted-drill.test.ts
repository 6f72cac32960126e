import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '#tests/support/any-plan.ts'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { keepHosted, parseHosted, type HostedDrill } from './hosted-drill.ts'
import { MOST_GROUP } from './invitation.ts'
import { SCENARIOS_IN_CODE } from './scenarios.ts'
import { normalScenario } from './write-scenario.ts'

const anyHosted: fc.Arbitrary<HostedDrill> = fc.record({
  invitation: fc
    .record({
      area: fc.integer({ min: 0, max: 99_999 }).map((code) => String(code).padStart(5, '0')),
      scenario: fc.oneof(fc.constantFrom<string[]>(...SCENARIOS_IN_CODE), anyScenario.map(normalScenario)),
      begins: fc.option(fc.integer({ min: 0, max: 8.64e15 })),
      group: fc.option(anyText(MOST_GROUP, 1)),
    })
    .map((one) => ({
      ...one,
      area: typeof one.scenario === 'string' ? one.area : (one.scenario.area ?? one.area),
    })),
  languages: fc.array(fc.constantFrom('ja', 'ja-simple', 'en', 'pt-BR', 'zh-Hant'), { maxLength: 4 }),
})
const stand = (change: object) => ({
  ...(keepHosted({
    invitation: { area: '41207', scenario: 'stand', begins: null, group: null },
    languages: ['ja'],
  }) as object),
  ...change,
})
const invited = (change: object) =>
  stand({ invitation: { area: '41207', scenario: 'stand', begins: null, group: null, ...change } })

describe('the drill that is held', () => {
  it('is read back as it was kept', () => {
    fc.assert(
      fc.property(anyHosted, (hosted) => {
        expect(parseHosted(structuredClone(keepHosted(hosted)))).toEqual({ ok: true, value: hosted })
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['nothing', null],
    ['a text', 'minna-hosted'],
    ['another document', { format: 'minna-drills', version: 1, records: [] }],
    ['a newer version', stand({ version: 2 })],
    ['more than it knows', stand({ more: 1 })],
    ['a scenario that this app does not have', invited({ scenario: 'volcano' })],
    ['a scenario of another area', invited({ scenario: { ...normalAreaScenario(), area: '99201' } })],
    ['an area that is none', invited({ area: '412' })],
    ['no time', invited({ begins: 1.5 })],
    ['a name that turns the reading around', invited({ group: '\u202Eabc' })],
    ['a language that is markup', stand({ languages: ['<b>'] })],
  ])('refuses %s', (_, value) => {
    expect(parseHosted(value)).toMatchObject({ ok: false, reason: 'brokenHosted' })
  })
})

function normalAreaScenario() {
  const [one] = fc.sample(anyScenario, { numRuns: 1, seed: 7 })
  return one
}
