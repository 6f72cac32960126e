import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aStreet } from '#tests/support/a-graph.ts'
import {
  ONE,
  TWO,
  ROOT,
  THIEF,
  aRing,
  bytesOf,
  FEED_NOW,
  verifyReally,
} from '#tests/support/a-signed-feed.ts'
import type { Alert } from '../alerts/alert.ts'
import { CLOSURE_REASONS } from '../closures/closure.ts'
import { isWaterOrEarth } from '../closures/blocks.ts'
import { addSignature } from '../feeds/co-sign.ts'
import { ALERT_BOOK, CLOSURE_BOOK } from './books.ts'
import { checkDraft } from './check-draft.ts'
import { differenceOf } from './difference.ts'
import { alertOf, draftOfAlert, newAlert, newAlertId } from './draft-alert.ts'
import { closureOf, draftOf, newDraft, newId, usualAccess, withReason } from './draft-closure.ts'
import { conflictsOf, type ClosureEdit } from './edits.ts'
import { parseHandover, writeHandover } from './handover.ts'

const NOW = FEED_ISSUED + 3_600_000
const DAY = 86_400_000
const issue = { area: '41207', publisher: '見本市', sequence: 13, now: NOW, lifeMs: DAY }
const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: 'a-1',
  level: 4,
  hazard: 'flood',
  districts: ['北鹿島'],
  shelters: [],
  issued: NOW - 3_600_000,
  lifted: null,
  sender: '見本市',
  text: {},
  ...changes,
})

describe('a draft of a closure', () => {
  it('becomes a closure only with a place, from now on, until further notice', () => {
    const draft = newDraft('見本市')
    expect(closureOf(draft, 'a', null, NOW)).toBeNull()
    const closure = closureOf({ ...draft, shape: { kind: 'point', at: [130, 33] } }, 'a', null, NOW + 123)
    expect(closure).toMatchObject({
      status: 'active',
      reason: 'flooding',
      start: NOW,
      end: null,
      checked: NOW,
    })
  })

  it('is not open to anybody on foot by what it says nothing of, where water or earth is the reason', () => {
    for (const reason of CLOSURE_REASONS)
      if (isWaterOrEarth(aClosure({ reason, depth: null })))
        expect(usualAccess(reason).foot, reason).toBe(false)
    for (const reason of CLOSURE_REASONS) expect(Object.values(usualAccess(reason))).not.toContain(true)
  })

  it('keeps what was said by hand when the reason changes', () => {
    const draft = newDraft('見本市')
    expect(withReason(draft, 'accident').access.foot).toBeNull()
    const byHand = { ...draft, access: { ...draft.access, foot: true } }
    expect(withReason(byHand, 'accident').access.foot).toBe(true)
  })

  it('keeps of the closure that is changed what the form does not show', () => {
    const before = aClosure({
      title: { ja: '通れません', en: 'Closed' },
      detour: { ja: '国道へ' },
      direction: 'forward',
    })
    const after = closureOf({ ...draftOf(before), titleJa: '冠水しています' }, before.id, before, NOW)
    expect(after).toMatchObject({
      title: { ja: '冠水しています', en: 'Closed' },
      detour: { ja: '国道へ' },
      direction: 'forward',
      start: before.start,
    })
  })

  it('that begins later is planned', () => {
    const draft = {
      ...newDraft('見本市'),
      shape: { kind: 'point', at: [130, 33] } as const,
      start: NOW + DAY,
    }
    expect(closureOf(draft, 'a', null, NOW)?.status).toBe('planned')
  })

  it('gets a name that no other bears', () => {
    expect(newId(['2026-07-01-1', '2026-07-01-2'], '2026-07-01')).toBe('2026-07-01-3')
    expect(newAlertId(['a-20260701-1'], '2026-07-01')).toBe('a-20260701-2')
  })
})

describe('the check of a draft', () => {
  const graph = aStreet({}, {})
  const near = {
    kind: 'line',
    lines: [
      [
        [135, 30],
        [135.001, 30],
      ],
    ],
  } as const
  const given = { graph, now: NOW, metres: 100, isInArea: null }
  const check = (
    changes: Parameters<typeof aClosure>[0],
    more: Partial<Parameters<typeof checkDraft>[1]> = {},
  ) => checkDraft(aClosure({ shape: near, start: NOW, end: null, ...changes }), { ...given, ...more })

  it('finds nothing in what is usual', () => expect(check({})).toEqual([]))
  it.each([
    ['noRoadNear', check({ shape: { kind: 'point', at: [135.1, 30] } })],
    ['noGraph', check({}, { graph: null })],
    ['veryLong', check({}, { metres: 3_001 })],
    ['endInPast', check({ start: NOW - 2 * DAY, end: NOW - DAY })],
    ['endBeforeStart', check({ end: NOW - 1 })],
    ['startFarAhead', check({ start: NOW + 3 * DAY })],
    ['longTime', check({ end: NOW + 31 * DAY })],
    ['outsideArea', check({}, { isInArea: () => false })],
    ['deepButPassable', check({ depth: 0.4, access: { ...aClosure().access, foot: true } })],
    ['notConfirmed', check({ confidence: 'reported' })],
  ])('tells %s', (warning, found) => expect(found).toContain(warning))
})

