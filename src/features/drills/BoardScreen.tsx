import { useState } from 'react'
import { boardCsv, emptyBoard } from '#domain/drills/board.ts'
import type { Board } from '#domain/drills/drill-report.ts'
import { mergeBoards } from '#domain/drills/kept-board.ts'
import { writeReports } from '#domain/drills/report-code.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Panel } from '#ui/Panel.tsx'
import { AddReports, useTaking } from './board/AddReports.tsx'
import { Anew } from './board/Anew.tsx'
import { boardWords } from './board/csv-words.ts'
import { Files } from './board/Files.tsx'
import { HandedIn } from './board/HandedIn.tsx'
import { KeptNotices } from './board/KeptNotices.tsx'
import { Live } from './board/Live.tsx'
import { NoDrill } from './board/NoDrill.tsx'
import { OfDrill } from './board/OfDrill.tsx'
import { boardIn, organise, useBoard, useOrganised, type Organised } from './board/organised.ts'
import { Head, Sums } from './board/Sums.tsx'
import { takeOne } from './board/take-reports.ts'
import type { DrillTools } from './tools.ts'

type Props = { readonly tools: DrillTools }

const BoardFiles = ({ tools, board }: Props & { readonly board: Board }) => {
  const t = useWords('drills')
  return (
    <Files
      tools={tools}
      files={[
        {
          words: 'drills:board.csv',
          name: `minna-drill-${board.drill}.csv`,
          type: 'text/csv',
          text: () => boardCsv(board, boardWords(t)),
        },
        {
          words: 'drills:board.codes',
          name: `minna-drill-${board.drill}.txt`,
          type: 'text/plain',
          text: () => writeReports(board.reports),
        },
      ]}
      onPrint={() => {
        tools.choosePaper('board')
        tools.go('drillPaper')
      }}
    />
  )
}

const OneBoard = ({ tools, organised }: Props & { readonly organised: Organised }) => {
  const { kept, ...state } = useBoard(tools, organised)
  const taking = useTaking(tools, kept)
  const [emptied, setEmptied] = useState<Board | null>(null)
  const board = state.value
  const empty = () => {
    setEmptied(board)
    taking.forget()
    void kept.change(({ drill, area }) => emptyBoard(drill, area))
  }
  const undo = () => {
    if (emptied !== null) void kept.change((now) => mergeBoards(emptied, now))
    setEmptied(null)
  }
  if (state.status === 'opening') return null
  return (
    <>
      <OfDrill tools={tools} organised={organised} />
      <KeptNotices state={state} />
      <HandedIn tools={tools} kind="report" drill={organised} onTake={(text) => void taking.one(text)} />
      {board.reports.length === 0 ? null : <Head board={board} />}
      <AddReports tools={tools} taking={taking} />
      {tools.relay === undefined ? null : (
        <Live key={organised.drill} relay={tools.relay} drill={organised.drill} kept={kept} />
      )}
      <Sums tools={tools} board={board} />
      {board.reports.length === 0 ? null : <BoardFiles tools={tools} board={board} />}
      <Anew
        count={board.reports.length}
        undo={emptied === null ? null : 'drills:board.emptied'}
        onEmpty={empty}
        onUndo={undo}
      />
    </>
  )
}

/** The organiser's board: results are scanned one after another and counted. No server, no names; it works offline. */
export const BoardScreen = ({ tools }: Props) => {
  const { status, organised } = useOrganised(tools)
  return (
    <Panel>
      <p>
        <Said k="drills:board.what" />
      </p>
      {status === 'opening' ? null : organised === null ? (
        <NoDrill
          tools={tools}
          kind="report"
          onTake={(drill, text) =>
            void takeOne(boardIn(tools, drill), text).then(() => organise(tools, drill))
          }
        />
      ) : (
        <OneBoard key={organised.drill} tools={tools} organised={organised} />
      )}
      {tools.emergency}
    </Panel>
  )
}
