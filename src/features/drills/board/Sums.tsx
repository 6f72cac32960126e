import type { Board } from '#domain/drills/drill-report.ts'
import { OUTCOMES } from '#domain/drills/drill-run.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Quiet, Section } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { CountTable } from './CountTable.tsx'
import { LanguageName } from './LanguageName.tsx'
import { Margins } from './Margins.tsx'
import { Where } from './Where.tsx'
import styles from './board.module.css'

export const OutcomeTable = ({ byOutcome }: Pick<Board, 'byOutcome'>) => (
  <CountTable
    title={<Said k="drills:handIn.outcome" />}
    rows={OUTCOMES.map((outcome) => ({
      key: outcome,
      name: <Said k={`drills:outcome.${outcome}`} />,
      count: byOutcome[outcome],
    }))}
  />
)

export const LanguageTable = ({
  byLanguage,
  title = 'drills:handIn.language',
}: Pick<Board, 'byLanguage'> & { readonly title?: string }) => (
  <CountTable
    title={<Said k={title} />}
    rows={byLanguage.map(({ language, count }) => ({
      key: language,
      name: <LanguageName tag={language} />,
      count,
    }))}
  />
)

/** Who needs help, large and before all else; and how many results there are. */
export const Head = ({ board }: { readonly board: Board }) => {
  const t = useWords('drills')
  const { needHelp, reports } = board
  return (
    <>
      {needHelp === 0 ? null : (
        <p className={styles.help}>
          <Said text={t('board.needHelp', { count: needHelp })} />
        </p>
      )}
      <p className={styles.total}>
        <Said text={t('board.total', { count: reports.length })} />
      </p>
    </>
  )
}

/** The board: sums only, however many there are. Its head stands above all else. */
export const Sums = ({ tools, board }: { readonly tools: DrillTools; readonly board: Board }) => (
  <Section title={<Said k="app:title.drillBoard" />}>
    {board.reports.length === 0 ? (
      <Quiet>
        <Said k="drills:board.none" />
      </Quiet>
    ) : (
      <>
        <OutcomeTable byOutcome={board.byOutcome} />
        <Margins margins={board.margins} />
        <Where tools={tools} area={board.area} where={board} />
        <LanguageTable byLanguage={board.byLanguage} />
      </>
    )}
  </Section>
)
