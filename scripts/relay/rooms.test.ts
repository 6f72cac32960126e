import { expect, it } from 'vitest'
import { readDown, type DownMessage, type RelayEnd } from '#domain/drills/relay-message.ts'
import { writeReport } from '#domain/drills/report-code.ts'
import { aReport } from '#tests/support/a-drill-report.ts'
import { aState, DRILL, SECRET } from '#tests/support/a-relay.ts'
import { LIMITS, type RelayLimits } from './limits.ts'
import type { Peer } from './peer.ts'
import { createRooms } from './rooms.ts'

const HOUR = 3_600_000

/** Rooms whose clock a test moves. */
function someRooms(change: Partial<RelayLimits> = {}) {
  let now = 0
  let later: { readonly act: () => void; readonly at: number }[] = []
  const time = {
    now: () => now,
    later: (act: () => void, ms: number) => void later.push({ act, at: now + ms }),
  }
  const pass = (ms: number): void => {
    now += ms
    const due = later.filter(({ at }) => at <= now)
    later = later.filter(({ at }) => at > now)
    for (const { act } of due) act()
  }
  return { rooms: createRooms(SECRET, time, { ...LIMITS, ...change }), pass }
}

function aPeer() {
  const heard: DownMessage[] = []
  const ends: RelayEnd[] = []
  const peer: Peer & { waiting: number } = {
    waiting: 0,
    send(text) {
      const read = readDown(text)
      if (!read.ok) throw new Error(text)
      heard.push(read.value)
    },
    end: (why) => void ends.push(why),
    backlog: () => peer.waiting,
  }
  return { peer, heard, ends }
}

function joined<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('was let in nowhere')
  return result.value
}

const CLAIM = { secret: '7k2m 9qxd r4tb', address: '10.0.0.1' }

it('lets a room go two hours after the last connection, and not before', () => {
  const { rooms, pass } = someRooms()
  const phone = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  pass(5 * HOUR)
  rooms.tidy()
  expect(rooms.count()).toBe(1)
  phone.leave()
  pass(2 * HOUR - 1)
  rooms.tidy()
  expect(rooms.count()).toBe(1)
  pass(1)
  rooms.tidy()
  expect(rooms.count()).toBe(0)
})

it('keeps what was said for an organiser who comes after everybody has left', () => {
  const { rooms, pass } = someRooms()
  const phone = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  phone.tell(aState({ status: 'arrived' }))
  phone.handIn(writeReport(aReport()))
  phone.leave()
  pass(HOUR)
  const { peer, heard } = aPeer()
  joined(rooms.joinAsOrganiser(DRILL, peer, CLAIM))
  expect(heard).toEqual([
    { v: 1, kind: 'board' },
    {
      v: 1,
      kind: 'people',
      people: [{ nonce: 'n0000001', status: 'arrived', language: 'vi', isHere: false }],
    },
    { v: 1, kind: 'reports', codes: [writeReport(aReport())] },
    { v: 1, kind: 'cells', cells: [], elsewhere: 0 },
  ])
})

it('tells a board of a cell only when five are in it, and never of whom', () => {
  const { rooms, pass } = someRooms()
  const { peer, heard } = aPeer()
  joined(rooms.joinAsOrganiser(DRILL, peer, CLAIM))
  for (let at = 0; at < 5; at += 1) {
    const last = heard.findLast((one) => one.kind === 'cells')
    expect(last).toMatchObject({ cells: [], elsewhere: at })
    joined(rooms.joinAsPhone(DRILL, aPeer().peer)).tell(aState({ nonce: `n000${at}`, cell: { x: 3, y: 4 } }))
    pass(100)
  }
  expect(heard.findLast((one) => one.kind === 'cells')).toMatchObject({
    cells: [{ x: 3, y: 4, count: 5 }],
    elsewhere: 0,
  })
  expect(JSON.stringify(heard.filter(({ kind }) => kind === 'people'))).not.toContain('"x"')
})

it('gathers what comes together into one message', () => {
  const { rooms, pass } = someRooms()
  const { peer, heard } = aPeer()
  joined(rooms.joinAsOrganiser(DRILL, peer, CLAIM))
  pass(100)
  heard.length = 0
  const phones = Array.from({ length: 50 }, () => joined(rooms.joinAsPhone(DRILL, aPeer().peer)))
  phones.forEach((phone, at) => phone.tell(aState({ nonce: `n000${at}` })))
  pass(100)
  const told = heard.flatMap((one) => (one.kind === 'people' ? [one.people.length] : []))
  expect(told).toEqual([1, 49])
})

