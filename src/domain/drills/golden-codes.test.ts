import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import golden from '#tests/golden/drill-codes-1.json' with { type: 'json' }
import { linkOfInvitation, readInvitation } from './invitation.ts'
import { drillTokenOf } from './drill-token.ts'
import { readJoinCode } from './join-code.ts'
import { readReport } from './report-code.ts'
import { readArrival } from './roll-call.ts'
import { Token } from './report-parts.ts'
import { linkOfSealed } from './sealed-code.ts'

const ADDRESS = 'https://bousai.example.jp/map/'

/**
 * Codes of version 1 as they were once printed on posters and shown on phones. This file is never made anew, only added to, and a
 * later version of the app still reads all of it.
 */
describe('a code of a drill that was printed long ago', () => {
  it.each(golden.invitations)('is still read: $what', ({ text, joinCode, invitation }) => {
    const { area, scenario, begins, group } = invitation
    const read = readInvitation(text)
    expect(read).toEqual({ ok: true, value: { area, scenario, begins, group } })
    expect(readInvitation(linkOfInvitation(ADDRESS, text))).toEqual(read)
    if (joinCode !== null) expect(readJoinCode(joinCode)).toEqual(read)
  })

  it.each(golden.invitations)('is still the same drill: $what', ({ text, token }) => {
    const read = readInvitation(text)
    expect(read.ok ? drillTokenOf(read.value) : read.reason).toBe(token)
    expect(v.is(Token, token)).toBe(true)
  })

  it('has a join code for each of the six that shipped first', () => {
    expect(golden.invitations.filter(({ joinCode }) => joinCode !== null)).toHaveLength(6)
  })

  it.each(golden.reports)('is still a report: $what', ({ text, report }) => {
    expect(readReport(text)).toEqual({ ok: true, value: report })
    expect(readReport(linkOfSealed(ADDRESS, text))).toEqual({ ok: true, value: report })
  })

  it.each(golden.arrivals)('is still an arrival: $what', ({ text, arrival }) => {
    expect(readArrival(text)).toEqual({ ok: true, value: arrival })
    expect(readArrival(linkOfSealed(ADDRESS, text))).toEqual({ ok: true, value: arrival })
  })
})
