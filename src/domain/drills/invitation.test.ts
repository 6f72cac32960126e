import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '#tests/support/any-plan.ts'
import { anyScenario } from '#tests/support/any-scenario.ts'
import { crc32 } from '../crc32.ts'
import { fromBase64Url, toBase64Url } from '../plan/code/base64url.ts'
import {
  linkOfInvitation,
  MOST_GROUP,
  readInvitation,
  roomForInvitation,
  scenarioOf,
  writeInvitation,
} from './invitation.ts'
import { joinCodeOf, readJoinCode } from './join-code.ts'
import type { DrillInvitation } from './scenario.ts'
import { SCENARIOS, SCENARIOS_IN_CODE, shippedScenario } from './scenarios.ts'

const ROOM = 1_000_000
const flood = shippedScenario('school-day') ?? expect.unreachable()
const anArea = fc.integer({ min: 0, max: 99_999 }).map((code) => String(code).padStart(5, '0'))
const anyInvitation: fc.Arbitrary<DrillInvitation> = fc
  .record({
    area: anArea,
    scenario: fc.oneof(fc.constantFrom<string[]>(...SCENARIOS_IN_CODE), anyScenario),
    begins: fc.option(fc.integer({ min: 0, max: 8.64e15 })),
    group: fc.option(anyText(MOST_GROUP, 1)),
  })
  .map((one) => ({
    ...one,
    area: typeof one.scenario === 'string' ? one.area : (one.scenario.area ?? one.area),
  }))

const written = (invitation: DrillInvitation, room = ROOM): string => {
  const text = writeInvitation(invitation, room)
  if (!text.ok) throw new Error(text.reason)
  return text.value
}
/** The text of bytes with a right sum. */
const sealed = (bytes: readonly number[]): string => {
  const sum = new DataView(new ArrayBuffer(4))
  sum.setUint32(0, crc32(Uint8Array.from(bytes)))
  return toBase64Url(Uint8Array.from([...bytes, ...new Uint8Array(sum.buffer)]))
}
const bare: DrillInvitation = { area: '41207', scenario: 'tsunami', begins: null, group: null }

describe('an invitation in a link', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        anyInvitation.filter((one) => written(one).length <= 900),
        (invitation) => {
          const text = written(invitation)
          const whole = { ok: true, value: invitation }
          expect(readInvitation(text)).toEqual(whole)
          expect(readInvitation(` ${linkOfInvitation('https://example.jp/app/', text)}\n`)).toEqual(whole)
          expect(readInvitation(`#/d/${text}`)).toEqual(whole)
        },
      ),
    )
  })

  it('is refused when it is cut or a bit of it is another', () => {
    const short = anyInvitation.filter((one) => written(one).length <= 900)
    fc.assert(
      fc.property(short, fc.nat(), fc.integer({ min: 0, max: 7 }), (invitation, seed, bit) => {
        const bytes = fromBase64Url(written(invitation)) ?? expect.unreachable()
        const cut = readInvitation(toBase64Url(bytes.subarray(0, seed % bytes.length)))
        expect(cut.ok).toBe(false)
        const at = seed % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expect(readInvitation(toBase64Url(bytes))).toEqual({ ok: false, reason: 'damaged' })
      }),
    )
  })

  it('of any bytes with a right sum is read whole or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 80 }), (noise) => {
        const read = readInvitation(sealed([1, ...noise]))
        if (read.ok) expect(readInvitation(written(read.value))).toEqual(read)
      }),
      { numRuns: 2000 },
    )
  })

  it('is short for a shipped scenario, and has room for one of somebody’s own', () => {
    expect(written({ ...bare, begins: 1_795_000_000_000, group: '北町三丁目自治会' }).length).toBeLessThan(64)
    const own = written({
      ...bare,
      scenario: { ...flood, id: 'own', title: { ja: '北町の訓練', en: 'Drill of Kitamachi' } },
    })
    expect(own.length).toBeLessThan(400)
    expect(writeInvitation({ ...bare, scenario: flood }, 40)).toMatchObject({ reason: 'tooLong' })
    expect(roomForInvitation('https://example.jp/')).toBe(1000 - 19 - 4)
  })

  it('says why it is refused', () => {
    const reason = (text: string) => {
      const read = readInvitation(text)
      return read.ok ? null : read.reason
    }
    const good = fromBase64Url(written(bare)) ?? expect.unreachable()
    const body = [...good.subarray(0, -4)]
    expect(reason(sealed(body))).toBeNull()
    for (const other of [
      '',
      'x',
      'hello there',
      `#/p/${written(bare)}`,
      `see #/d/${written(bare)}`,
      'A'.repeat(2000),
    ])
      expect([other, reason(other)]).toEqual([other, 'notOurs'])
    expect(reason(sealed([2, ...body.slice(1)]))).toBe('newerVersion')
    expect(reason(sealed([0, ...body.slice(1)]))).toBe('notOurs')
    expect(reason(sealed([...body.slice(0, -1), SCENARIOS_IN_CODE.length]))).toBe('newerVersion')
    expect(reason(sealed([...body, 0]))).toBe('brokenInvitation')
    expect(reason(sealed([body[0] ?? 0, 8, ...body.slice(2)]))).toBe('brokenInvitation')
    // An area of six digits.
    expect(reason(sealed([1, 0, 0xc0, 0x84, 0x3d, 0]))).toBe('brokenInvitation')
  })

  it('is not written for what is none', () => {
    const faults: Partial<DrillInvitation>[] = [
      { area: '1234' },
      { scenario: 'party' },
      { scenario: { ...flood, area: '01100' } },
      { begins: -1 },
      { begins: 0.5 },
      { group: '' },
      { group: 'a\u0000' },
      { group: 'x'.repeat(MOST_GROUP + 1) },
    ]
    for (const changes of faults)
      expect(() => writeInvitation({ ...bare, ...changes })).toThrow('no invitation')
    expect(() => writeInvitation({ ...bare, scenario: { ...flood, minutes: 0 } })).toThrow('brokenScenario')
  })

  it('leads to its scenario', () => {
    expect(scenarioOf(bare)?.id).toBe('tsunami')
    expect(scenarioOf({ scenario: flood })).toBe(flood)
    expect(scenarioOf({ scenario: 'party' })).toBeNull()
  })
})

