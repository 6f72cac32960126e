import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { parsePlan } from '../parse-plan.ts'
import type { Plan } from '../plan.ts'
import { linkOfCode } from './code-link.ts'
import { encodePlan, type CodeOptions, type EncodedPlan } from './encode-plan.ts'
import { CODE_PARTS, CODE_POSITIONS, LONGEST_LINK, roomFor, USUAL_ROOM } from './layout.ts'
import { normaliseForCode } from './normalise.ts'
import { joinParts, readPlanCode, type DecodedPlan } from './read-code.ts'

const encoded = (plan: Plan, options: CodeOptions): EncodedPlan => {
  const result = encodePlan(plan, options)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

function decoded({ codes }: EncodedPlan): DecodedPlan {
  const parts = codes.map(({ text }) => {
    const part = readPlanCode(text)
    if (!part.ok) throw new Error(part.reason)
    return part.value
  })
  const joined = joinParts(parts)
  if (!joined.ok) throw new Error(`${joined.reason} ${joined.detail}`)
  return joined.value
}

/** Field by field in the order of the schema, so that equal means equal to the byte. */
const asText = (plan: Plan): string => {
  const parsed = parsePlan(plan)
  if (!parsed.ok) throw new Error(parsed.detail)
  return JSON.stringify(parsed.value)
}

const choices = fc.record({
  parts: fc.constantFrom(...CODE_PARTS),
  position: fc.constantFrom(...CODE_POSITIONS),
})

describe('a plan that went through its code', () => {
  it('is the same to the byte, but for ids and photos', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const result = encodePlan(plan, { parts: 'all', position: 'exact' })
        if (!result.ok) return
        const back = decoded(result.value)
        expect(asText(back.plan)).toBe(asText(normaliseForCode(plan, { parts: 'all', position: 'exact' })))
        expect(back.leftOut).toEqual(plan.marks.some(({ photo }) => photo !== null) ? ['photos'] : [])
      }),
    )
  })

  it('is what the encoder said it would be, whatever was chosen', () => {
    fc.assert(
      fc.property(anyPlan, choices, fc.integer({ min: 300, max: 2000 }), (plan, choice, room) => {
        const result = encodePlan(plan, { ...choice, room })
        if (!result.ok) return
        const { plan: kept, leftOut, codes } = result.value
        expect(decoded(result.value)).toEqual({ ...choice, plan: kept, leftOut })
        expect(Math.max(...codes.map(({ text }) => text.length))).toBeLessThanOrEqual(room)
        if (choice.parts === 'essential') expect(codes).toHaveLength(1)
      }),
    )
  })

  it('keeps all fields, since nothing of it is a default', () => {
    const plan = aPlan()
    const { photo, ...mark } = plan.marks[0] ?? expect.unreachable()
    expect(photo).not.toBeNull()
    expect(decoded(encoded(plan, { parts: 'all', position: 'exact' })).plan).toEqual({
      ...plan,
      marks: [{ ...mark, photo: null }, ...plan.marks.slice(1)],
    })
  })

  it('may hold numbers and lists as odd as the schema lets them be', () => {
    const base = aPlan()
    const [first, second] = base.household.members
    if (first === undefined || second === undefined) expect.unreachable()
    const odd: Plan = {
      ...base,
      household: {
        ...base.household,
        members: [
          { ...first, speed: 1 / 3, needs: ['medicine', 'elderly', 'medicine'] },
          { ...second, speed: 0.1 },
        ],
      },
      places: [],
      contacts: [],
      routes: [],
      timelines: [],
      createdAt: 8.64e15,
      changedAt: 0,
      hazards: ['tsunami', 'flood'],
      area: '01100',
      kit: base.kit.map((item) => ({ ...item, amount: -0, expires: '2028-02-29' })),
    }
    expect(decoded(encoded(odd, { parts: 'all', position: 'exact' })).plan).toEqual(
      normaliseForCode(odd, { parts: 'all', position: 'exact' }),
    )
  })

  it('may be so monotonous that deflate alone would look like a bomb', () => {
    const base = aPlan()
    const note = 'あ'.repeat(500)
    const [contact, place] = [
      base.contacts[0] ?? expect.unreachable(),
      base.places[1] ?? expect.unreachable(),
    ]
    const dull = aPlan({
      contacts: Array.from({ length: 20 }, (_, at) => ({ ...contact, id: `c${at}`, note })),
      places: Array.from({ length: 20 }, (_, at) => ({ ...place, id: `p${at}`, note })),
    })
    const options = { parts: 'all', position: 'exact' } as const
    expect(decoded(encoded(dull, options)).plan).toEqual(normaliseForCode(dull, options))
  })

  it('is written the same each time', () => {
    const once = encoded(aPlan(), { parts: 'all', position: 'exact' })
    expect(encoded(aPlan(), { parts: 'all', position: 'exact' })).toEqual(once)
  })

  it('that is larger than any code may be goes into a file', () => {
    const mark = aPlan().marks[0] ?? expect.unreachable()
    const note = (at: number) =>
      Array.from({ length: 500 }, (_, sign) =>
        String.fromCodePoint(0x4e00 + ((at * 7919 + sign * sign * 31) % 20_000)),
      ).join('')
    const huge = aPlan({
      marks: Array.from({ length: 300 }, (_, at) => ({ ...mark, id: `m${at}`, photo: null, note: note(at) })),
    })
    expect(parsePlan(huge)).toMatchObject({ ok: true })
    expect(encodePlan(huge, { parts: 'all', position: 'exact' })).toEqual({ ok: false, reason: 'tooLong' })
    const folding = {
      ...huge,
      marks: huge.marks.map((one) => ({ ...one, note: one.note.slice(0, 50).repeat(10) })),
    }
    expect(encodePlan(folding, { parts: 'all', position: 'exact' })).toEqual({ ok: false, reason: 'tooLong' })
    expect(encodePlan(huge, { parts: 'essential', position: 'exact' })).toMatchObject({ ok: true })
    expect(encodePlan(aPlan(), { parts: 'essential', position: 'exact', room: 40 })).toMatchObject({
      reason: 'tooLong',
    })
    expect(encodePlan(aPlan(), { parts: 'all', position: 'exact', room: 8 })).toMatchObject({
      reason: 'tooLong',
    })
  })
})

