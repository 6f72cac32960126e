import { readReport } from '#domain/drills/report-code.ts'
import type { NotTaken, PhoneState } from '#domain/drills/relay-message.ts'
import type { Peer } from './peer.ts'

/** Somebody in a room: what their phone said last, and the report that it handed in. */
export type Person = {
  readonly nonce: string
  state: PhoneState | null
  code: string | null
  isHere: boolean
  goneAt: number
}

export type PhoneInRoom = {
  tell(state: PhoneState): NotTaken | null
  handIn(code: string): NotTaken | null
  leave(): void
}

export type People = {
  /** By nonce. */
  readonly all: ReadonlyMap<string, Person>
  add(peer: Peer): PhoneInRoom
}

export type PeopleOptions = {
  /** Token of the drill. */
  readonly drill: string
  readonly most: number
  readonly now: () => number
  /** Something of this person is new. */
  readonly changed: (nonce: string) => void
}

type Phone = { readonly peer: Peer; nonce: string | null }

/** Who takes part in one drill. A connection speaks for one run, and the newest one that does so is believed. */
export function createPeople({ drill, most, now, changed }: PeopleOptions): People {
  const people = new Map<string, Person>()
  const speakers = new Map<string, Phone>()

  const refusalFor = (phone: Phone, nonce: string): NotTaken | null => {
    if (phone.nonce !== null && phone.nonce !== nonce) return 'otherRun'
    return people.has(nonce) || people.size < most || forgetSomebody(people) ? null : 'full'
  }
  /** The connection before is mostly a dead one of the same phone. */
  const speakFor = (phone: Phone, nonce: string): { readonly person: Person; readonly isBack: boolean } => {
    const before = speakers.get(nonce)
    if (before !== undefined && before !== phone) before.peer.end('replaced')
    phone.nonce = nonce
    speakers.set(nonce, phone)
    const person = people.get(nonce) ?? { nonce, state: null, code: null, isHere: false, goneAt: 0 }
    people.set(nonce, person)
    const isBack = !person.isHere
    person.isHere = true
    return { person, isBack }
  }
  const tell = (phone: Phone, state: PhoneState): NotTaken | null => {
    const refused = refusalFor(phone, state.nonce)
    if (refused !== null) return refused
    const { person, isBack } = speakFor(phone, state.nonce)
    const isNews = isBack || !isSame(person.state, state)
    person.state = state
    if (isNews) changed(state.nonce)
    return null
  }
  /** The first report of a run stands, as on every board. */
  const handIn = (phone: Phone, code: string): NotTaken | null => {
    const read = readReport(code)
    if (!read.ok) return 'notAReport'
    if (read.value.drill !== drill) return 'otherDrill'
    const { nonce } = read.value
    const refused = refusalFor(phone, nonce)
    if (refused !== null) return refused
    const { person, isBack } = speakFor(phone, nonce)
    const isNews = isBack || person.code === null
    person.code ??= code
    if (isNews) changed(nonce)
    return person.code === code ? null : 'twice'
  }
  const leave = (phone: Phone): void => {
    const person = phone.nonce === null ? undefined : people.get(phone.nonce)
    if (person === undefined || speakers.get(person.nonce) !== phone) return
    speakers.delete(person.nonce)
    person.isHere = false
    person.goneAt = now()
    changed(person.nonce)
  }

  return {
    all: people,
    add(peer) {
      const phone: Phone = { peer, nonce: null }
      return {
        tell: (state) => tell(phone, state),
        handIn: (code) => handIn(phone, code),
        leave: () => leave(phone),
      }
    },
  }
}

const isSame = (a: PhoneState | null, b: PhoneState): boolean =>
  a?.status === b.status && a.language === b.language && a.cell?.x === b.cell?.x && a.cell?.y === b.cell?.y

/**
 * Makes room by forgetting who has been gone longest and has handed in nothing. Boards that know them keep them: they were here.
 * @returns false when there is nobody like that
 */
function forgetSomebody(people: Map<string, Person>): boolean {
  let longest: Person | null = null
  for (const person of people.values())
    if (!person.isHere && person.code === null && (longest === null || person.goneAt < longest.goneAt))
      longest = person
  return longest !== null && people.delete(longest.nonce)
}
