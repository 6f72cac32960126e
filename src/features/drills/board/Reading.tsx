import { useState } from 'react'
import type { Phrase } from '#domain/risk/report.ts'
import { CameraIn, FileChoice } from '#features/scan/index.ts'
import { Said } from '#i18n/index.ts'
import type { ScanFailure } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import styles from './board.module.css'

/** What came of one code, or of many. */
export type Outcome = {
  readonly number: number
  readonly isTaken: boolean
  readonly phrases: readonly Phrase[]
}

/** What the last code came to: shown, told, and heard, so that nobody has to look at the screen while scanning. */
export function useSaid({ attention }: Pick<DrillTools, 'attention'>) {
  const [said, setSaid] = useState<Outcome | null>(null)
  const say = (isTaken: boolean, ...phrases: readonly Phrase[]) => {
    attention.sound(isTaken ? 'told' : 'urgent')
    attention.vibrate(isTaken ? [80] : [200, 100, 200])
    setSaid((before) => ({ number: (before?.number ?? 0) + 1, isTaken, phrases }))
  }
  return { said, say }
}

/** The same words twice are told twice: each time they are new in the page. */
export const SaidLast = ({ said }: { readonly said: Outcome | null }) => (
  <div role="status">
    {said === null ? null : (
      <div key={said.number} className={styles.said} data-refused={said.isTaken ? undefined : ''}>
        {said.phrases.map((phrase, index) => (
          <p key={index}>
            <Said phrase={phrase} />
          </p>
        ))}
      </div>
    )}
  </div>
)

/** Codes by the camera, one after another, or from a picture. */
export const Reading = ({
  tools,
  onText,
  onTrouble,
}: {
  readonly tools: Pick<DrillTools, 'reader' | 'attention'>
  readonly onText: (text: string) => void
  readonly onTrouble: (trouble: Phrase) => void
}) => {
  const [watching, setWatching] = useState(false)
  const fail = (why: ScanFailure) => onTrouble({ key: `share:scan.${why}` })
  const look = async (picture: File) => {
    const read = await tools.reader.readPicture(picture)
    if (read.ok) onText(read.text)
    else fail(read.why)
  }
  if (watching)
    return (
      <CameraIn
        reader={tools.reader}
        onText={onText}
        onStop={(why) => {
          setWatching(false)
          if (why !== null) fail(why)
        }}
      />
    )
  return (
    <Actions>
      <Button
        look="main"
        onClick={() => {
          // Browsers allow sound from a press only.
          tools.attention.ready()
          setWatching(true)
        }}
      >
        <Said k="share:in.camera" />
      </Button>
      <FileChoice words="share:in.picture" accept="image/*" onFile={(file) => void look(file)} />
    </Actions>
  )
}
