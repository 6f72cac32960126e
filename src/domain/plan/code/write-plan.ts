import { STRUCTURES } from '#domain/stay/home.ts'
import { STEP_CODES } from '#domain/timeline/step-code.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { KIT_CODES } from '../kit-codes.ts'
import {
  DESTINATION_KINDS,
  MEMBER_KINDS,
  MEMBER_NEEDS,
  PLACE_KINDS,
  QUESTIONS,
  type Contact,
  type Destination,
  type KitItem,
  type Mark,
  type Member,
  type Plan,
  type PlanPlace,
  type PlanRoute,
  type Step,
} from '../plan.ts'
import { ByteWriter } from './byte-writer.ts'
import { LEFT_OUT, type LeftOut } from './layout.ts'
import { KIT_PLACES_IN_CODE, MARKS_IN_CODE, TRIGGERS_IN_CODE, WAYS_IN_CODE } from './lists.ts'

/**
 * The bytes of a plan in layout 1, before they are deflated, cut and summed. `docs/plan-code.md` tells each byte; `read-plan.ts`
 * is the twin. Photos and ids are not written: the ids of a plan that is read are its order.
 */
export function writePlan(plan: Plan, leftOut: readonly LeftOut[]): Uint8Array {
  const out = new ByteWriter()
  const members = plan.household.members.map(({ id }) => id)
  const goals = plan.destinations.map(({ id }) => id)
  out.set(LEFT_OUT, leftOut)
  writeHead(out, plan)
  writeAll(out, plan.household.members, writeMember)
  writeAll(out, plan.places, (to, place) => writePlace(to, place, members))
  writeAll(out, plan.destinations, writeDestination)
  writeAll(out, plan.marks, (to, mark) => writeMark(to, mark, plan.createdAt))
  writeAll(out, plan.routes, (to, route) => writeRoute(to, route, goals, plan.createdAt))
  writeAll(out, plan.contacts, (to, contact) => writeContact(to, contact, members))
  writeAll(out, plan.timelines, (to, { hazard, steps }) => {
    to.varint(to.oneOf(TIMELINE_HAZARDS, hazard))
    writeAll(to, steps, (inner, step) => writeStep(inner, step, members))
  })
  writeAll(out, plan.kit, writeKitItem)
  out.set(QUESTIONS, plan.interview.answered)
  out.set(QUESTIONS, plan.interview.skipped)
  return out.toBytes()
}

function writeAll<T>(out: ByteWriter, all: readonly T[], write: (out: ByteWriter, one: T) => void): void {
  out.varint(all.length)
  for (const one of all) write(out, one)
}

/** Bit 0 for the first flag, bit 1 for the second …; then `more` above them. */
const bits = (flags: readonly boolean[], more = 0): number =>
  flags.reduce((sum, flag, at) => sum + (flag ? 2 ** at : 0), 0) + more * 2 ** flags.length

function writeHead(out: ByteWriter, plan: Plan): void {
  const { household, hazards } = plan
  out.bytes(bytesOfId(plan.id))
  out.text(plan.name)
  out.varint(plan.area === null ? 0 : Number(plan.area) + 1)
  out.varint(plan.createdAt)
  out.signed(plan.changedAt - plan.createdAt)
  out.byte(
    bits([hazards !== null, household.readyMinutes !== null, household.car !== null, household.car === true]),
  )
  if (hazards !== null) out.set(TIMELINE_HAZARDS, hazards)
  if (household.readyMinutes !== null) out.varint(household.readyMinutes)
}

/** Sixteen of 36 signs are a number below 2^83: eleven bytes, the highest first. */
function bytesOfId(id: string): Uint8Array {
  let number = [...id].reduce((sum, sign) => sum * 36n + BigInt(Number.parseInt(sign, 36)), 0n)
  const bytes = new Uint8Array(11)
  for (let at = 10; at >= 0; at -= 1) {
    bytes[at] = Number(number & 255n)
    number >>= 8n
  }
  return bytes
}