it('says nothing new when a phone says the same again', () => {
  const { rooms, pass } = someRooms()
  const { peer, heard } = aPeer()
  joined(rooms.joinAsOrganiser(DRILL, peer, CLAIM))
  const phone = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  phone.tell(aState())
  pass(100)
  const before = heard.length
  phone.tell(aState())
  pass(100)
  expect(heard).toHaveLength(before)
})

it('waits for a board that does not read, and then tells it how things stand, not all that was', () => {
  const { rooms, pass } = someRooms()
  const { peer, heard } = aPeer()
  joined(rooms.joinAsOrganiser(DRILL, peer, CLAIM))
  const phone = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  pass(100)
  heard.length = 0
  peer.waiting = LIMITS.boardBacklog + 1
  for (const status of ['onTheWay', 'needsHelp', 'arrived'] as const) {
    phone.tell(aState({ status }))
    pass(100)
  }
  expect(heard).toEqual([])
  peer.waiting = 0
  pass(100)
  expect(heard.flatMap((one) => (one.kind === 'people' ? one.people : []))).toEqual([
    { nonce: 'n0000001', status: 'arrived', language: 'vi', isHere: true },
  ])
})

it('makes room in a full drill by forgetting who left long ago without a report', () => {
  const { rooms, pass } = someRooms({ people: 2 })
  const first = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  const second = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  const third = joined(rooms.joinAsPhone(DRILL, aPeer().peer))
  first.tell(aState({ nonce: 'first' }))
  second.tell(aState({ nonce: 'second' }))
  expect(third.tell(aState({ nonce: 'third' }))).toBe('full')
  second.handIn(writeReport(aReport({ nonce: 'second' })))
  second.leave()
  expect(third.tell(aState({ nonce: 'third' }))).toBe('full')
  pass(1)
  first.leave()
  expect(third.tell(aState({ nonce: 'third' }))).toBeNull()
})

it("does not let strangers' rooms take the place of a drill", () => {
  const { rooms } = someRooms({ rooms: 4, unclaimedRooms: 2 })
  joined(rooms.joinAsPhone('room1', aPeer().peer))
  joined(rooms.joinAsPhone('room2', aPeer().peer))
  expect(rooms.joinAsPhone('room3', aPeer().peer)).toEqual({ ok: false, reason: 'noRoom' })
  joined(rooms.joinAsOrganiser('room3', aPeer().peer, CLAIM))
  joined(rooms.joinAsPhone('room3', aPeer().peer))
  // An organiser takes over a room that phones opened: then there is place for another one.
  joined(rooms.joinAsOrganiser('room1', aPeer().peer, CLAIM))
  joined(rooms.joinAsPhone('room4', aPeer().peer))
  expect(rooms.joinAsOrganiser('room5', aPeer().peer, CLAIM)).toEqual({ ok: false, reason: 'noRoom' })
})

it('bears few wrong secrets of one address, and lets another one in', () => {
  const { rooms, pass } = someRooms()
  const guess = (address: string) => rooms.joinAsOrganiser(DRILL, aPeer().peer, { secret: 'WRONG', address })
  const reasons = Array.from({ length: 7 }, () => guess('10.0.0.9')).map((one) => !one.ok && one.reason)
  expect(reasons).toEqual([...Array<string>(5).fill('wrongSecret'), 'tooMany', 'tooMany'])
  expect(guess('10.0.0.8')).toMatchObject({ reason: 'wrongSecret' })
  pass(12_000)
  expect(guess('10.0.0.9')).toMatchObject({ reason: 'wrongSecret' })
  expect(rooms.count()).toBe(0)
})

it('takes no more organisers than a room has places for', () => {
  const { rooms } = someRooms({ organisers: 1 })
  const one = joined(rooms.joinAsOrganiser(DRILL, aPeer().peer, CLAIM))
  expect(rooms.joinAsOrganiser(DRILL, aPeer().peer, CLAIM)).toEqual({ ok: false, reason: 'noRoom' })
  one.leave()
  joined(rooms.joinAsOrganiser(DRILL, aPeer().peer, CLAIM))
})
