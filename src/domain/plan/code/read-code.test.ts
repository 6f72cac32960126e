import { deflateSync, Inflate } from 'fflate'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { crc32 } from '#domain/crc32.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { unfold } from './deflate.ts'
import { DICTIONARY } from './dictionary.ts'
import { encodePlan, type CodeOptions } from './encode-plan.ts'
import { MOST_UNFOLDED } from './layout.ts'
import { joinParts, missingParts, readPlanCode, type PlanPart } from './read-code.ts'
import { writePlan } from './write-plan.ts'

const textsOf = (options: CodeOptions, plan = aPlan()): readonly string[] => {
  const result = encodePlan(plan, options)
  if (!result.ok) throw new Error(result.reason)
  return result.value.codes.map(({ text }) => text)
}
const series = (plan = aPlan()) => textsOf({ parts: 'all', position: 'exact', room: 100 }, plan)
const one = () => textsOf({ parts: 'essential', position: 'exact' })[0] ?? expect.unreachable()

const partOf = (text: string): PlanPart => {
  const part = readPlanCode(text)
  if (!part.ok) throw new Error(part.reason)
  return part.value
}

/** A text whose checksum holds, whatever is in it: what somebody forges on purpose. */
function sealed(bytes: Uint8Array | readonly number[]): string {
  const sum = new DataView(new ArrayBuffer(4))
  sum.setUint32(0, crc32(Uint8Array.from(bytes)))
  return toBase64Url(Uint8Array.from([...bytes, ...new Uint8Array(sum.buffer)]))
}
const forged = (body: Uint8Array | readonly number[], flags = 0) => {
  const part = readPlanCode(sealed([1, flags, ...body]))
  return part.ok ? joinParts([part.value]) : part
}
const PLAIN = writePlan(aPlan({ routes: [] }), [])

/** Nothing that is read may write on what all objects share. */
beforeEach(() => {
  vi.spyOn(Object, 'assign')
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(Object.keys(Object.prototype)).toEqual([])
})

describe('a series', () => {
  it('is joined in any order, with parts that were read twice', () => {
    const parts = series().map(partOf)
    expect(parts.length).toBeGreaterThan(5)
    const straight = joinParts(parts)
    expect(straight).toMatchObject({ ok: true })
    const shuffled = fc.shuffledSubarray(parts, { minLength: parts.length })
    fc.assert(
      fc.property(shuffled, fc.subarray(parts), (once, twice) => {
        expect(joinParts([...once, ...twice])).toEqual(straight)
      }),
    )
  })

  it('tells which parts are missing', () => {
    const parts = series().map(partOf)
    const some = parts.filter(({ index }) => index !== 2 && index !== 4)
    expect(missingParts(some)).toEqual([2, 4])
    expect(joinParts(some)).toEqual({ ok: false, reason: 'incomplete', detail: '2 4' })
    expect(joinParts([])).toEqual({ ok: false, reason: 'incomplete' })
    expect(missingParts([])).toEqual([])
  })

  it('takes no part of another plan, nor of another state of the same', () => {
    const [first, ...others] = series().map(partOf)
    const [stranger] = series(aPlan({ name: '実家' })).map(partOf)
    if (first === undefined || stranger === undefined) expect.unreachable()
    expect(joinParts([stranger, ...others])).toEqual({ ok: false, reason: 'otherSeries' })
    expect(joinParts([first, partOf(one())])).toEqual({ ok: false, reason: 'otherSeries' })
  })

  it('is summed as a whole: parts that were forged one by one do not join', () => {
    const parts = series().map(partOf)
    const forgedPart = { ...(parts[1] ?? expect.unreachable()), body: new Uint8Array(20) }
    expect(joinParts([parts[0] ?? forgedPart, forgedPart, ...parts.slice(2)])).toMatchObject({
      reason: 'damaged',
    })
  })
})

describe('what is no code', () => {
  it('is told from a damaged one and from a newer one', () => {
    expect(readPlanCode('')).toMatchObject({ reason: 'notOurs' })
    expect(readPlanCode('hello')).toMatchObject({ reason: 'notOurs' })
    expect(readPlanCode('https://example.jp/#/p/x')).toMatchObject({ reason: 'notOurs' })
    expect(readPlanCode('A'.repeat(4001))).toMatchObject({ reason: 'notOurs' })
    expect(readPlanCode(sealed([2, 0, 9, 9, 9]))).toEqual({
      ok: false,
      reason: 'newerVersion',
      detail: 'version 2',
    })
    expect(readPlanCode(sealed([0, 0, 1]))).toMatchObject({ reason: 'notOurs' })
    for (const flags of [6, 32, 64, 128, 255])
      expect(readPlanCode(sealed([1, flags, 1]))).toMatchObject({ reason: 'notOurs' })
    for (const [at, count] of [
      [0, 1],
      [0, 0],
      [2, 2],
      [0, 121],
      [250, 255],
    ])
      expect(readPlanCode(sealed([1, 16, at ?? 0, count ?? 0, 0, 0, 0, 0, 1]))).toMatchObject({
        reason: 'notOurs',
      })
    expect(readPlanCode(sealed([1, 16, 0, 2, 0, 0, 0, 0]))).toMatchObject({ reason: 'notOurs' })
  })

  it('is every text with one bit, one sign or the end wrong', () => {
    for (const text of [one(), series()[1] ?? '']) {
      const bytes = fromBase64Url(text) ?? expect.unreachable()
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Uint8Array.from(bytes)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit % 8))
        expect(readPlanCode(toBase64Url(flipped))).toEqual({ ok: false, reason: 'damaged' })
      }
      for (let length = 0; length < text.length; length += 1)
        expect(readPlanCode(text.slice(0, length)).ok).toBe(false)
      expect(readPlanCode(`${text}A`).ok).toBe(false)
    }
  })

  it('never throws, whatever the text', () => {
    const signs = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split(''),
    )
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 400 }))
    fc.assert(fc.property(texts, (text) => !readPlanCode(text).ok))
  })
})

