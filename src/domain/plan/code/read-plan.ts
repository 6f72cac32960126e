import { ok, refuse, type Result } from '#domain/result.ts'
import { STRUCTURES } from '#domain/stay/home.ts'
import { STEP_CODES } from '#domain/timeline/step-code.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { KIT_CODES } from '../kit-codes.ts'
import { parsePlan, type PlanRefusal } from '../parse-plan.ts'
import {
  DESTINATION_KINDS,
  MEMBER_KINDS,
  MEMBER_NEEDS,
  MOST,
  PLACE_KINDS,
  QUESTIONS,
  type Plan,
} from '../plan.ts'
import { ByteReader } from './byte-reader.ts'
import { LEFT_OUT, type LeftOut } from './layout.ts'
import { KIT_PLACES_IN_CODE, MARKS_IN_CODE, TRIGGERS_IN_CODE, WAYS_IN_CODE } from './lists.ts'

/**
 * Reads the bytes that `writePlan` made, each field by hand into a plan of version 1, which `parsePlan` then brings up to
 * date and checks like any other. What is left over behind the last field makes it broken.
 */
export function readPlan(
  bytes: Uint8Array,
): Result<{ readonly plan: Plan; readonly leftOut: readonly LeftOut[] }, PlanRefusal> {
  const from = new ByteReader(bytes)
  const leftOut = from.set(LEFT_OUT)
  const document = readDocument(from)
  if (from.isBad || !from.isAtEnd) return refuse('brokenPlan', 'layout')
  const parsed = parsePlan(document)
  return parsed.ok ? ok({ plan: parsed.value, leftOut }) : parsed
}

/** Ids are the order of reading: `i1`, `i2` …, as `normaliseForCode` gives them. */
type Reading = { readonly from: ByteReader; readonly newId: () => string }

function readDocument(from: ByteReader) {
  let ids = 0
  const reading: Reading = { from, newId: () => `i${(ids += 1)}` }
  const { readyMinutes, car, ...head } = readHead(from)
  const members = readAll(from, MOST.members, () => readMember(reading))
  const who = members.map(({ id }) => id)
  const places = readAll(from, MOST.places, () => readPlace(reading, who))
  const destinations = readAll(from, MOST.destinations, () => readDestination(reading))
  const goals = destinations.map(({ id }) => id)
  return {
    ...head,
    household: { members, car, readyMinutes },
    places,
    destinations,
    marks: readAll(from, MOST.marks, () => readMark(reading, head.createdAt)),
    routes: readAll(from, MOST.routes, () => readRoute(reading, goals, head.createdAt)),
    contacts: readAll(from, MOST.contacts, () => readContact(reading, who)),
    timelines: readAll(from, TIMELINE_HAZARDS.length, () => ({
      hazard: from.entry(TIMELINE_HAZARDS, from.varint()),
      steps: readAll(from, MOST.steps, () => readStep(reading, who)),
    })),
    kit: readAll(from, MOST.kit, () => readKitItem(reading)),
    interview: { answered: from.set(QUESTIONS), skipped: from.set(QUESTIONS) },
  }
}

const readAll = <T>(from: ByteReader, most: number, read: () => T): T[] =>
  from.many(from.varint(), most, read)

/** Takes `count` flags off the low end of a number: what is above them, and each of them. */
function readBits(value: number, count: number): { readonly more: number; readonly has: readonly boolean[] } {
  const has = Array.from({ length: count }, (_, at) => Math.floor(value / 2 ** at) % 2 === 1)
  return { more: Math.floor(value / 2 ** count), has }
}

/** Flags with nothing above them. */
function readFlags(from: ByteReader, value: number, count: number): readonly boolean[] {
  const { more, has } = readBits(value, count)
  if (more > 0) from.isBad = true
  return has
}

function readHead(from: ByteReader) {
  const id = idOfBytes(from.bytes(11))
  const name = from.text()
  const area = from.varint()
  const createdAt = from.varint()
  const changedAt = createdAt + from.signed()
  const [hasHazards, hasReady, hasCar, car = false] = readFlags(from, from.byte(), 4)
  const hazards = hasHazards ? from.set(TIMELINE_HAZARDS) : null
  const readyMinutes = hasReady ? from.varint() : null
  return {
    format: 'minna-plan',
    version: 1,
    id,
    name,
    area: area === 0 ? null : String(area - 1).padStart(5, '0'),
    createdAt,
    changedAt,
    hazards,
    readyMinutes,
    car: hasCar ? car : null,
  } as const
}

