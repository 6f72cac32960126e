import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { drillTokenOf, nonceFrom } from './drill-token.ts'
import { readInvitation, writeInvitation } from './invitation.ts'
import { joinCodeOf, readJoinCode } from './join-code.ts'
import { Token } from './report-parts.ts'
import type { DrillInvitation } from './scenario.ts'
import { SCENARIOS_IN_CODE } from './scenarios.ts'

const anyInvitation: fc.Arbitrary<DrillInvitation> = fc
  .record({
    scenario: fc.oneof(fc.constantFrom(...SCENARIOS_IN_CODE), anyScenario),
    area: fc.constantFrom('41207', '01100', '99201'),
    begins: fc.option(fc.integer({ min: 0, max: 2e12 })),
    group: fc.option(fc.constantFrom('A', '浜町2区')),
  })
  .map(({ area, scenario, ...rest }) => ({
    area: typeof scenario === 'string' ? area : (scenario.area ?? area),
    scenario,
    ...rest,
  }))

describe('the token of a drill', () => {
  it('is the same however the invitation came', () => {
    fc.assert(
      fc.property(anyInvitation, (invitation) => {
        const token = drillTokenOf(invitation)
        expect(token).toMatch(/^[0-9a-f]{16}$/)
        expect(v.is(Token, token)).toBe(true)
        const text = writeInvitation(invitation, 20_000)
        const read = text.ok && text.value.length < 1000 ? readInvitation(text.value) : null
        if (read !== null) expect(read.ok ? drillTokenOf(read.value) : read.reason).toBe(token)
      }),
      { numRuns: 60 },
    )
    for (const scenario of SCENARIOS_IN_CODE) {
      const link: DrillInvitation = { area: '41207', scenario, begins: null, group: null }
      const typed = readJoinCode(joinCodeOf(link) ?? '')
      expect(typed.ok ? drillTokenOf(typed.value) : typed.reason).toBe(drillTokenOf(link))
    }
  })

  it('does not mind the order in which a scenario was put together', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const turned = Object.fromEntries(Object.entries(scenario).toReversed()) as typeof scenario
        const [one, other] = [scenario, turned].map((each) =>
          drillTokenOf({ area: '41207', scenario: each, begins: null, group: null }),
        )
        expect(one).toBe(other)
      }),
      { numRuns: 30 },
    )
  })

  it('is another one for whatever differs', () => {
    const base: DrillInvitation = { area: '41207', scenario: 'tsunami', begins: null, group: null }
    const others: readonly DrillInvitation[] = [
      base,
      ...Array.from({ length: 2000 }, (_, begins) => ({ ...base, begins })),
      ...Array.from({ length: 2000 }, (_, index) => ({ ...base, group: `G${index}` })),
      { ...base, area: '41208' },
      { ...base, scenario: 'stand' },
      { ...base, group: 'null' },
    ]
    expect(new Set(others.map(drillTokenOf)).size).toBe(others.length)
  })

  it('is the hash of the canonical text by FNV-1a', () => {
    for (const group of ['A', 'C', 'Hamamachi']) {
      const token = drillTokenOf({ area: '41207', scenario: 'stand', begins: null, group })
      expect(BigInt(`0x${token}`)).toBe(naiveFnv(`["drill",1,"41207","stand",null,"${group}"]`))
    }
  })
})

/** FNV-1a from its definition, in two halves of plain numbers. */
function naiveFnv(text: string): bigint {
  let [high, low] = [0xcbf29ce4, 0x84222325]
  for (const sign of text) {
    low = (low ^ (sign.codePointAt(0) ?? 0)) >>> 0
    // times 2^40 + 0x1b3
    const product = low * 0x1b3
    const carried = Math.floor(product / 2 ** 32)
    high = (Math.imul(high, 0x1b3) + carried + (low << 8)) >>> 0
    low = product >>> 0
  }
  return (BigInt(high) << 32n) | BigInt(low)
}

describe('the nonce of a run', () => {
  it('is a token of all its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 24 }), (bytes) => {
        const nonce = nonceFrom(bytes)
        expect(v.is(Token, nonce)).toBe(true)
        expect([...Buffer.from(nonce, 'base64url')]).toEqual([...bytes])
      }),
    )
  })

  it('is refused from too few bytes, or too many', () => {
    for (const length of [0, 7, 25]) expect(() => nonceFrom(new Uint8Array(length))).toThrow('nonce')
  })
})