describe('a forged code', () => {
  it('is read when nothing is wrong with it', () => {
    expect(forged(PLAIN)).toMatchObject({ ok: true })
  })

  it('of any bytes is refused or gives a plan that holds, and never throws', () => {
    const edits = fc.array(fc.tuple(fc.nat({ max: PLAIN.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(edits, fc.nat({ max: PLAIN.length }), fc.boolean(), (changes, cut, whole) => {
        const bytes = Uint8Array.from(PLAIN)
        for (const [at, value] of changes) bytes[at] = value
        const joined = forged(whole ? bytes : bytes.subarray(0, cut))
        expect(joined.ok || ['brokenPlan', 'notOurs'].includes(joined.reason)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 31 }), (bytes, flags) => {
        expect(forged(bytes, flags).ok).toBe(false)
      }),
    )
  })

  it('with a count of two thousand million makes no long list', () => {
    const head = PLAIN.subarray(0, 1 + 11 + 1 + 9)
    const huge = [0xff, 0xff, 0xff, 0xff, 0x07]
    for (let cut = 0; cut < PLAIN.length; cut += 1)
      expect(forged([...PLAIN.subarray(0, cut), ...huge, ...PLAIN.subarray(cut)])).toMatchObject({
        ok: false,
      })
    expect(forged([...head, ...Array.from({ length: 40 }, () => 0xff)])).toMatchObject({ ok: false })
  })

  it('with anything behind its end is refused', () => {
    expect(forged([...PLAIN, 0])).toEqual({ ok: false, reason: 'brokenPlan', detail: 'layout' })
  })

  it('with a flag that means nothing is refused', () => {
    const bytes = writePlan(
      aPlan({
        household: { members: [], car: null, readyMinutes: null },
        places: [],
        timelines: [],
        marks: [],
        routes: [],
        kit: [],
        destinations: [],
        contacts: [{ id: 'i1', name: 'A', phone: '', caller: null, note: '' }],
      }),
      [],
    )
    // From the end: questions 3, kit, timelines, name 2, then the contact's flags; six counts, the dangers, the head.
    const contact = bytes.length - 8
    const head = contact - 8
    expect([bytes[contact], bytes[head]]).toEqual([0, 1])
    expect(forged(bytes)).toMatchObject({ ok: true })
    for (const at of [contact, head]) {
      const flagged = Uint8Array.from(bytes)
      flagged[at] = (flagged[at] ?? 0) | 0x10
      expect(forged(flagged)).toMatchObject({ detail: 'layout' })
    }
  })

  it('cannot name what every object has', () => {
    const named = aPlan({ name: '__proto__', contacts: [] })
    const joined = forged(writePlan(named, []))
    expect(joined).toMatchObject({ ok: true, value: { plan: { name: '__proto__' } } })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.assign).not.toHaveBeenCalled()
  })
})

describe('a bomb', () => {
  const bomb = (size: number) => deflateSync(new Uint8Array(size), { level: 9, dictionary: DICTIONARY })

  it('is left as soon as it is larger than a plan', () => {
    const push = vi.spyOn(Inflate.prototype, 'push')
    const folded = bomb(64 * 1024 * 1024)
    expect(folded.length).toBeGreaterThan(60_000)
    expect(unfold(folded)).toBeNull()
    expect(push.mock.calls.length).toBeLessThanOrEqual(3)
  })

  it('that is small is left at a hundred times its size', () => {
    expect(unfold(bomb(20_000))).toBeNull()
    expect(forged(bomb(60_000), 8)).toEqual({ ok: false, reason: 'brokenPlan', detail: 'unfold' })
  })

  it('is not what a large plan is', () => {
    const bytes = Uint8Array.from({ length: MOST_UNFOLDED }, (_, at) => (at * at * 31) >> 5)
    expect(unfold(deflateSync(bytes, { dictionary: DICTIONARY }))).toEqual(bytes)
    expect(unfold(deflateSync(Uint8Array.of(...bytes, 1), { dictionary: DICTIONARY }))).toBeNull()
  })

  it('of broken deflate is no plan either', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const unfolded = unfold(bytes)
        expect(unfolded === null || unfolded.length <= bytes.length * 100).toBe(true)
      }),
    )
    const whole = deflateSync(PLAIN, { dictionary: DICTIONARY })
    expect(unfold(whole.subarray(0, whole.length - 3))).toBeNull()
  })
})
