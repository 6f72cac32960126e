/** What the relay bears. Own choices: a town's drill fits ten times over, and nobody fills the memory of a small computer. */
export type RelayLimits = {
  /** Connections in all. */
  readonly sockets: number
  /** Connections of one address; also how many it may open at once, with `joinsPerSecond` more each second. */
  readonly perAddress: number
  readonly joinsPerSecond: number
  /** Wrong secrets of one address a minute: 60 bits are then guessed by nobody. */
  readonly wrongSecrets: number
  /** Rooms in all, and those of them that no organiser has opened yet: a stranger's rooms never take the place of a drill. */
  readonly rooms: number
  readonly unclaimedRooms: number
  readonly people: number
  readonly organisers: number
  /** Messages of a connection at once, and how many more each second. */
  readonly burst: number
  readonly perSecond: number
  /** Milliseconds in which a connection says what it wants. */
  readonly joinMs: number
  /** Who does not answer one ping before the next is gone. */
  readonly pingMs: number
  /** A phone that was put away with the page open. */
  readonly idleMs: number
  /** A room stays so long after its last connection, for those whose network was gone. */
  readonly emptyRoomMs: number
  /** News are gathered so long before organisers get them; the first comes at once. */
  readonly gatherMs: number
  /** Bytes that wait for somebody who does not read: a phone is cut off, a board gets the whole when it has caught up. */
  readonly phoneBacklog: number
  readonly boardBacklog: number
}

const MINUTE = 60_000

export const LIMITS: RelayLimits = {
  sockets: 2_500,
  perAddress: 100,
  joinsPerSecond: 5,
  wrongSecrets: 5,
  rooms: 50,
  unclaimedRooms: 20,
  people: 2_000,
  organisers: 10,
  burst: 20,
  perSecond: 3,
  joinMs: 10_000,
  pingMs: 20_000,
  idleMs: 180 * MINUTE,
  emptyRoomMs: 120 * MINUTE,
  gatherMs: 100,
  phoneBacklog: 16_384,
  boardBacklog: 262_144,
}
