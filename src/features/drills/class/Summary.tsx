import { useState } from 'react'
import { handsOf, type Dilemma } from '#domain/drills/dilemmas.ts'
import { titleOfScenario } from '#domain/drills/describe-scenario.ts'
import type { DrillRun } from '#domain/drills/drill-run.ts'
import { writeCsv } from '#domain/closures/adapters/csv-text.ts'
import { plain, Said, useWords, type SayWords } from '#i18n/index.ts'
import type { Handed } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import styles from './class.module.css'
import { Votes } from './Votes.tsx'

type Row = { readonly question: string; readonly yes: number; readonly no: number }

/** What was counted, in the words of the reader; a question that nobody answered is left out. */
const rowsOf = (t: SayWords, run: DrillRun, dilemmas: readonly Dilemma[]): readonly Row[] =>
  dilemmas.flatMap(({ id, question }) => {
    const hands = handsOf(run, id)
    return hands === null ? [] : [{ question: plain(t.phrase(question)), ...hands }]
  })

const csvOf = (t: SayWords, rows: readonly Row[]): string =>
  writeCsv([
    [t.label('class.all'), t.label('class.yes'), t.label('class.no')],
    ...rows.map(({ question, yes, no }) => [question, String(yes), String(no)]),
  ])

const textOf = (t: SayWords, run: DrillRun, rows: readonly Row[]): string =>
  [
    plain(t.phrase(titleOfScenario(run.scenario))),
    ...rows.flatMap(({ question, yes, no }) => [
      '',
      question,
      `${t.label('class.yes')}: ${yes}`,
      `${t.label('class.no')}: ${no}`,
    ]),
  ].join('\n')

/** All questions with what was chosen, to be shared, kept and printed. */
export const Summary = ({
  tools,
  run,
  dilemmas,
}: {
  readonly tools: DrillTools
  readonly run: DrillRun
  readonly dilemmas: readonly Dilemma[]
}) => {
  const t = useWords('drills')
  const [handed, setHanded] = useState<Handed | null>(null)
  const { sharer } = tools
  const rows = rowsOf(t, run, dilemmas)
  // Spreadsheets take a file without this mark for one of another alphabet.
  const file = () => new Blob(['\uFEFF', csvOf(t, rows)], { type: 'text/csv' })
  const shareText = async () => {
    const text = textOf(t, run, rows)
    setHanded(await (sharer.canShare('link') ? sharer.shareText(text) : sharer.copy(text)))
  }
  return (
    <>
      <ol className={styles.all}>
        {dilemmas.map(({ id, question }) => (
          <li key={id}>
            <p>
              <strong>
                <Said phrase={question} />
              </strong>
            </p>
            <Votes hands={handsOf(run, id)} />
          </li>
        ))}
      </ol>
      <div className={styles.noPrint}>
        <Actions>
          <Button onClick={() => void shareText()}>
            <Said k="drills:class.share" />
          </Button>
          <Button onClick={() => setHanded(sharer.download('drill-answers.csv', file()))}>
            <Said k="drills:class.save" />
          </Button>
          <Button onClick={() => sharer.print()}>
            <Said k="paper:bar.print" />
          </Button>
        </Actions>
        <p role="status">
          {handed === 'done' ? <Said k="drills:class.handed" /> : null}
          {handed === 'failed' ? <Said k="drills:class.failed" /> : null}
        </p>
      </div>
    </>
  )
}