describe('edits', () => {
  const base = [aClosure({ id: 'a' }), aClosure({ id: 'b' })]
  const edited = (edits: readonly ClosureEdit[], now = NOW) => CLOSURE_BOOK.edited(base, edits, now)

  it('put, lift and say that something still holds; all else stays as it is', () => {
    const put = aClosure({ id: 'c', reason: 'accident' })
    const after = edited([
      { kind: 'put', item: put, before: null },
      { kind: 'lift', id: 'a' },
      { kind: 'holds', id: 'b' },
    ])
    expect(after.map(({ id, status, checked }) => [id, status, checked])).toEqual([
      ['a', 'lifted', NOW],
      ['b', 'active', NOW],
      ['c', 'active', put.checked],
    ])
    expect(after[1]).toEqual({ ...base[1], checked: NOW })
  })

  it('leave out what was over a day ago, and nothing that may still hold', () => {
    const old = [
      aClosure({ id: 'lifted', status: 'lifted', updated: NOW - DAY - 1 }),
      aClosure({ id: 'ended', start: 0, end: NOW - DAY - 1 }),
      aClosure({ id: 'justEnded', start: 0, end: NOW - DAY + 1 }),
      aClosure({ id: 'justLifted', status: 'lifted', updated: NOW - 1 }),
      aClosure({ id: 'old', updated: 0, end: null }),
    ]
    expect(CLOSURE_BOOK.edited(old, [], NOW).map(({ id }) => id)).toEqual(['justEnded', 'justLifted', 'old'])
    const alerts = [anAlert({ id: 'a', lifted: NOW - DAY - 1, issued: 0 }), anAlert({ id: 'b' })]
    expect(ALERT_BOOK.edited(alerts, [], NOW).map(({ id }) => id)).toEqual(['b'])
  })

  it('made on a list that is older are told where somebody else was faster', () => {
    const [a, b] = base
    const edits: readonly ClosureEdit[] = [
      { kind: 'put', item: aClosure({ id: 'a', depth: 1 }), before: a ?? null },
      { kind: 'put', item: aClosure({ id: 'new' }), before: null },
      { kind: 'lift', id: 'b' },
    ]
    expect(conflictsOf(edits, base)).toEqual([])
    expect(conflictsOf(edits, [aClosure({ id: 'a', depth: 2 })])).toEqual([
      { id: 'a', why: 'changedByOther' },
      { id: 'b', why: 'gone' },
    ])
    expect(b?.id).toBe('b')
  })

  it('can bring back a whole list as it was', () => {
    expect(
      edited([
        { kind: 'lift', id: 'a' },
        { kind: 'restore', items: [base[0] as (typeof base)[0]] },
      ]),
    ).toEqual([base[0]])
  })
})

describe('the next issue', () => {
  it('is what every phone reads, byte for byte', () => {
    const feed = CLOSURE_BOOK.next(issue, aFeed().closures, aFeed())
    const written = CLOSURE_BOOK.write(feed)
    if (!written.ok) throw new Error(written.reason)
    expect(CLOSURE_BOOK.kind.parse(written.value)).toEqual({ ok: true, value: feed })
    expect(feed).toMatchObject({ sequence: 13, issued: NOW, expires: NOW + DAY, licence: aFeed().licence })
  })

  it('of orders holds for any orders, and none is later than its file', () => {
    const time = fc.integer({ min: NOW - 10 * DAY, max: NOW + DAY })
    const any = fc.record({
      id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      level: fc.constantFrom(3, 4, 5),
      hazard: fc.constantFrom('flood', 'tsunami'),
      districts: fc.uniqueArray(fc.constantFrom('北', '南', '東'), { maxLength: 3 }),
      shelters: fc.uniqueArray(fc.constantFrom('s-1', 's-2'), { maxLength: 2 }),
      issued: time,
      lifted: fc.constant(null),
      sender: fc.constant('見本市'),
      text: fc.constantFrom({}, { ja: '避難' }, { ja: '避難', en: 'Leave' }),
    }) as fc.Arbitrary<Alert>
    fc.assert(
      fc.property(
        fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 5 }),
        fc.boolean(),
        (alerts, isLifted) => {
          const items = ALERT_BOOK.edited(
            alerts,
            isLifted ? alerts.map(({ id }) => ({ kind: 'lift', id }) as const) : [],
            NOW,
          )
          const written = ALERT_BOOK.write(ALERT_BOOK.next(issue, items, null))
          if (!written.ok) throw new Error(`${written.reason} ${written.detail ?? ''}`)
          const back = ALERT_BOOK.kind.parse(written.value)
          if (!back.ok) throw new Error(back.reason)
          expect(back.value.alerts.map(({ id, level }) => [id, level])).toEqual(
            items
              .map(({ id, level }) => [id, level])
              .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
          )
          expect(back.value.alerts.every((one) => one.issued <= back.value.issued)).toBe(true)
          expect(back.value.alerts.every(({ lifted }) => (lifted !== null) === isLifted)).toBe(true)
        },
      ),
    )
  })

  it('opens nothing with one signature: what it takes back is known before it is signed', () => {
    const before = aFeed()
    const lifted = CLOSURE_BOOK.next(
      issue,
      CLOSURE_BOOK.edited(before.closures, [{ kind: 'lift', id: '2026-0012' }], NOW),
      before,
    )
    expect(CLOSURE_BOOK.kind.takesBack(before, lifted)).toEqual(['2026-0012'])
    const held = CLOSURE_BOOK.next(
      issue,
      CLOSURE_BOOK.edited(before.closures, [{ kind: 'holds', id: '2026-0012' }], NOW),
      before,
    )
    expect(CLOSURE_BOOK.kind.takesBack(before, held)).toEqual([])
  })
})

