import * as v from 'valibot'
import { ok, refuse, type Result } from '../result.ts'
import { MOST_CELLS } from './cell.ts'
import { Tag, Token } from './report-parts.ts'

/*
 * What phones and the organiser's board say to each other over the relay: one JSON object in one text message each. Everything
 * that comes from somebody else's device is bounded here, before anybody looks at it.
 */

/** Both sides come from one build; only a phone that kept an older app meets another version. */
export const RELAY_VERSION = 1

/** Bytes of the longest message to the relay; all that it takes is ASCII. */
export const LONGEST_UP = 1_024
/** Bytes of the longest message of the relay: the organiser's board comes in pieces. */
export const LONGEST_DOWN = 16_384

/** Rows of one piece, so that the longest of each stay below `LONGEST_DOWN`. */
export const MOST_IN_PIECE = { people: 100, codes: 24, cells: 400 } as const

/** Where somebody is with the drill now. `needsHelp` stands until they say something else. */
export const PHONE_STATUSES = ['onTheWay', 'arrived', 'caught', 'stayed', 'needsHelp', 'done'] as const
export type PhoneStatus = (typeof PHONE_STATUSES)[number]

/** What an organiser calls to all phones; `begin` after a `pause` goes on. */
export const DRILL_CALLS = ['begin', 'pause', 'end'] as const
export type DrillCall = (typeof DRILL_CALLS)[number]

/**
 * Why the relay did not take something. `otherDrill` the report is of another drill · `otherRun` this phone speaks for another run
 * already · `twice` another report of this run was handed in before · `notAReport` · `full` · `notNow` nothing runs that could be
 * paused or ended.
 */
export const NOT_TAKEN = ['otherDrill', 'otherRun', 'twice', 'notAReport', 'full', 'notNow'] as const
export type NotTaken = (typeof NOT_TAKEN)[number]

/**
 * Codes with which the relay ends a connection (4000–4999 are free for applications, RFC 6455 §7.4.2). `noRoom` and `tooMany` pass;
 * the others stay as they are when the same is tried again.
 */
export const RELAY_ENDS = {
  broken: 4400,
  wrongSecret: 4403,
  noJoin: 4408,
  replaced: 4409,
  idle: 4410,
  otherVersion: 4426,
  tooMany: 4429,
  noRoom: 4503,
} as const
export type RelayEnd = keyof typeof RELAY_ENDS

const Whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const Version = v.literal(RELAY_VERSION)
const Side = Whole(0, MOST_CELLS)
const Cell = v.strictObject({ x: Side, y: Side })
/** A report in its own code, not as a link; what it holds is read by `readReport`. */
const Code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,600}$/))
const Nonce = Token
const Status = v.picklist(PHONE_STATUSES)
const Call = v.picklist(DRILL_CALLS)
const Count = Whole(0, 100_000)

