import fc from 'fast-check'
import { KIT_CODES } from '#domain/plan/kit-codes.ts'
import { MARK_KINDS } from '#domain/plan/mark-kinds.ts'
import {
  DESTINATION_KINDS,
  MEMBER_KINDS,
  MEMBER_NEEDS,
  MOST,
  PLACE_KINDS,
  QUESTIONS,
  roundPosition,
  type Mark,
  type Plan,
} from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { STRUCTURES } from '#domain/stay/home.ts'
import { STEP_CODES } from '#domain/timeline/step-code.ts'
import { TIMELINE_HAZARDS, TRIGGER_IDS } from '#domain/timeline/trigger.ts'

/** Words in the scripts that people write here, with joiners, directions, markup and names of what a program knows. */
const SCRIPTS = [
  'うちから公民館まで',
  'ハザードﾏｯﾌﾟ',
  '髙橋 﨑',
  '葛󠄀城',
  'が゚',
  '中文标签',
  '대피소',
  'Nhà của dì ở Đà Nẵng',
  'बाढ़ क्षेत्र',
  'ဘေးအန္တရာယ်',
  'ផ្ទះ',
  'ආපදා',
  'พื้นที่',
  'مأوى آمنة',
  'می‌خواهم',
  'Ünïcödé ÅΩ',
  '👩‍👩‍👧‍👦🏠',
  '𠮷野家',
  '<script>alert(1)</script>',
  '"\'&;,:\\\n{{x}}',
  '__proto__',
  'constructor',
  '$1 %s',
]

/** Any text that a plan may hold, up to `most` UTF-16 units, often exactly as long. */
export const anyText = (most: number, least = 0): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SCRIPTS) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(most, 40) }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      { weight: 1, arbitrary: fc.constantFrom(...SCRIPTS).map((one) => one.repeat(most)) },
      { weight: 2, arbitrary: fc.constant('') },
    )
    .map((text) => cleanText(text, most))
    .filter((text) => text.length >= least)

const anyPhone = fc
  .string({ unit: fc.constantFrom(...'0123456789+*#().- '.split('')), maxLength: MOST.phone })
  .map((text) => text.trim())

const anyTime = fc.oneof(fc.integer({ min: 0, max: 8.64e15 }), fc.constantFrom(0, 8.64e15, 1_780_239_600_000))
const anyWorldId = fc.stringMatching(/^[a-z0-9]{16}$/)
const anyMinutes = fc.option(fc.integer({ min: 0, max: 1440 }))
const someOf = <T>(all: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...all])

/** Anywhere on the globe, often in Japan. */
export const anyPosition: fc.Arbitrary<[number, number]> = fc
  .oneof(
    fc.tuple(fc.double({ min: 122, max: 154, noNaN: true }), fc.double({ min: 20, max: 46, noNaN: true })),
    fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
    fc.constantFrom<[number, number][]>([180, 90], [-180, -90], [0, 0], [135.0185, 30.0034]),
  )
  .map(roundPosition)

const corners = (least: number) =>
  fc.array(anyPosition, { minLength: least, maxLength: MOST.corners, size: 'small' })

const anyShape: fc.Arbitrary<Mark['shape']> = fc.oneof(
  anyPosition.map((at) => ({ type: 'point' as const, at })),
  corners(3).map((ring) => ({ type: 'area' as const, ring })),
)

/** A list without ids; they are given at the end. */
const list = <T>(entry: fc.Arbitrary<T>, most: number) => fc.array(entry, { maxLength: most, size: 'small' })

/** Who is named: places in the list of members, which may be shorter. */
const anyNames = fc.uniqueArray(fc.nat({ max: MOST.members - 1 }), { maxLength: 4 })

