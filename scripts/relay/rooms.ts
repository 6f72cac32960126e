import { createHmac, randomBytes } from 'node:crypto'
import { plainSecret, type RelayEnd } from '#domain/drills/relay-message.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { createAllowances } from './allowance.ts'
import type { RelayLimits } from './limits.ts'
import type { Peer, RelayTime } from './peer.ts'
import type { PhoneInRoom } from './people.ts'
import { createRoom, type OrganiserInRoom, type Room } from './room.ts'

export type Rooms = {
  joinAsPhone(name: string, peer: Peer): Result<PhoneInRoom, RelayEnd>
  /** @param address counts only for wrong secrets */
  joinAsOrganiser(
    name: string,
    peer: Peer,
    claim: { readonly secret: string; readonly address: string },
  ): Result<OrganiserInRoom, RelayEnd>
  /** Lets go of rooms in which nobody has been for long. To be called now and then. */
  tidy(): void
  count(): number
}

/** The drills of one relay. Whoever knows the secret reads the board of every room; a phone never does. */
export function createRooms(secret: string, time: RelayTime, limits: RelayLimits): Rooms {
  const rooms = new Map<string, Room>()
  const wrongSecrets = createAllowances(limits.wrongSecrets, limits.wrongSecrets / 60)

  const unclaimed = (): readonly string[] =>
    [...rooms].filter(([, room]) => !room.isClaimed()).map(([name]) => name)

  const open = (name: string): Room => {
    const room = createRoom(name, time, limits)
    rooms.set(name, room)
    return room
  }
  const tidy = (): void => {
    for (const [name, room] of rooms) {
      const since = room.emptySince()
      if (since !== null && time.now() - since >= limits.emptyRoomMs) rooms.delete(name)
    }
    wrongSecrets.tidy(time.now())
  }

  return {
    joinAsPhone(name, peer) {
      const found = rooms.get(name)
      const isPlace = rooms.size < limits.rooms && unclaimed().length < limits.unclaimedRooms
      if (found === undefined && !isPlace) return refuse('noRoom')
      return ok((found ?? open(name)).addPhone(peer))
    },
    joinAsOrganiser(name, peer, claim) {
      if (!isSameText(plainSecret(claim.secret) ?? '', plainSecret(secret) ?? secret))
        return refuse(wrongSecrets.take(claim.address, time.now()) ? 'wrongSecret' : 'tooMany')
      if (!rooms.has(name) && rooms.size >= limits.rooms) return refuse('noRoom')
      const organiser = (rooms.get(name) ?? open(name)).addOrganiser(peer)
      return organiser === null ? refuse('noRoom') : ok(organiser)
    },
    tidy,
    count: () => rooms.size,
  }
}

/** How long it takes tells nothing about where the texts differ: digests under a key that nobody knows are compared. */
function isSameText(a: string, b: string): boolean {
  const key = randomBytes(32)
  const digest = (text: string): string => createHmac('sha256', key).update(text).digest('hex')
  return digest(a) === digest(b)
}
