import { useId, useState, type FormEvent } from 'react'
import { Said } from '#i18n/index.ts'
import type { ScanFailure } from '#platform/ports.ts'
import { CameraIn, FileChoice } from '#features/scan/index.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { describeRefusal } from './refusal.ts'
import styles from './home.module.css'

/** A link of ours has at most 1,000 characters; what comes around it when it was copied is room enough. */
const MOST = 1_200

/** Reads what was typed or scanned and leads on; or says why not. */
function useReceiving(tools: DrillTools) {
  const [trouble, setTrouble] = useState<Phrase | null>(null)
  const { store, commands } = tools.drills
  /** True when it led on. */
  const hear = (text: string): boolean => {
    const heard = commands.receive(text)
    if (heard !== 'refused') {
      setTrouble(null)
      tools.go(heard === 'invitation' ? 'drillJoin' : 'drillBoard')
      return true
    }
    const { invited } = store.getState()
    setTrouble(invited === null || invited.ok ? null : describeRefusal(invited.reason))
    return false
  }
  const look = async (picture: File) => {
    const read = await tools.reader.readPicture(picture)
    if (read.ok) hear(read.text)
    else setTrouble({ key: `share:scan.${read.why}` })
  }
  return { trouble, setTrouble, hear, look }
}

const CodeField = ({
  isWrong,
  troubleId,
  onText,
}: {
  readonly isWrong: boolean
  readonly troubleId: string
  readonly onText: (text: string) => void
}) => {
  const id = useId()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onText(text)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={id}>
        <Said k="drills:home.code" />
      </label>
      <input
        id={id}
        type="text"
        dir="ltr"
        maxLength={MOST}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        value={text}
        aria-describedby={`${id}-hint ${troubleId}`}
        aria-invalid={isWrong}
        onChange={(event) => setText(event.target.value)}
      />
      <small id={`${id}-hint`}>
        <Said k="drills:home.codeHint" />
      </small>
      <Button look="main" onClick={() => text.trim() === '' || onText(text)}>
        <Said k="share:in.pasteGo" />
      </Button>
    </form>
  )
}

/** Joins by the six signs, by a link, or by the QR code of either: with the camera or from a picture. Works offline. */
export const JoinByCode = ({ tools }: { readonly tools: DrillTools }) => {
  const id = useId()
  const [watching, setWatching] = useState(false)
  const { trouble, setTrouble, hear, look } = useReceiving(tools)
  const stop = (why: ScanFailure | null) => {
    setWatching(false)
    if (why !== null) setTrouble({ key: `share:scan.${why}` })
  }
  return (
    <div className={styles.join}>
      {watching ? (
        <CameraIn reader={tools.reader} onText={(text) => void (hear(text) && stop(null))} onStop={stop} />
      ) : (
        <>
          <CodeField isWrong={trouble !== null} troubleId={`${id}-trouble`} onText={(text) => hear(text)} />
          <Actions>
            <Button
              onClick={() => {
                setTrouble(null)
                setWatching(true)
              }}
            >
              <Said k="share:in.camera" />
            </Button>
            <FileChoice words="share:in.picture" accept="image/*" onFile={(file) => void look(file)} />
          </Actions>
        </>
      )}
      <div role="alert" id={`${id}-trouble`} className={styles.fault}>
        {trouble === null ? null : (
          <p>
            <Said phrase={trouble} />
          </p>
        )}
      </div>
    </div>
  )
}