const SECRET = /^[0-9A-Z!-/:-@[-`{-~]{1,64}$/
/** As `plainSecret` has it: short, since no longer text is compared. */
const Secret = v.pipe(v.string(), v.regex(SECRET))

const Join = v.strictObject({
  v: Version,
  kind: v.literal('join'),
  room: Token,
  /** null = a phone; else the secret of the organisers. */
  secret: v.nullable(Secret),
})

const State = v.pipe(
  v.strictObject({
    v: Version,
    kind: v.literal('state'),
    nonce: Nonce,
    status: Status,
    language: Tag,
    /** A cell of 250 m of the area's grid; null = not told. */
    cell: v.nullable(Cell),
  }),
  // Who stayed is at home, and where somebody lives is told to nobody.
  v.check(({ status, cell }) => status !== 'stayed' || cell === null),
)

const Up = v.variant('kind', [
  Join,
  State,
  v.strictObject({ v: Version, kind: v.literal('report'), code: Code }),
  v.strictObject({ v: Version, kind: v.literal('call'), call: Call }),
  /** Asks for an `ack` only: a connection that died in silence is noticed. */
  v.strictObject({ v: Version, kind: v.literal('ping') }),
])

const LivePerson = v.strictObject({
  nonce: Nonce,
  status: Status,
  language: Tag,
  /** False = the phone is not connected now; what it said last stands. */
  isHere: v.boolean(),
})

const LiveCell = v.strictObject({ x: Side, y: Side, count: Count })

const Down = v.variant('kind', [
  v.strictObject({
    v: Version,
    kind: v.literal('ack'),
    of: v.picklist(['join', 'state', 'report', 'call', 'ping']),
    why: v.nullable(v.picklist(NOT_TAKEN)),
  }),
  v.strictObject({
    v: Version,
    kind: v.literal('called'),
    call: Call,
    /** Grows with each call of the room. */
    number: Whole(1, 1_000_000),
    /** Milliseconds that the drill has been running, without its pauses, at the moment of this message. */
    ran: Whole(0, 8.64e15),
  }),
  /** All that follows is everything: forget what you had. */
  v.strictObject({ v: Version, kind: v.literal('board') }),
  v.strictObject({
    v: Version,
    kind: v.literal('people'),
    people: v.pipe(v.array(LivePerson), v.maxLength(MOST_IN_PIECE.people)),
  }),
  v.strictObject({
    v: Version,
    kind: v.literal('cells'),
    /** Cells with enough people in them; all of them, each time. */
    cells: v.pipe(v.array(LiveCell), v.maxLength(MOST_IN_PIECE.cells)),
    elsewhere: Count,
  }),
  v.strictObject({
    v: Version,
    kind: v.literal('reports'),
    codes: v.pipe(v.array(Code), v.maxLength(MOST_IN_PIECE.codes)),
  }),
])

type Plain<T> = T extends readonly (infer One)[]
  ? readonly Plain<One>[]
  : T extends object
    ? { readonly [key in keyof T]: Plain<T[key]> }
    : T

/** What a phone or an organiser's board says to the relay. */
export type UpMessage = Plain<v.InferOutput<typeof Up>>
/** What the relay says. */
export type DownMessage = Plain<v.InferOutput<typeof Down>>
export type LivePerson = Plain<v.InferOutput<typeof LivePerson>>
/** What a phone tells of itself. */
export type PhoneState = Omit<Extract<UpMessage, { kind: 'state' }>, 'v' | 'kind'>
/** What changes an organiser's board. */
export type BoardNews = Extract<DownMessage, { kind: 'board' | 'people' | 'cells' | 'reports' }>
/** The last call, and how long the drill has been running. */
export type Called = Omit<Extract<DownMessage, { kind: 'called' }>, 'v' | 'kind'>

/** Why a text is no message. `otherVersion` it says to be of another version. */
export type MessageRefusal = 'tooLong' | 'notJson' | 'otherVersion' | 'broken'

/** Reads what came from a phone or an organiser: whole or not at all. Never throws. */
export const readUp = (text: string): Result<UpMessage, MessageRefusal> => read(text, LONGEST_UP, Up)

/** Reads what came from the relay: whole or not at all. Never throws. */
export const readDown = (text: string): Result<DownMessage, MessageRefusal> => read(text, LONGEST_DOWN, Down)

/** The text of a message to the relay. Throws for what is none. */
export const writeUp = (message: WithoutVersion<UpMessage>): string => write(Up, message, LONGEST_UP)

/** The text of a message of the relay. Throws for what is none. */
export const writeDown = (message: WithoutVersion<DownMessage>): string => write(Down, message, LONGEST_DOWN)

/**
 * The secret of the organisers as it is compared: in capitals or not, in full width, with gaps or hyphens, with O for 0 and I or L
 * for 1. null = it can be none.
 */
export function plainSecret(typed: string): string | null {
  if (typed.length > 200) return null
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}ー−]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return SECRET.test(plain) ? plain : null
}

type WithoutVersion<T> = T extends unknown ? Omit<T, 'v'> : never

function read<T>(
  text: string,
  longest: number,
  schema: v.GenericSchema<unknown, T>,
): Result<T, MessageRefusal> {
  if (text.length > longest) return refuse('tooLong')
  const json = parseJson(text)
  if (!json.ok) return json
  const parsed = v.safeParse(schema, json.value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  return refuse(isOtherVersion(json.value) ? 'otherVersion' : 'broken')
}

function parseJson(text: string): Result<unknown, 'notJson'> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return refuse('notJson')
  }
}

const isOtherVersion = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'v' in value &&
  Number.isInteger(value.v) &&
  value.v !== RELAY_VERSION

function write<T>(schema: v.GenericSchema<unknown, T>, message: object, longest: number): string {
  const text = JSON.stringify(v.parse(schema, { v: RELAY_VERSION, ...message }))
  if (text.length > longest) throw new RangeError(`a message of ${text.length} characters`)
  return text
}
