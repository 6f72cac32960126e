import { addReport, addReports } from '#domain/drills/board.ts'
import type { Board } from '#domain/drills/drill-report.ts'
import { readReport, readReports, type ReportsRead } from '#domain/drills/report-code.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { Kept } from './kept.ts'
import { describeRefused } from './refused.ts'

/** What came of taking: the words for it, and whose reports are new, for undoing it. */
export type Taken = {
  readonly isTaken: boolean
  readonly phrases: readonly Phrase[]
  readonly nonces: readonly string[]
}

/** More lines that could not be read are not told one by one. */
const MOST_LINES = 20

const refused = (phrase: Phrase): Taken => ({ isTaken: false, phrases: [phrase], nonces: [] })

/** Takes one code. */
export async function takeOne(kept: Kept<Board>, text: string): Promise<Taken> {
  const read = readReport(text)
  if (!read.ok) return refused(describeRefused(read.reason, 'board'))
  let taken: Taken = refused({ key: 'drills:board.refused.damaged' })
  await kept.change((board) => {
    const added = addReport(board, read.value)
    if (!added.ok) {
      taken = refused(describeRefused(added.reason, 'board'))
      return board
    }
    const count = added.value.reports.length
    taken = {
      isTaken: true,
      phrases: [{ key: 'drills:board.taken', params: { count } }],
      nonces: [read.value.nonce],
    }
    return added.value
  })
  return taken
}

/** Takes all codes of a text, one a line; what is not taken is told by the reason, and by the line where it could not be read. */
export async function takeMany(kept: Kept<Board>, text: string): Promise<Taken> {
  const read = readReports(text)
  let taken: Taken = refused({ key: 'drills:board.refused.damaged' })
  await kept.change((board) => {
    const before = new Set(board.reports.map(({ nonce }) => nonce))
    const { board: after, refused: not } = addReports(board, read.reports)
    const nonces = after.reports.map(({ nonce }) => nonce).filter((nonce) => !before.has(nonce))
    const reasons = (['twice', 'otherDrill', 'full'] as const).flatMap((reason): readonly Phrase[] =>
      not[reason] === 0 ? [] : [{ key: `drills:board.many.${reason}`, params: { number: not[reason] } }],
    )
    const unread = unreadIn(read)
    taken = {
      isTaken: nonces.length > 0,
      phrases: [
        { key: 'drills:board.taken', params: { count: after.reports.length } },
        ...reasons,
        ...(unread === '' ? [] : [{ key: 'drills:board.many.unread', params: { text: unread } }]),
      ],
      nonces,
    }
    return nonces.length === 0 ? board : after
  })
  return taken
}

const unreadIn = ({ refused: lines }: ReportsRead): string => {
  const numbers = lines.slice(0, MOST_LINES).map(({ line }) => line)
  return `${numbers.join(', ')}${lines.length > MOST_LINES ? ' …' : ''}`
}
