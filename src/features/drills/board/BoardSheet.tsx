import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import type { DrillTools } from '../tools.ts'
import { MarginTable } from './Margins.tsx'
import { OfDrill } from './OfDrill.tsx'
import { useBoard, useOrganised, type Organised } from './organised.ts'
import { Head, LanguageTable, OutcomeTable } from './Sums.tsx'
import { Where } from './Where.tsx'
import styles from './sheet.module.css'

const Filled = ({ tools, organised }: { readonly tools: DrillTools; readonly organised: Organised }) => {
  const { status, value: board } = useBoard(tools, organised)
  if (status === 'opening') return null
  return (
    <article className={styles.sheet}>
      <h1>
        <Said k="app:title.drillBoard" />
      </h1>
      <p>
        <Said k="drills:board.onPaper" />
      </p>
      <OfDrill tools={tools} organised={organised} />
      <p>
        <Said k="drills:board.asOf" params={{ 'at@time': tools.clock.now() }} />
      </p>
      <Head board={board} />
      <OutcomeTable byOutcome={board.byOutcome} />
      <MarginTable margins={board.margins} />
      <Where tools={tools} area={board.area} where={board} />
      <LanguageTable byLanguage={board.byLanguage} />
    </article>
  )
}

/** The sums of a drill on a sheet of A4. Nothing stands on it that the board does not show. */
export const BoardSheet = ({ tools }: { readonly tools: DrillTools }) => {
  const { status, organised } = useOrganised(tools)
  if (status === 'opening') return null
  if (organised !== null) return <Filled tools={tools} organised={organised} />
  return (
    <Notice tone="info">
      <p>
        <Said k="drills:host.none" />
      </p>
    </Notice>
  )
}
