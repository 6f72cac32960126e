import { describe, expect, it } from 'vitest'
import { crc32 } from '#domain/crc32.ts'
import golden from '#tests/golden/plan-codes-1.json' with { type: 'json' }
import { parsePlan } from '../parse-plan.ts'
import { DICTIONARY } from './dictionary.ts'
import { joinParts, readPlanCode } from './read-code.ts'

/**
 * Codes of version 1 as they were once printed. They hang on fridges: this file is never made anew, only added to, and a
 * later version of the app still reads all of it.
 */
describe('a code that was printed long ago', () => {
  it.each(golden)('is still read: $what', ({ texts, plan, parts, position, leftOut }) => {
    const read = texts.map((text) => readPlanCode(text))
    const joined = joinParts(read.flatMap((part) => (part.ok ? [part.value] : [])))
    const upToDate = parsePlan(plan)
    expect(upToDate).toMatchObject({ ok: true })
    expect(joined).toEqual({
      ok: true,
      value: { plan: upToDate.ok ? upToDate.value : null, parts, position, leftOut },
    })
  })

  it('leans on the very same dictionary', () => {
    expect([DICTIONARY.length, crc32(DICTIONARY)]).toEqual([2691, 980_603_655])
  })
})
