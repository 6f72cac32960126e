import { useState } from 'react'
import type { Board } from '#domain/drills/drill-report.ts'
import { withoutReports } from '#domain/drills/kept-board.ts'
import { FileChoice } from '#features/scan/index.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/Field.tsx'
import { Actions, More, Section } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import type { Kept } from './kept.ts'
import { Reading, SaidLast, useSaid } from './Reading.tsx'
import { takeMany, takeOne, type Taken } from './take-reports.ts'
import styles from './board.module.css'

/** Characters of the longest paste: 5,000 links of 1,000 signs are more than any phone copies. */
const LONGEST_PASTE = 2_000_000

/** Takes codes and remembers what was taken, so that the last can be taken back. */
export function useTaking(tools: Pick<DrillTools, 'attention'>, kept: Kept<Board>) {
  const { said, say } = useSaid(tools)
  const [batches, setBatches] = useState<readonly (readonly string[])[]>([])
  const tell = ({ isTaken, phrases, nonces }: Taken) => {
    say(isTaken, ...phrases)
    if (nonces.length > 0) setBatches((before) => [...before, nonces])
  }
  const last = batches.at(-1)
  const undo = async () => {
    if (last === undefined) return
    setBatches((before) => before.slice(0, -1))
    await kept.change((board) => withoutReports(board, new Set(last)))
    say(true, { key: 'drills:board.undone' })
  }
  return {
    said,
    say,
    one: async (text: string) => tell(await takeOne(kept, text)),
    many: async (text: string) => tell(await takeMany(kept, text)),
    undo: last === undefined ? null : () => void undo(),
    forget: () => setBatches([]),
  }
}

export type Taking = ReturnType<typeof useTaking>

const Paste = ({ taking }: { readonly taking: Taking }) => {
  const [text, setText] = useState('')
  const [round, setRound] = useState(0)
  const take = () => {
    if (text.trim() === '') return
    void taking.many(text)
    setText('')
    setRound(round + 1)
  }
  return (
    <div className={styles.part}>
      <TextField
        key={round}
        label={<Said k="drills:board.paste" />}
        value={text}
        lines={4}
        most={LONGEST_PASTE}
        onCommit={setText}
      />
      <Actions>
        <Button onClick={take}>
          <Said k="drills:board.add" />
        </Button>
        <FileChoice
          words="drills:board.file"
          accept=".txt,text/plain"
          onFile={(file) => void file.text().then(taking.many)}
        />
      </Actions>
    </div>
  )
}

/** Results by the camera, from a picture, pasted, or from another organiser's file. */
export const AddReports = ({ tools, taking }: { readonly tools: DrillTools; readonly taking: Taking }) => (
  <Section title={<Said k="drills:board.add" />}>
    <SaidLast said={taking.said} />
    <Reading
      tools={tools}
      onText={(text) => void taking.one(text)}
      onTrouble={(trouble) => taking.say(false, trouble)}
    />
    {taking.undo === null ? null : (
      <div className={styles.part}>
        <Button look="quiet" onClick={taking.undo}>
          <Said k="drills:board.undoLast" />
        </Button>
      </div>
    )}
    <More summary={<Said k="share:in.paste" />}>
      <Paste taking={taking} />
    </More>
  </Section>
)