const idOfBytes = (bytes: Uint8Array): string =>
  bytes
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
    .toString(36)
    .padStart(16, '0')

function readMember({ from, newId }: Reading) {
  const { more, has } = readBits(from.varint(), 2)
  return {
    id: newId(),
    kind: from.entry(MEMBER_KINDS, more),
    name: from.text(),
    needs: has[0] ? from.set(MEMBER_NEEDS) : [],
    speed: has[1] ? from.number() : null,
  }
}

function readPlace({ from, newId }: Reading, who: readonly string[]) {
  const { more, has } = readBits(from.varint(), 3)
  return {
    id: newId(),
    kind: from.entry(PLACE_KINDS, more),
    name: from.text(),
    at: from.position(),
    building: has[0] ? readBuilding(from) : null,
    members: has[1] ? from.set(who) : [],
    note: has[2] ? from.text() : '',
  }
}

function readBuilding(from: ByteReader) {
  const storeys = from.varint()
  const floor = from.varint()
  const { more, has } = readBits(from.varint(), 1)
  return {
    storeys,
    floor,
    structure: from.entry(STRUCTURES, more),
    stockHours: has[0] ? from.number() : null,
  }
}

function readDestination({ from, newId }: Reading) {
  const what = readBits(from.varint(), 2)
  const how = readBits(from.varint(), 4)
  return {
    id: newId(),
    kind: from.entry(DESTINATION_KINDS, what.more),
    by: from.entry(WAYS_IN_CODE, how.more),
    name: from.text(),
    site: what.has[0] ? from.text() : null,
    at: what.has[1] ? from.position() : null,
    hazards: how.has[0] ? from.set(TIMELINE_HAZARDS) : [],
    minutes: how.has[1] ? from.varint() : null,
    phone: how.has[2] ? from.phone() : '',
    note: how.has[3] ? from.text() : '',
  }
}

function readMark({ from, newId }: Reading, madeAt: number) {
  const { more, has } = readBits(from.varint(), 4)
  return {
    id: newId(),
    kind: from.entry(MARKS_IN_CODE, more),
    shape: has[0]
      ? { type: 'area', ring: readAll(from, MOST.corners, () => from.position()) }
      : { type: 'point', at: from.position() },
    addedAt: madeAt + from.signed(),
    name: has[1] ? from.text() : '',
    note: has[2] ? from.text() : '',
    by: has[3] ? from.text() : '',
    photo: null,
  }
}

function readRoute({ from, newId }: Reading, goals: readonly string[], madeAt: number) {
  const has = readFlags(from, from.varint(), 4)
  return {
    id: newId(),
    line: readAll(from, MOST.corners, () => from.position()),
    addedAt: madeAt + from.signed(),
    destination: has[3] ? from.entry(goals, from.varint()) : null,
    name: has[0] ? from.text() : '',
    note: has[1] ? from.text() : '',
    by: has[2] ? from.text() : '',
  }
}

function readContact({ from, newId }: Reading, who: readonly string[]) {
  const has = readFlags(from, from.varint(), 3)
  return {
    id: newId(),
    name: from.text(),
    phone: has[0] ? from.phone() : '',
    caller: has[1] ? from.entry(who, from.varint()) : null,
    note: has[2] ? from.text() : '',
  }
}

function readStep({ from, newId }: Reading, who: readonly string[]) {
  const code = from.varint()
  const { more, has } = readBits(from.varint(), 2)
  return {
    id: newId(),
    trigger: from.entry(TRIGGERS_IN_CODE, more),
    what:
      code === 0
        ? { type: 'own', text: from.text() }
        : { type: 'code', code: from.entry(STEP_CODES, code - 1) },
    who: has[1] ? from.set(who) : [],
    done: has[0],
  }
}

function readKitItem({ from, newId }: Reading) {
  const code = from.varint()
  const { more, has } = readBits(from.varint(), 3)
  return {
    id: newId(),
    where: from.entry(KIT_PLACES_IN_CODE, more),
    what:
      code === 0
        ? { type: 'own', text: from.text() }
        : { type: 'code', code: from.entry(KIT_CODES, code - 1) },
    amount: has[1] ? from.number() : null,
    packed: has[0],
    expires: has[2] ? readDay(from.varint()) : null,
  }
}

function readDay(day: number): string {
  const [year, month] = [Math.floor(day / 512), Math.floor(day / 32) % 16]
  return [
    String(year).padStart(4, '0'),
    ...[month, day % 32].map((one) => String(one).padStart(2, '0')),
  ].join('-')
}
