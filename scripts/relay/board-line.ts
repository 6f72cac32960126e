import { liveCells } from '#domain/drills/live-board.ts'
import { MOST_IN_PIECE, writeDown, type LivePerson } from '#domain/drills/relay-message.ts'
import type { Peer } from './peer.ts'
import type { Person } from './people.ts'

/** What one organiser's board is told of a room. */
export type BoardLine = {
  /** Something of this person is new. */
  note(nonce: string): void
  /** Sends what is new, the whole at first. @returns false when the board does not read as fast: then nothing was sent yet */
  flush(): boolean
}

/** Where fewer people are than are shown apart, no board is told. */
export function createBoardLine(
  peer: Peer,
  people: ReadonlyMap<string, Person>,
  mostBacklog: number,
): BoardLine {
  const news = new Set<string>(people.keys())
  const codesTold = new Set<string>()
  let [hasBegun, cellsTold] = [false, '']

  const tellPeople = (): void => {
    const found = [...news].flatMap((nonce) => people.get(nonce) ?? [])
    news.clear()
    for (const some of pieces(found.flatMap(rowOf), MOST_IN_PIECE.people))
      peer.send(writeDown({ kind: 'people', people: some }))
    const fresh = found.flatMap(({ nonce, code }) =>
      code === null || codesTold.has(nonce) ? [] : [{ nonce, code }],
    )
    for (const { nonce } of fresh) codesTold.add(nonce)
    for (const some of pieces(fresh, MOST_IN_PIECE.codes))
      peer.send(writeDown({ kind: 'reports', codes: some.map(({ code }) => code) }))
  }
  const tellCells = (): void => {
    const states = [...people.values()].flatMap(({ state }) => state ?? [])
    const cells = writeDown({ kind: 'cells', ...liveCells(states) })
    if (cells !== cellsTold) peer.send(cells)
    cellsTold = cells
  }

  return {
    note: (nonce) => void news.add(nonce),
    flush() {
      if (peer.backlog() > mostBacklog) return false
      if (!hasBegun) peer.send(writeDown({ kind: 'board' }))
      if (hasBegun && news.size === 0) return true
      hasBegun = true
      tellPeople()
      tellCells()
      return true
    },
  }
}

const rowOf = ({ nonce, state, isHere }: Person): readonly LivePerson[] =>
  state === null ? [] : [{ nonce, status: state.status, language: state.language, isHere }]

const pieces = <T>(all: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
