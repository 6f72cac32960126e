import { expect, it } from 'vitest'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { DRILL_NOON } from '#tests/support/a-drill.ts'
import { invitationOf, type Draft } from './draft.ts'

const draft = (changes: Partial<Draft> = {}): Draft => ({
  scenario: 'stand',
  group: '',
  begins: 'anyTime',
  time: '',
  ...changes,
})
const made = (changes: Partial<Draft> = {}, area: string | null = '41207') =>
  invitationOf(draft(changes), area, DRILL_NOON)

it('makes the invitation that was put together', () => {
  expect(made()).toEqual({
    ok: true,
    value: { area: '41207', scenario: 'stand', begins: null, group: null },
  })
  expect(made({ group: ' 三年\u202E二組 ', begins: 'at', time: '2026-11-23T13:30' })).toEqual({
    ok: true,
    value: { area: '41207', scenario: 'stand', begins: DRILL_NOON + 90 * 60_000, group: '三年二組' },
  })
})

it.each<readonly [string, Partial<Draft>, string | null, string]>([
  ['no area', {}, null, 'noArea'],
  ['a time that is over', { begins: 'at', time: '2026-11-23T12:00' }, '41207', 'past'],
  ['a day that there is not', { begins: 'at', time: '2027-02-30T12:00' }, '41207', 'past'],
  ['no time', { begins: 'at' }, '41207', 'past'],
  ['a file of another area', { scenario: aDrill({ area: '99201' }) }, '41207', 'otherArea'],
])('refuses %s', (_, changes, area, why) => {
  expect(made(changes, area)).toMatchObject({ ok: false, reason: why })
})
