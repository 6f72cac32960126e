import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, anyTag, anyToken } from '#tests/support/a-drill-report.ts'
import {
  DRILL_CALLS,
  LONGEST_DOWN,
  LONGEST_UP,
  MOST_IN_PIECE,
  NOT_TAKEN,
  PHONE_STATUSES,
  plainSecret,
  readDown,
  readUp,
  writeDown,
  writeUp,
} from './relay-message.ts'
import { writeReport } from './report-code.ts'

const anyCell = fc.record({ x: fc.nat({ max: 9999 }), y: fc.nat({ max: 9999 }) })
const anyStatus = fc.constantFrom(...PHONE_STATUSES)
const anyCode = anyReport.map(writeReport)
const anyUp = fc.oneof(
  fc.record({
    kind: fc.constant('join' as const),
    room: anyToken,
    secret: fc.option(fc.stringMatching(/^[0-9A-Z]{1,64}$/)),
  }),
  fc
    .record({
      kind: fc.constant('state' as const),
      nonce: anyToken,
      status: anyStatus,
      language: anyTag,
      cell: fc.option(anyCell),
    })
    .map((state) => (state.status === 'stayed' ? { ...state, cell: null } : state)),
  fc.record({ kind: fc.constant('report' as const), code: anyCode }),
  fc.record({ kind: fc.constant('call' as const), call: fc.constantFrom(...DRILL_CALLS) }),
  fc.constant({ kind: 'ping' as const }),
)
const anyPerson = fc.record({ nonce: anyToken, status: anyStatus, language: anyTag, isHere: fc.boolean() })
const anyDown = fc.oneof(
  fc.record({
    kind: fc.constant('ack' as const),
    of: fc.constantFrom('join', 'state', 'report', 'call', 'ping'),
    why: fc.option(fc.constantFrom(...NOT_TAKEN)),
  }),
  fc.record({
    kind: fc.constant('called' as const),
    call: fc.constantFrom(...DRILL_CALLS),
    number: fc.integer({ min: 1, max: 1_000_000 }),
    ran: fc.nat(),
  }),
  fc.constant({ kind: 'board' as const }),
  fc.record({ kind: fc.constant('people' as const), people: fc.array(anyPerson, { maxLength: 100 }) }),
  fc.record({
    kind: fc.constant('cells' as const),
    cells: fc.array(
      anyCell.chain((cell) => fc.nat({ max: 2000 }).map((count) => ({ ...cell, count }))),
      { maxLength: 400 },
    ),
    elsewhere: fc.nat({ max: 2000 }),
  }),
  fc.record({ kind: fc.constant('reports' as const), codes: fc.array(anyCode, { maxLength: 24 }) }),
)
const bytes = (text: string): number => new TextEncoder().encode(text).length

describe('a message to the relay', () => {
  it('is read as it was written, and is short', () => {
    fc.assert(
      fc.property(anyUp, (message) => {
        const text = writeUp(message)
        expect(bytes(text)).toBeLessThanOrEqual(LONGEST_UP)
        expect(readUp(text)).toEqual({ ok: true, value: { v: 1, ...message } })
      }),
    )
  })

  it('is taken whole or not at all, whatever comes', () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 1_100 }),
      fc.json(),
      anyUp.chain((message) =>
        fc.json({ maxDepth: 2 }).map((json) => JSON.stringify({ v: 1, ...message, extra: json })),
      ),
      anyUp.chain((message) =>
        fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 3 })).map(([at, text]) => {
          const whole = writeUp(message)
          const cut = at % whole.length
          return whole.slice(0, cut) + text + whole.slice(cut + 1)
        }),
      ),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readUp(text)
        // Whatever is taken can be written again, and says the same then: nothing of it was let through unread.
        if (read.ok) expect(readUp(writeUp(read.value))).toEqual(read)
        else expect(['tooLong', 'notJson', 'otherVersion', 'broken']).toContain(read.reason)
      }),
      { numRuns: 2_000 },
    )
  })

  const state = { v: 1, kind: 'state', nonce: 'n0000001', status: 'onTheWay', language: 'vi', cell: null }
  it.each([
    ['nothing', '', 'notJson'],
    ['null', 'null', 'broken'],
    ['a list', '[]', 'broken'],
    ['another version', JSON.stringify({ ...state, v: 2 }), 'otherVersion'],
    ['a version that is no number', JSON.stringify({ ...state, v: '1' }), 'broken'],
    ['an unknown kind', JSON.stringify({ ...state, kind: 'board' }), 'broken'],
    ['a member too many', JSON.stringify({ ...state, name: 'Nguyen' }), 'broken'],
    ['a member of the prototype', `{"__proto__":{"v":1},"kind":"ping"}`, 'broken'],
    ['a cell that is finer', JSON.stringify({ ...state, cell: { x: 1.5, y: 2 } }), 'broken'],
    ['a position', JSON.stringify({ ...state, cell: { x: 1, y: 2, lng: 130 } }), 'broken'],
    [
      'the home of who stayed',
      JSON.stringify({ ...state, status: 'stayed', cell: { x: 1, y: 2 } }),
      'broken',
    ],
    [
      'a report that is a link',
      JSON.stringify({ v: 1, kind: 'report', code: 'https://x/#/r/abcdefgh' }),
      'broken',
    ],
    ['too long a text', JSON.stringify({ ...state, nonce: 'a'.repeat(2_000) }), 'tooLong'],
    ['a deep one', `${'['.repeat(500)}${']'.repeat(500)}`, 'broken'],
  ])('refuses %s', (_name, text, reason) => {
    expect(readUp(text)).toMatchObject({ ok: false, reason })
  })

  it('is never written when it can be none', () => {
    expect(() => writeUp({ kind: 'state', nonce: 'n1', status: 'done', language: 'vi', cell: null })).toThrow(
      /format/i,
    )
  })
})

describe('a message of the relay', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyDown, (message) => {
        expect(readDown(writeDown(message))).toEqual({ ok: true, value: { v: 1, ...message } })
      }),
    )
  })

  it('is short enough when it is as long as it gets', () => {
    const longest = [
      writeDown({
        kind: 'people',
        people: Array.from({ length: MOST_IN_PIECE.people }, () => ({
          nonce: 'a'.repeat(32),
          status: 'needsHelp' as const,
          language: 'abc-abcdefgh-abcdefgh',
          isHere: false,
        })),
      }),
      writeDown({
        kind: 'reports',
        codes: Array.from({ length: MOST_IN_PIECE.codes }, () => 'a'.repeat(600)),
      }),
      writeDown({
        kind: 'cells',
        cells: Array.from({ length: MOST_IN_PIECE.cells }, () => ({ x: 9999, y: 9999, count: 2000 })),
        elsewhere: 2000,
      }),
    ]
    for (const text of longest) expect(bytes(text)).toBeLessThanOrEqual(LONGEST_DOWN)
  })

  it('is never taken for one to it', () => {
    fc.assert(
      fc.property(anyDown, (message) => {
        expect(readUp(writeDown(message)).ok).toBe(false)
      }),
    )
  })
})

describe('the secret of the organisers', () => {
  it.each([
    ['7K2M-9QXD-R4TB', '7K2M9QXDR4TB'],
    [' 7k2m 9qxd ー r4tb ', '7K2M9QXDR4TB'],
    ['７Ｋ２Ｍ－９ｑｘｄ', '7K2M9QXD'],
    ['oOlLiI', '001111'],
    ['', null],
    ['あいうえ', null],
    ['a'.repeat(201), null],
  ])('typed as %j is %j', (typed, plain) => {
    expect(plainSecret(typed)).toBe(plain)
  })
})
