import { crc32 } from '../crc32.ts'
import { bytesIn, fromBase64Url, toBase64Url } from '../plan/code/base64url.ts'
import { ByteReader } from '../plan/code/byte-reader.ts'
import { ByteWriter } from '../plan/code/byte-writer.ts'
import { joinBytes } from '../plan/code/deflate.ts'
import { isCleanText } from '../plan/text.ts'
import { ok, refuse, type Result } from '../result.ts'
import { readScenarioBody, writeScenarioBody } from './scenario-code.ts'
import type { DrillInvitation, Scenario } from './scenario.ts'
import { SCENARIOS_IN_CODE, shippedScenario } from './scenarios.ts'
import { normalScenario } from './write-scenario.ts'

/** The version of the layout below. A newer app may make another; version 1 is read for ever, since it stands on posters. */
const INVITATION_VERSION = 1
/** What stands before an invitation in a link. A plan's is `#/p/`, a report's `#/r/`: none is ever taken for another. */
const HASH = '#/d/'
/** A whole link stays within this many characters: a QR code of version 25 or less, and any messenger sends it unbroken. */
const LONGEST_LINK = 1_000
/** Characters for an invitation where the address is not told: it may have 96 characters then. */
const USUAL_ROOM = LONGEST_LINK - 100
const SUM_BYTES = 4
/** UTF-16 units of what an organiser calls a group. */
export const MOST_GROUP = 40

const IN_HASH = new RegExp(`^${HASH}([A-Za-z0-9_-]{8,${LONGEST_LINK}})$`)
const LAST_TIME = 8.64e15

/**
 * Why an invitation is refused. `notOurs` it is something else · `damaged` a sign is missing or wrong · `newerVersion` a newer app
 * made it, or it calls for a scenario that only a newer app has · `brokenInvitation` it is whole, and what it holds cannot be.
 */
export type InvitationRefusal = 'notOurs' | 'damaged' | 'newerVersion' | 'brokenInvitation'

/** Bits of the second byte. */
const HOLDS = { scenario: 1, begins: 2, group: 4, known: 7 } as const

/**
 * An invitation as a text for a link or a QR code: version, what it holds, area, scenario (its number, or the whole of it),
 * beginning, group, CRC-32; in the alphabet of links. The same invitation gives the same text.
 * Throws for what is no invitation: an area that is none, a name that is not clean, a scenario of another area or unknown.
 * @returns `tooLong` when it does not fit into `room` characters: then only its file carries the scenario
 */
export function writeInvitation(
  invitation: DrillInvitation,
  room: number = USUAL_ROOM,
): Result<string, 'tooLong'> {
  const { area, scenario, begins, group } = invitation
  if (!isInvitation(invitation)) throw new TypeError('no invitation')
  const out = new ByteWriter()
  const isWhole = typeof scenario !== 'string'
  out.byte(INVITATION_VERSION)
  out.byte(
    (isWhole ? HOLDS.scenario : 0) +
      (begins === null ? 0 : HOLDS.begins) +
      (group === null ? 0 : HOLDS.group),
  )
  out.varint(Number(area))
  if (isWhole) writeScenarioBody(out, normalScenario(scenario))
  else out.varint(out.oneOf<string>(SCENARIOS_IN_CODE, scenario))
  if (begins !== null) out.varint(begins)
  if (group !== null) out.text(group)
  const bytes = out.toBytes()
  if (bytes.length + SUM_BYTES > bytesIn(room)) return refuse('tooLong', String(bytes.length))
  return ok(toBase64Url(joinBytes([bytes, bytesOfSum(bytes)])))
}

/** Reads the text of an invitation, or a link or the fragment of one that holds it. Refuses it whole, never half. */
export function readInvitation(text: string): Result<DrillInvitation, InvitationRefusal> {
  const code = codeIn(text)
  const bytes = code === null ? null : fromBase64Url(code)
  if (bytes === null || bytes.length <= SUM_BYTES + 2) return refuse('notOurs')
  const end = bytes.length - SUM_BYTES
  const sum = bytesOfSum(bytes.subarray(0, end))
  if (sum.some((byte, at) => byte !== bytes[end + at])) return refuse('damaged')
  const version = bytes[0] ?? 0
  if (version > INVITATION_VERSION) return refuse('newerVersion', `version ${version}`)
  return version === 0 ? refuse('notOurs') : readBody(new ByteReader(bytes.subarray(1, end)))
}

function readBody(from: ByteReader): Result<DrillInvitation, InvitationRefusal> {
  const holds = from.byte()
  const has = (bit: number): boolean => (holds & bit) !== 0
  const area = String(from.varint()).padStart(5, '0')
  const number = has(HOLDS.scenario) ? null : from.varint()
  if (number !== null && !from.isBad && number >= SCENARIOS_IN_CODE.length)
    return refuse('newerVersion', `scenario ${number}`)
  const scenario = number === null ? readScenarioBody(from, area) : (SCENARIOS_IN_CODE[number] ?? null)
  const begins = has(HOLDS.begins) ? from.varint() : null
  const group = has(HOLDS.group) ? from.text() : null
  if (holds > HOLDS.known || scenario === null || from.isBad || !from.isAtEnd)
    return refuse('brokenInvitation')
  const invitation: DrillInvitation = { area, scenario, begins, group }
  return isInvitation(invitation) ? ok(invitation) : refuse('brokenInvitation')
}

/** True for what can be an invitation, the scenario itself aside. */
function isInvitation({ area, scenario, begins, group }: DrillInvitation): boolean {
  const isScenario =
    typeof scenario === 'string'
      ? shippedScenario(scenario) !== null
      : scenario.area === null || scenario.area === area
  const isTime = begins === null || (Number.isInteger(begins) && begins >= 0 && begins <= LAST_TIME)
  const isGroup = group === null || (group.length >= 1 && group.length <= MOST_GROUP && isCleanText(group))
  return /^\d{5}$/.test(area) && isScenario && isTime && isGroup
}

/** The scenario that an invitation calls for; null = this app has none of that id. */
export const scenarioOf = ({ scenario }: Pick<DrillInvitation, 'scenario'>): Scenario | null =>
  typeof scenario === 'string' ? shippedScenario(scenario) : scenario

/** The link that opens the app at `address` (without `#`) with an invitation. */
export const linkOfInvitation = (address: string, text: string): string => `${address}${HASH}${text}`

/** Characters that are left for an invitation in a link to the app at `address`. */
export const roomForInvitation = (address: string): number =>
  Math.max(0, LONGEST_LINK - encodeURI(address).length - HASH.length)

/** Whose address stands before it does not matter, since it is never opened. */
function codeIn(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_LINK) return null
  if (/^[A-Za-z0-9_-]+$/.test(trimmed)) return trimmed
  const at = trimmed.indexOf(HASH)
  if (at < 0 || (at > 0 && !/^https?:\/\/[^\s#]+$/.test(trimmed.slice(0, at)))) return null
  return IN_HASH.exec(trimmed.slice(at))?.[1] ?? null
}

/** The CRC-32, the highest byte first. */
function bytesOfSum(bytes: Uint8Array): Uint8Array {
  const sum = new Uint8Array(SUM_BYTES)
  new DataView(sum.buffer).setUint32(0, crc32(bytes))
  return sum
}