describe('where the family lives', () => {
  const at = (position: CodeOptions['position'], parts: CodeOptions['parts'] = 'all') =>
    decoded(encoded(aPlan(), { parts, position }))

  it('is told on a grid of 0.001° when it is rounded', () => {
    const { plan, leftOut } = at('rounded')
    expect(plan.places.map((place) => place.at)).toEqual([
      [135.019, 30.003],
      [135.031, 30.012],
      [135.041, 30.021],
      [135.052, 30.044],
    ])
    expect(plan.destinations.map((one) => one.at)).toEqual([
      [135.0285, 30.0124],
      [135.051, 30.044],
    ])
    expect(plan.routes).toEqual([])
    expect(leftOut).toEqual(['photos', 'routes'])
  })

  it('is not told at all when nothing is, neither are other houses; sites and marks stay', () => {
    const { plan, leftOut } = at('none')
    expect(plan.places).toEqual([])
    expect(plan.destinations.map((one) => one.at)).toEqual([[135.0285, 30.0124], null])
    expect(plan.marks).toHaveLength(3)
    expect(leftOut).toEqual(['photos', 'places', 'home', 'positions', 'routes'])
  })

  it('is not in the bytes either: another home gives the same code', () => {
    const elsewhere = aPlan()
    const moved = {
      ...elsewhere,
      places: elsewhere.places.map((place) => ({ ...place, at: [130, 33] as [number, number] })),
      routes: elsewhere.routes.map((route) => ({
        ...route,
        line: [
          [1, 2],
          [3, 4],
        ] as [number, number][],
      })),
    }
    const options = { parts: 'all', position: 'none' } as const
    expect(encoded(moved, options).codes).toEqual(encoded(elsewhere, options).codes)
  })
})

