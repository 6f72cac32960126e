import { useState } from 'react'
import { languageOf, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/Field.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import styles from './ReportPanel.module.css'

/** What a report needs of the device: see `Sharer`. */
export type Hands = {
  readonly canShare: boolean
  readonly copy: (text: string) => Promise<'done' | 'cancelled' | 'failed'>
  readonly share: (text: string) => Promise<'done' | 'cancelled' | 'failed'>
}

/** More than a sentence, less than a letter. Characters. */
const LONGEST = 600

/**
 * A mistake in the words, written down so that whoever gets it can find the place. Nothing is sent by the app: the person
 * copies the text or hands it to another app.
 */
export const ReportPanel = ({
  screen,
  version,
  hands,
}: {
  /** The name of the screen on which the mistake stood. */
  readonly screen: string
  readonly version: string
  readonly hands: Hands
}) => {
  const t = useWords('language')
  const [sentence, setSentence] = useState('')
  const [better, setBetter] = useState('')
  const [told, setTold] = useState<'copied' | 'failed' | null>(null)
  const { tag, endonym } = languageOf(t.language)
  const head = t.label('report.text', { language: `${endonym} [${tag}]`, version, screen })
  const text = [head, `× ${sentence}`, `○ ${better}`].join('\n')
  const copy = async () => setTold((await hands.copy(text)) === 'done' ? 'copied' : 'failed')
  const share = async () => setTold((await hands.share(text)) === 'failed' ? 'failed' : null)
  return (
    <Panel>
      <p>
        <Said k="language:report.intro" />
      </p>
      <TextField
        label={<Said k="language:report.sentence" />}
        value={sentence}
        onCommit={setSentence}
        most={LONGEST}
        lines={3}
      />
      <TextField
        label={<Said k="language:report.better" />}
        value={better}
        onCommit={setBetter}
        most={LONGEST}
        lines={3}
      />
      <pre className={styles.text} dir="auto">
        {text}
      </pre>
      <Actions>
        <Button look="main" onClick={() => void copy()}>
          <Said k="language:report.copy" />
        </Button>
        {hands.canShare ? (
          <Button onClick={() => void share()}>
            <Said k="language:report.share" />
          </Button>
        ) : null}
      </Actions>
      <div role="status">{told === null ? null : <Said k={`language:report.${told}`} />}</div>
      <Quiet>
        <Said k="language:unreviewed.why" />
      </Quiet>
    </Panel>
  )
}