function writeMember(out: ByteWriter, { name, kind, needs, speed }: Member): void {
  out.varint(bits([needs.length > 0, speed !== null], out.oneOf(MEMBER_KINDS, kind)))
  out.text(name)
  if (needs.length > 0) out.set(MEMBER_NEEDS, needs)
  if (speed !== null) out.number(speed)
}

function writePlace(out: ByteWriter, place: PlanPlace, ids: readonly string[]): void {
  const { building, members, note } = place
  const flags = [building !== null, members.length > 0, note !== '']
  out.varint(bits(flags, out.oneOf(PLACE_KINDS, place.kind)))
  out.text(place.name)
  out.position(place.at)
  if (building !== null) {
    const { storeys, floor, structure, stockHours } = building
    out.varint(storeys)
    out.varint(floor)
    out.varint(bits([stockHours !== null], out.oneOf(STRUCTURES, structure)))
    if (stockHours !== null) out.number(stockHours)
  }
  if (members.length > 0) out.set(ids, members)
  if (note !== '') out.text(note)
}

function writeDestination(out: ByteWriter, one: Destination): void {
  const { site, at, hazards, minutes, phone, note } = one
  out.varint(bits([site !== null, at !== null], out.oneOf(DESTINATION_KINDS, one.kind)))
  out.varint(
    bits([hazards.length > 0, minutes !== null, phone !== '', note !== ''], out.oneOf(WAYS_IN_CODE, one.by)),
  )
  out.text(one.name)
  if (site !== null) out.text(site)
  if (at !== null) out.position(at)
  if (hazards.length > 0) out.set(TIMELINE_HAZARDS, hazards)
  if (minutes !== null) out.varint(minutes)
  if (phone !== '') out.phone(phone)
  if (note !== '') out.text(note)
}

function writeMark(out: ByteWriter, mark: Mark, madeAt: number): void {
  const { shape, name, note, by } = mark
  out.varint(
    bits([shape.type === 'area', name !== '', note !== '', by !== ''], out.oneOf(MARKS_IN_CODE, mark.kind)),
  )
  if (shape.type === 'point') out.position(shape.at)
  else writeAll(out, shape.ring, (to, at) => to.position(at))
  out.signed(mark.addedAt - madeAt)
  for (const text of [name, note, by]) if (text !== '') out.text(text)
}

function writeRoute(out: ByteWriter, route: PlanRoute, goals: readonly string[], madeAt: number): void {
  const { name, destination, note, by } = route
  out.varint(bits([name !== '', note !== '', by !== '', destination !== null]))
  writeAll(out, route.line, (to, at) => to.position(at))
  out.signed(route.addedAt - madeAt)
  if (destination !== null) out.varint(out.oneOf(goals, destination))
  for (const text of [name, note, by]) if (text !== '') out.text(text)
}

function writeContact(out: ByteWriter, { name, phone, caller, note }: Contact, ids: readonly string[]): void {
  out.varint(bits([phone !== '', caller !== null, note !== '']))
  out.text(name)
  if (phone !== '') out.phone(phone)
  if (caller !== null) out.varint(out.oneOf(ids, caller))
  if (note !== '') out.text(note)
}

function writeStep(out: ByteWriter, { trigger, what, who, done }: Step, ids: readonly string[]): void {
  out.varint(what.type === 'own' ? 0 : out.oneOf(STEP_CODES, what.code) + 1)
  out.varint(bits([done, who.length > 0], out.oneOf(TRIGGERS_IN_CODE, trigger)))
  if (what.type === 'own') out.text(what.text)
  if (who.length > 0) out.set(ids, who)
}

function writeKitItem(out: ByteWriter, { what, where, amount, packed, expires }: KitItem): void {
  out.varint(what.type === 'own' ? 0 : out.oneOf(KIT_CODES, what.code) + 1)
  out.varint(bits([packed, amount !== null, expires !== null], out.oneOf(KIT_PLACES_IN_CODE, where)))
  if (what.type === 'own') out.text(what.text)
  if (amount !== null) out.number(amount)
  if (expires === null) return
  const [year = 0, month = 0, day = 0] = expires.split('-').map(Number)
  out.varint(year * 512 + month * 32 + day)
}
