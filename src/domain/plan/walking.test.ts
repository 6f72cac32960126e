import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Member, Plan } from './plan.ts'
import { newPlan } from './new-plan.ts'
import { minutesFor, PACES, paceOf, slowestOf } from './walking.ts'

const who = (kind: Member['kind'], needs: Member['needs'] = [], speed: number | null = null): Member => ({
  id: 'm1',
  name: '',
  kind,
  needs,
  speed,
})
const family = (...members: readonly Member[]): Plan => {
  const plan = newPlan('a'.repeat(16), 'home', null, 0)
  return { ...plan, household: { ...plan.household, members: [...members] } }
}

describe('the pace of a member', () => {
  it('is that of the need that slows most, and what a drill measured comes first', () => {
    expect(paceOf(who('adult'))).toBe(1)
    expect(paceOf(who('child'))).toBe(PACES.stroller)
    expect(paceOf(who('adult', ['infant']))).toBe(PACES.stroller)
    expect(paceOf(who('adult', ['pregnant']))).toBe(PACES.older)
    expect(paceOf(who('adult', ['elderly', 'disability']))).toBe(PACES.impaired)
    expect(paceOf(who('adult', ['elderly'], 1.2))).toBe(1.2)
    expect(paceOf(who('pet'))).toBeNull()
  })

  it('that counts for the household is the slowest, whom nobody leaves behind', () => {
    expect(slowestOf(family())).toEqual({ pace: 1, member: null })
    expect(slowestOf(family(who('pet')))).toEqual({ pace: 1, member: null })
    const grandmother = who('adult', ['elderly'])
    expect(slowestOf(family(who('adult'), grandmother, who('pet'))).member).toBe(grandmother)
    expect(slowestOf(family(who('adult', [], 1.4))).pace).toBe(1.4)
  })
})

describe('the minutes of a way', () => {
  it('are rounded up, longer at night on foot and not by car', () => {
    expect(minutesFor(720, 0.72, 'walk')).toEqual({ minutes: 17, nightMinutes: 21 })
    expect(minutesFor(1800, 0.5, 'car')).toEqual({ minutes: 10, nightMinutes: 10 })
    expect(minutesFor(0, 1, 'walk')).toEqual({ minutes: 0, nightMinutes: 0 })
  })

  it('never fall with the length, and never suffice for less than the way', () => {
    const metres = fc.double({ min: 0, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(metres, metres, fc.constantFrom(...Object.values(PACES)), (a, b, pace) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)].map((one) => minutesFor(one, pace, 'walk'))
        expect(short?.minutes).toBeLessThanOrEqual(long?.minutes ?? NaN)
        expect((long?.minutes ?? NaN) * 60 * pace).toBeGreaterThanOrEqual(Math.max(a, b) - 1e-6)
        expect(long?.nightMinutes).toBeGreaterThanOrEqual(long?.minutes ?? NaN)
      }),
    )
  })
})
