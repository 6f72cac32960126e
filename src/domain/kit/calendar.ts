import { generateIcsCalendar, type IcsEvent } from 'ts-ics'
import type { Plan } from '../plan/plan.ts'
import { dayInJapan, EXPIRY_NOTICE } from './expiries.ts'

/** The words of a calendar, ready-made: plain text in the language of the person. */
export type CalendarWords = {
  readonly review: string
  readonly reviewNote: string
  readonly expires: (item: Plan['kit'][number]) => string
}

/**
 * The calendar file (RFC 5545) of a plan: a yearly look at the plan on 1 June, before the season of floods (出水期 begins in
 * June), and each day on which something of the kit expires, with a reminder a month before. Events are whole days and bear
 * ids of their own, so that a second file changes them instead of doubling them.
 * @param now milliseconds since 1970
 */
export function planCalendar(plan: Plan, words: CalendarWords, now: number): string {
  const stamp = { date: new Date(now) }
  const wholeDay = (id: string, day: string, summary: string): IcsEvent => ({
    uid: `${plan.id}-${id}@minna-hazard-map`,
    stamp,
    start: { date: new Date(`${day}T00:00:00Z`), type: 'DATE' },
    duration: { days: 1 },
    summary,
  })
  const remind = (days: number): Pick<IcsEvent, 'alarms'> => ({
    alarms: [
      {
        action: 'DISPLAY',
        description: plan.name,
        trigger: { type: 'relative', value: { before: true, days } },
      },
    ],
  })
  return generateIcsCalendar({
    prodId: '-//Minna Hazard Map//plan//JA',
    version: '2.0',
    events: [
      {
        ...wholeDay('review', nextReview(now), words.review),
        description: words.reviewNote,
        recurrenceRule: { frequency: 'YEARLY' },
        ...remind(7),
      },
      ...plan.kit.flatMap((item): IcsEvent[] =>
        item.expires === null
          ? []
          : [{ ...wholeDay(item.id, item.expires, words.expires(item)), ...remind(EXPIRY_NOTICE) }],
      ),
    ],
  })
}

/** The next 1 June in Japan, today included. */
function nextReview(now: number): string {
  const today = dayInJapan(now)
  const year = Number(today.slice(0, 4))
  return today <= `${year}-06-01` ? `${year}-06-01` : `${year + 1}-06-01`
}