describe('six signs', () => {
  const shipped = fc.record({
    area: anArea,
    scenario: fc.constantFrom<string[]>(...SCENARIOS_IN_CODE),
    begins: fc.constant(null),
    group: fc.constant(null),
  })
  const codeOf = (invitation: DrillInvitation) => joinCodeOf(invitation) ?? expect.unreachable()
  const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')

  it('are read as they were written, however they are typed', () => {
    fc.assert(
      fc.property(shipped, (invitation) => {
        const code = codeOf(invitation)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
        const wide = [...code]
          .map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
          .join('')
        const slips = [
          code,
          code.toLowerCase(),
          ` ${code.slice(0, 3)}-${code.slice(3)} `,
          `${code.slice(0, 3)}ー${code.slice(3)}`,
          wide,
          code.replaceAll('0', 'O').replaceAll('1', 'l'),
        ]
        for (const typed of slips)
          expect([typed, readJoinCode(typed)]).toEqual([typed, { ok: true, value: invitation }])
      }),
    )
  })

  it('with one wrong sign, or two neighbours changed, are always refused', () => {
    fc.assert(
      fc.property(shipped, (invitation) => {
        const code = codeOf(invitation)
        for (let at = 0; at < 6; at += 1) {
          for (const sign of SIGNS) {
            const other = code.slice(0, at) + sign + code.slice(at + 1)
            if (other !== code) expect([other, readJoinCode(other).ok]).toEqual([other, false])
          }
          const turned =
            code.slice(0, at) +
            code
              .slice(at, at + 2)
              .split('')
              .toReversed()
              .join('') +
            code.slice(at + 2)
          if (turned !== code) expect([turned, readJoinCode(turned).ok]).toEqual([turned, false])
        }
      }),
    )
  })

  it('of any kind are hardly ever a code', () => {
    const any = fc
      .array(fc.constantFrom(...SIGNS), { minLength: 6, maxLength: 6 })
      .map((signs) => signs.join(''))
    const found = fc.sample(any, 20_000).filter((code) => readJoinCode(code).ok)
    expect(found.length).toBeLessThan(60)
  })

  it('say why they are refused', () => {
    for (const typed of ['', '12345', '1234567', 'ABCDEU', '避難訓練開始', '1'.repeat(100)])
      expect([typed, readJoinCode(typed)]).toEqual([typed, { ok: false, reason: 'notACode' }])
    expect(readJoinCode('000000')).toEqual({ ok: false, reason: 'wrongCode' })
  })

  it('are not enough for a time, a group, a scenario of somebody’s own', () => {
    expect(joinCodeOf(bare)).not.toBeNull()
    for (const changes of [
      { begins: 0 },
      { group: 'x' },
      { scenario: flood },
      { scenario: 'party' },
      { area: 'x' },
    ])
      expect(joinCodeOf({ ...bare, ...changes })).toBeNull()
  })

  it('stay what they were: they stand on posters', () => {
    expect(SCENARIOS_IN_CODE.slice(0, 6)).toEqual(SCENARIOS.map(({ id }) => id).slice(0, 6))
    expect(SCENARIOS.length).toBeLessThanOrEqual(32)
  })
})