describe('the essential', () => {
  const options = { parts: 'essential', position: 'exact' } as const

  it('is household, home, destinations, contacts, timelines; it tells what it lacks', () => {
    const { plan, leftOut } = decoded(encoded(aPlan(), options))
    expect(plan.places.map(({ kind }) => kind)).toEqual(['home'])
    expect([plan.marks, plan.routes, plan.kit]).toEqual([[], [], []])
    expect([plan.destinations.length, plan.contacts.length, plan.timelines[0]?.steps.length]).toEqual([
      2, 2, 5,
    ])
    expect(leftOut).toEqual(['photos', 'places', 'marks', 'routes', 'kit'])
  })

  it('gives way in a fixed order as the room shrinks, and only as far as it must', () => {
    const rooms = Array.from({ length: 60 }, (_, at) => 480 - at * 6)
    const gone = rooms.flatMap((room) => {
      const result = encodePlan(aPlan(), { ...options, room })
      return result.ok ? [result.value] : []
    })
    const order = ['notes', 'contacts', 'steps', 'names', 'destinations'] as const
    const seen = order.map((one) => gone.findIndex(({ leftOut }) => leftOut.includes(one)))
    expect(seen.every((first, at) => first > (seen[at - 1] ?? 0))).toBe(true)
    const contacts = gone.map(({ plan }) => plan.contacts.length)
    expect(contacts).toContain(1)
    expect(gone.at(-1)?.plan.name).toBe('わが家')
  })

  it('always fits, even of a plan that is full of the longest texts', () => {
    const long = (most: number, start: number) =>
      Array.from({ length: most }, (_, at) => String.fromCodePoint(start + ((at * at * 37) % 19_000))).join(
        '',
      )
    const base = aPlan()
    const destination = base.destinations[1] ?? expect.unreachable()
    const contact = base.contacts[0] ?? expect.unreachable()
    const full = aPlan({
      name: long(60, 0x4e00),
      household: {
        car: true,
        readyMinutes: 1440,
        members: Array.from({ length: 12 }, (_, at) => ({
          id: `m${at + 1}`,
          name: long(60, 0x4e10 + at),
          kind: 'adult',
          needs: ['language', 'elderly'],
          speed: 1 / 3 + at / 7,
        })),
      },
      places: base.places.map((place) => ({
        ...place,
        members: ['m2', 'm1'],
        name: long(60, 0x4f00),
        note: long(500, 0x5000),
      })),
      destinations: Array.from({ length: 8 }, (_, at) => ({
        ...destination,
        id: `d${at}`,
        site: long(64, 0x5100 + at),
        name: long(60, 0x5200 + at),
      })),
      routes: [],
      contacts: Array.from({ length: 20 }, (_, at) => ({
        ...contact,
        id: `c${at}`,
        caller: 'm1',
        name: long(60, 0x5300 + at),
      })),
      timelines: base.timelines.map((timeline) => ({
        ...timeline,
        steps: Array.from({ length: 80 }, (_, at) => ({
          id: `s${at}`,
          trigger: 'jma3',
          what: { type: 'own', text: long(200, 0x4e00 + at) },
          who: ['m9', 'm1'],
          done: true,
        })),
      })),
    })
    expect(parsePlan(full)).toMatchObject({ ok: true })
    const { codes, plan } = encoded(full, options)
    expect(codes[0]?.text.length).toBeLessThanOrEqual(USUAL_ROOM)
    expect(plan.places[0]?.building).toEqual(base.places[0]?.building)
    fc.assert(fc.property(anyPlan, (any) => encodePlan(any, options).ok))
  })
})

describe('the link', () => {
  it('stays within 1,000 bytes at any reasonable address', () => {
    for (const address of [
      'https://example.jp/',
      'https://kashima.github.io/minna-hazard-map/',
      'https://bousai.city.kashima.saga.jp/minna-no-hazard-map/index.html',
      `https://${'あ'.repeat(20)}.jp/`,
    ]) {
      const { codes } = encoded(aPlan(), { parts: 'all', position: 'exact', room: roomFor(address) })
      for (const { text } of codes)
        expect(encodeURI(linkOfCode(address, text)).length).toBeLessThanOrEqual(LONGEST_LINK)
    }
    expect(linkOfCode('https://example.jp/', 'x').length + USUAL_ROOM).toBeLessThan(LONGEST_LINK)
  })
})
