import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { anArea } from '#tests/support/an-area.ts'
import { anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { KIT_CODES } from '../plan/kit-codes.ts'
import { setEntries } from '../plan/edits/edit-lists.ts'
import { planFactsOf } from '../plan/plan-facts-of.ts'
import type { KitItem, Member, Plan } from '../plan/plan.ts'
import { planCalendar } from './calendar.ts'
import { dayInJapan, expiringKit } from './expiries.ts'
import { KIT_TABLE, rowOf } from './kit-table.ts'
import { changedAmounts, missingFromKit, stockDays, suggestKit } from './suggest-kit.ts'

const who = (kind: Member['kind'], ...needs: Member['needs']): Member => ({ id: 'i1', name: '', kind, needs, speed: null }) // prettier-ignore
const family = (...members: readonly Member[]): Plan => {
  const numbered = members.map((member, index) => ({ ...member, id: `i${900 + index}` }))
  return aPlan({
    household: { members: numbered, car: null, readyMinutes: null },
    kit: [],
    places: [],
    timelines: [],
    contacts: [],
  })
}
const kitOf = (plan: Plan) => suggestKit(plan, planFactsOf(null, plan))
const amountOf = (plan: Plan, code: string, where: 'bag' | 'stock') =>
  kitOf(plan).find((item) => item.where === where && item.what.type === 'code' && item.what.code === code)
    ?.amount
const item = (change: Partial<KitItem>): KitItem => ({
  id: 'i1',
  what: { type: 'code', code: 'water' },
  where: 'bag',
  amount: 1,
  packed: false,
  expires: null,
  ...change,
})

describe('the kit of a household', () => {
  it('has water, food and toilets for each person and day, three days at least', () => {
    const four = family(
      who('adult'),
      who('adult', 'elderly'),
      who('child'),
      who('child', 'infant'),
      who('pet'),
    )
    expect(amountOf(four, 'water', 'stock')).toBe(3 * 4 * 3)
    expect(amountOf(four, 'portableToilet', 'stock')).toBe(5 * 4 * 3)
    expect(amountOf(four, 'water', 'bag')).toBe(4)
    expect(amountOf(four, 'petFood', 'bag')).toBe(5)
    expect(amountOf(four, 'diapers', 'bag')).toBe(10)
    expect(amountOf(four, 'dentures', 'bag')).toBe(1)
    expect(amountOf(four, 'medicine', 'bag')).toBeUndefined()
  })

  it('is for one person while nobody was told, and never for pets alone', () => {
    expect(amountOf(family(), 'water', 'bag')).toBe(1)
    expect(amountOf(family(who('pet')), 'water', 'bag')).toBe(1)
  })

  it('brings what a need asks for', () => {
    expect(amountOf(family(who('adult', 'medicalDevice')), 'deviceBattery', 'bag')).toBe(1)
    expect(amountOf(family(who('adult', 'language')), 'residenceCard', 'bag')).toBe(1)
    expect(amountOf(family(who('adult', 'medicine')), 'medicine', 'bag')).toBe(7)
  })

  it('lasts as long as the water stays where staying is possible, a week at most', () => {
    const plan = aPlan()
    const facts = planFactsOf(anArea(), plan)
    const withNeed = (hours: number) => {
      const finding = { says: 'stayPossible', rule: 'C', source: 'ours', fact: { type: 'durationNotKnown', need: hours } } as const // prettier-ignore
      const rain = { findings: [finding] }
      return { ...facts, home: { ...facts.home, stay: { rain } } } as unknown as typeof facts
    }
    expect(stockDays(planFactsOf(null, plan))).toBe(3)
    expect(stockDays(withNeed(100))).toBe(5)
    expect(stockDays(withNeed(2000))).toBe(7)
  })

  it('fits every household into a plan, and asks for nothing more once it is in', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const facts = planFactsOf(null, plan)
        const filled = setEntries('kit', suggestKit(plan, facts))(plan, plan.changedAt)
        if (!filled.ok) throw new Error(filled.reason)
        expect(missingFromKit(filled.value, facts)).toEqual([])
        expect(changedAmounts(filled.value, facts)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('is offered what is missing when somebody comes, and other amounts, and keeps what was packed', () => {
    const before = family(who('adult'))
    const filled = setEntries('kit', kitOf(before))(before, 1)
    if (!filled.ok) throw new Error('refused')
    const grown = { ...filled.value, household: family(who('adult'), who('child', 'infant')).household }
    const facts = planFactsOf(null, grown)
    const missing = missingFromKit(grown, facts).map(({ what }) => what.type === 'code' && what.code)
    expect(new Set(missing)).toEqual(new Set(['milk', 'diapers', 'babyFood', 'carrier']))
    const water = filled.value.kit.find(({ what }) => what.type === 'code' && what.code === 'water')
    expect(changedAmounts(grown, facts).find(({ id }) => id === water?.id)?.amount).toBe(2)
  })

  it('knows only codes of the plan, one row for each place, with words in every language', () => {
    const keys = KIT_TABLE.map(({ code, where }) => `${code} ${where}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(rowOf('bankbook', 'bag')).toBeNull()
    for (const tag of ['ja', 'ja-simple', 'en']) {
      const words = JSON.parse(readFileSync(`src/i18n/locales/${tag}/kit.json`, 'utf8')) as { item: object; unit: object } // prettier-ignore
      expect(Object.keys(words.item).sort()).toEqual([...KIT_CODES].sort())
      for (const { unit } of KIT_TABLE) expect(words.unit).toHaveProperty(unit)
    }
  })
})

describe('what expires', () => {
  const now = Date.UTC(2026, 5, 1, 16) // 2 June in Japan
  it('is told a month before and after, by the day in Japan', () => {
    expect(dayInJapan(now)).toBe('2026-06-02')
    const kit = [item({ id: 'i1', expires: '2026-07-02' }), item({ id: 'i2', expires: '2026-07-03' }), item({ id: 'i3', expires: '2026-06-01' }), item({ id: 'i4' })] // prettier-ignore
    expect(expiringKit(kit, now).map(({ item: { id }, days }) => [id, days])).toEqual([['i3', -1], ['i1', 30]]) // prettier-ignore
  })
})

describe('the calendar', () => {
  const words = {
    review: '見直し; 計画, わが家',
    reviewNote: 'a\nb',
    expires: ({ id }: KitItem) => `期限 ${id}`,
  }
  it('has the yearly look at the plan and each day of expiry, as another reader of calendars finds them', () => {
    const plan = aPlan({ kit: [item({ id: 'i901', expires: '2027-03-05' }), item({ id: 'i902' })] })
    const text = planCalendar(plan, words, Date.UTC(2026, 5, 2))
    const { events = [] } = convertIcsCalendar(undefined, text)
    expect(events.map((event) => [event.summary, event.start.date.toISOString().slice(0, 10)])).toEqual([
      ['見直し; 計画, わが家', '2027-06-01'],
      ['期限 i901', '2027-03-05'],
    ])
    expect(events[0]?.recurrenceRule?.frequency).toBe('YEARLY')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text.trim().endsWith('END:VCALENDAR')).toBe(true)
    expect(events[1]?.alarms?.[0]?.trigger).toMatchObject({
      type: 'relative',
      value: { before: true, days: 30 },
    })
  })

  it('takes the same event again and does not double it', () => {
    const plan = aPlan({ kit: [item({ id: 'i901', expires: '2027-03-05' })] })
    const ids = (now: number) =>
      convertIcsCalendar(undefined, planCalendar(plan, words, now)).events?.map(({ uid }) => uid)
    expect(ids(1)).toEqual(ids(Date.UTC(2026, 0, 1)))
    expect(planCalendar(plan, words, Date.UTC(2026, 4, 31, 20))).toContain('20260601')
  })
})