const anyParts = fc.record({
  head: fc.record({
    id: anyWorldId,
    name: anyText(MOST.name, 1),
    area: fc.option(fc.stringMatching(/^\d{5}$/)),
    createdAt: anyTime,
    changedAt: anyTime,
  }),
  household: fc.record({ car: fc.option(fc.boolean()), readyMinutes: anyMinutes }),
  members: list(
    fc.record({
      name: anyText(MOST.name),
      kind: fc.constantFrom(...MEMBER_KINDS),
      needs: someOf(MEMBER_NEEDS),
      speed: fc.option(fc.double({ min: 0.1, max: 3, noNaN: true })),
    }),
    MOST.members,
  ),
  places: list(
    fc.record({
      kind: fc.constantFrom(...PLACE_KINDS),
      name: anyText(MOST.name),
      at: anyPosition,
      building: fc.option(
        fc
          .record({
            storeys: fc.integer({ min: 1, max: 70 }),
            floor: fc.integer({ min: 1, max: 70 }),
            structure: fc.constantFrom(...STRUCTURES),
            stockHours: fc.option(fc.integer({ min: 0, max: 8784 })),
          })
          .map((told) => ({ ...told, floor: Math.min(told.floor, told.storeys) })),
      ),
      members: anyNames,
      note: anyText(MOST.note),
    }),
    MOST.places,
  ),
  destinations: list(
    fc.record({
      kind: fc.constantFrom(...DESTINATION_KINDS),
      site: fc.option(fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' })),
      name: anyText(MOST.name),
      at: fc.option(anyPosition),
      hazards: someOf(TIMELINE_HAZARDS),
      by: fc.constantFrom('walk' as const, 'car' as const),
      minutes: anyMinutes,
      phone: anyPhone,
      note: anyText(MOST.note),
    }),
    MOST.destinations,
  ),
  marks: list(
    fc.record({
      kind: fc.constantFrom(...MARK_KINDS),
      name: anyText(MOST.name),
      shape: anyShape,
      note: anyText(MOST.note),
      by: anyText(MOST.name),
      addedAt: anyTime,
      photo: fc.option(
        fc.record({
          id: anyWorldId,
          width: fc.integer({ min: 1, max: 4096 }),
          height: fc.integer({ min: 1, max: 4096 }),
        }),
        { freq: 2 },
      ),
    }),
    20,
  ),
  routes: list(
    fc.record({
      name: anyText(MOST.name),
      line: corners(2),
      destination: fc.option(fc.nat({ max: MOST.destinations - 1 })),
      note: anyText(MOST.note),
      by: anyText(MOST.name),
      addedAt: anyTime,
    }),
    MOST.routes,
  ),
  contacts: list(
    fc.record({
      name: anyText(MOST.name),
      phone: anyPhone,
      caller: fc.option(fc.nat({ max: MOST.members - 1 })),
      note: anyText(MOST.note),
    }),
    MOST.contacts,
  ),
  hazards: fc.option(someOf(TIMELINE_HAZARDS)),
  timelines: fc.uniqueArray(
    fc.record({
      hazard: fc.constantFrom(...TIMELINE_HAZARDS),
      steps: list(
        fc.record({
          trigger: fc.constantFrom(...TRIGGER_IDS),
          what: fc.oneof(
            fc.constantFrom(...STEP_CODES).map((code) => ({ type: 'code' as const, code })),
            anyText(200, 1).map((text) => ({ type: 'own' as const, text })),
          ),
          who: anyNames,
          done: fc.boolean(),
        }),
        MOST.steps,
      ),
    }),
    { selector: ({ hazard }) => hazard },
  ),
  kit: list(
    fc.record({
      what: fc.oneof(
        fc.constantFrom(...KIT_CODES).map((code) => ({ type: 'code' as const, code })),
        anyText(80, 1).map((text) => ({ type: 'own' as const, text })),
      ),
      where: fc.constantFrom('bag' as const, 'stock' as const),
      amount: fc.option(fc.double({ min: 0, max: 9999, noNaN: true }).map((one) => one || 0)),
      packed: fc.boolean(),
      expires: fc.option(
        fc
          .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      ),
    }),
    40,
  ),
  interview: fc.record({ answered: someOf(QUESTIONS), skipped: someOf(QUESTIONS) }),
  firstId: fc.constantFrom('a', 'i', 'z9', 'x0'),
})

type Parts = typeof anyParts extends fc.Arbitrary<infer T> ? T : never

/** Any valid plan: every kind, all scripts, empty and full lists, steps in the order of reading. */
export const anyPlan: fc.Arbitrary<Plan> = anyParts.map(withIds)

/** Gives everything an id, and makes indexes into names of what is there. */
function withIds(parts: Parts): Plan {
  let last = 0
  const numbered = <T extends object>(all: readonly T[]): (T & { id: string })[] =>
    all.map((one) => ({ id: `${parts.firstId}${(last += 1)}`, ...one }))
  const members = numbered(parts.members)
  const who = (indexes: readonly number[]) => indexes.flatMap((index) => members[index]?.id ?? [])
  const destinations = numbered(parts.destinations)
  return {
    format: 'minna-plan',
    version: 1,
    ...parts.head,
    household: { members, ...parts.household },
    places: numbered(parts.places).map((place) => ({ ...place, members: who(place.members) })),
    destinations,
    marks: numbered(parts.marks),
    routes: numbered(parts.routes).map((route) => ({
      ...route,
      destination: route.destination === null ? null : (destinations[route.destination]?.id ?? null),
    })),
    contacts: numbered(parts.contacts).map((contact) => ({
      ...contact,
      caller: contact.caller === null ? null : (members[contact.caller]?.id ?? null),
    })),
    hazards: parts.hazards,
    timelines: parts.timelines.map(({ hazard, steps }) => ({
      hazard,
      steps: numbered(steps)
        .map((step) => ({ ...step, who: who(step.who) }))
        .sort((a, b) => TRIGGER_IDS.indexOf(a.trigger) - TRIGGER_IDS.indexOf(b.trigger)),
    })),
    kit: numbered(parts.kit),
    interview: parts.interview,
  }
}