describe('the difference of two lists', () => {
  it('tells each change once, in what order the members stand or not', () => {
    const [a, b] = [aClosure({ id: 'a' }), aClosure({ id: 'b' })]
    const turned = Object.fromEntries(Object.entries(b).toReversed()) as typeof b
    const changes = differenceOf(
      [a, b, aClosure({ id: 'c' }), aClosure({ id: 'd' }), aClosure({ id: 'e' })],
      [
        { ...a, depth: 2 },
        turned,
        aClosure({ id: 'c', status: 'lifted' }),
        aClosure({ id: 'd', checked: NOW }),
        aClosure({ id: 'f' }),
      ],
      CLOSURE_BOOK.isOver,
    )
    expect(
      changes.map((change) => [change.kind, (change.kind === 'gone' ? change.before : change.after).id]),
    ).toEqual([
      ['changed', 'a'],
      ['lifted', 'c'],
      ['checked', 'd'],
      ['added', 'f'],
      ['gone', 'e'],
    ])
  })
})

describe('a draft of an order', () => {
  it('is for nobody until it says for whom, and never for a whole city by a forgotten tick', () => {
    const draft = newAlert('見本市')
    expect(alertOf(draft, 'a', null, NOW)).toBeNull()
    expect(alertOf({ ...draft, districts: ['北'] }, 'a', null, NOW)?.districts).toEqual(['北'])
    expect(alertOf({ ...draft, wholeCity: true, districts: ['北'] }, 'a', null, NOW)?.districts).toEqual([])
    expect(alertOf({ ...draft, wholeCity: true, sender: ' ' }, 'a', null, NOW)).toBeNull()
  })

  it('keeps what it was when nothing is changed, but for its time', () => {
    const before = anAlert({ text: { ja: '逃げて', en: 'Go' }, shelters: ['s-1'] })
    expect(alertOf(draftOfAlert(before), before.id, before, NOW)).toEqual({ ...before, issued: NOW })
    expect(draftOfAlert(anAlert({ districts: [] })).wholeCity).toBe(true)
  })
})

describe('a file that is handed to the second officer', () => {
  const bytes = bytesOf({ a: '逃げ' })
  const signatures = [{ kid: ONE.kid, sig: ONE.sign(bytes) }]

  it('comes back byte for byte', () => {
    const text = new TextEncoder().encode(writeHandover({ feed: 'closures', bytes, signatures }))
    expect(parseHandover(text)).toEqual({
      ok: true,
      value: { feed: 'closures', bytes: new Uint8Array(bytes), signatures },
    })
  })

  it('is not read out of anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        expect(parseHandover(some).ok).toBe(false)
      }),
    )
  })

  it('gets a second signature only where the first one fits, and of another person', async () => {
    const given = { ring: aRing(), verify: verifyReally, now: FEED_NOW }
    const second = { kid: TWO.kid, sig: TWO.sign(bytes) }
    expect(await addSignature({ bytes, signatures }, second, given)).toMatchObject({
      ok: true,
      value: [{ kid: 'city-one' }, { kid: 'city-two' }],
    })
    const again = { kid: ONE.kid, sig: ONE.sign(bytes) }
    expect(await addSignature({ bytes, signatures }, again, given)).toMatchObject({ reason: 'alreadySigned' })
    const forged = [{ kid: THIEF.kid, sig: THIEF.sign(bytes) }]
    expect(await addSignature({ bytes, signatures: forged }, second, given)).toMatchObject({
      reason: 'doesNotFit',
      detail: 'city-one',
    })
    const unknown = [{ kid: 'nobody', sig: ONE.sign(bytes) }]
    expect(await addSignature({ bytes, signatures: unknown }, second, given)).toMatchObject({
      reason: 'doesNotFit',
    })
    const root = [{ kid: ROOT.kid, sig: ROOT.sign(bytes) }]
    expect((await addSignature({ bytes, signatures: root }, second, given)).ok).toBe(true)
  })
})
