import { calledAt, takeCall, type CalledClock } from '#domain/drills/called-clock.ts'
import { writeDown, type DrillCall, type NotTaken } from '#domain/drills/relay-message.ts'
import { createBoardLine, type BoardLine } from './board-line.ts'
import type { RelayLimits } from './limits.ts'
import type { Peer, RelayTime } from './peer.ts'
import { createPeople, type PhoneInRoom } from './people.ts'

export type OrganiserInRoom = {
  call(what: DrillCall): NotTaken | null
  leave(): void
}

/** One drill. What is in it is in memory only, and goes with it. */
export type Room = {
  addPhone(peer: Peer): PhoneInRoom
  /** null = there are as many organisers as a room takes. */
  addOrganiser(peer: Peer): OrganiserInRoom | null
  /** True once an organiser has been here. */
  isClaimed(): boolean
  /** Since when nobody is here; null = somebody is. */
  emptySince(): number | null
}

/** @param drill its token */
export function createRoom(drill: string, time: RelayTime, limits: RelayLimits): Room {
  const phones = new Set<Peer>()
  const boards = new Map<Peer, BoardLine>()
  const spread = createSpreader(boards, time, limits.gatherMs)
  const people = createPeople({
    drill,
    most: limits.people,
    now: () => time.now(),
    changed(nonce) {
      for (const line of boards.values()) line.note(nonce)
      spread()
    },
  })
  let clock: CalledClock | null = null
  let emptySince: number | null = time.now()
  let isClaimed = false

  const callTo = (peer: Peer): void => {
    if (clock !== null) peer.send(writeDown({ kind: 'called', ...calledAt(clock, time.now()) }))
  }
  const count = (): void => {
    emptySince = phones.size + boards.size > 0 ? null : time.now()
  }
  const call = (what: DrillCall): NotTaken | null => {
    const taken = takeCall(clock, what, time.now())
    if (!taken.ok) return taken.reason
    if (taken.value === clock) return null
    clock = taken.value
    for (const peer of [...phones, ...boards.keys()]) callTo(peer)
    return null
  }

  return {
    addPhone(peer) {
      const phone = people.add(peer)
      phones.add(peer)
      count()
      callTo(peer)
      const leave = (): void => {
        phones.delete(peer)
        phone.leave()
        count()
      }
      return { ...phone, leave }
    },
    addOrganiser(peer) {
      if (boards.size >= limits.organisers) return null
      isClaimed = true
      boards.set(peer, createBoardLine(peer, people.all, limits.boardBacklog))
      count()
      callTo(peer)
      spread()
      const leave = (): void => {
        boards.delete(peer)
        count()
      }
      return { call, leave }
    },
    isClaimed: () => isClaimed,
    emptySince: () => emptySince,
  }
}

/** The first news go out at once, those of the next moment together: a town that moves is not a message for each step. */
function createSpreader(boards: ReadonlyMap<Peer, BoardLine>, time: RelayTime, gatherMs: number): () => void {
  let [isGathering, isWaiting] = [false, false]
  const spread = (): void => {
    if (boards.size === 0) return
    if (isGathering) {
      isWaiting = true
      return
    }
    const areBehind = [...boards.values()].filter((line) => !line.flush()).length > 0
    isWaiting = areBehind
    isGathering = true
    time.later(() => {
      isGathering = false
      if (isWaiting) spread()
    }, gatherMs)
  }
  return spread
}
