import { useEffect, useId, useRef, useState } from 'react'
import type { CodeRefusal } from '#domain/plan/code/read-code.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import type { QrReader, ScanFailure } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Quiet } from '#ui/Panel.tsx'
import { CameraIn, FileChoice } from '../scan/index.ts'
import { collectedSoFar, collectPart } from './collect-parts.ts'
import styles from './Share.module.css'

/** What came from outside: the text of a link or a code, or a file. */
export type Received = { readonly text: string } | { readonly file: File }

/** The texts of an unfinished series. They outlive a reload: the app keeps them. */
export type Parts = {
  readonly parts: readonly string[]
  readonly onParts: (parts: readonly string[]) => void
}

export type BringInProps = Parts & {
  readonly reader: QrReader
  /** A whole code, or a file, is here. It was not read yet further than to know that it is whole. */
  readonly onReceived: (received: Received) => void
}

type Trouble =
  | { readonly type: 'scan'; readonly why: ScanFailure }
  | { readonly type: 'code'; readonly why: CodeRefusal }
  | { readonly type: 'known' }
  | null

const TroubleNotice = ({ trouble }: { readonly trouble: Trouble }) => {
  if (trouble === null) return null
  return (
    <p>
      {trouble.type === 'scan' ? (
        <Said k={`share:scan.${trouble.why}`} />
      ) : trouble.type === 'code' ? (
        <Said k={`share:refused.code.${trouble.why}`} />
      ) : (
        <Said k="share:in.partsKnown" />
      )}
    </p>
  )
}

/** "3 of 5 are here", and the way to begin anew. */
const Series = ({ parts, onParts }: Parts) => {
  const t = useWords('share')
  const soFar = collectedSoFar(parts)
  if (soFar === null || !soFar.ok || soFar.value.status !== 'incomplete') return null
  const { count, total } = soFar.value
  return (
    <Notice
      tone="info"
      announce
      actions={
        <Button onClick={() => onParts([])}>
          <Said k="share:in.partsDrop" />
        </Button>
      }
    >
      <p>
        <Said
          k="share:in.parts"
          params={{ count: formatNumber(t.language, count), total: formatNumber(t.language, total) }}
        />
      </p>
    </Notice>
  )
}

const Paste = ({ onText }: { readonly onText: (text: string) => void }) => {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onText(text)
      }}
    >
      <label htmlFor={id}>
        <Said k="share:in.pasteField" />
      </label>
      <textarea
        id={id}
        rows={3}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="ltr"
        onChange={(event) => setText(event.target.value)}
      />
      <Button onClick={() => text.trim() === '' || onText(text)}>
        <Said k="share:in.pasteGo" />
      </Button>
    </form>
  )
}

/** All files that may hold a plan: named by ending too, since phones do not know their types. */
const PLAN_FILES = '.json,.geojson,.gpx,application/json,application/geo+json,application/gpx+xml'

/** Puts together what was read, and says of each text why it does not fit. */
function useCollecting({ parts, onParts, onReceived, reader }: BringInProps) {
  const [trouble, setTrouble] = useState<Trouble>(null)
  // A camera tells codes faster than the screen is drawn anew.
  const known = useRef(parts)
  useEffect(() => {
    known.current = parts
  }, [parts])
  /** @param isSeen a camera saw it: a series that turns by itself shows each code again and again */
  const hear = (text: string, isSeen = false): boolean => {
    const collected = collectPart(known.current, text)
    if (!collected.ok) {
      setTrouble({ type: 'code', why: collected.reason })
      return false
    }
    const { status, texts } = collected.value
    const isKnown = !isSeen && status === 'incomplete' && texts.length === known.current.length
    setTrouble(isKnown ? { type: 'known' } : null)
    if (texts.length > 1 || status === 'incomplete') {
      known.current = texts
      onParts(texts)
    }
    if (status === 'complete') onReceived({ text: texts[0] ?? text })
    return status === 'complete'
  }
  const look = async (file: File) => {
    setTrouble(null)
    const read = await reader.readPicture(file)
    if (read.ok) hear(read.text)
    else setTrouble({ type: 'scan', why: read.why })
  }
  return { trouble, setTrouble, hear, look }
}

/** Brings a plan in: from a file, a picture, the camera or a pasted link. Nothing is kept here. */
export const BringIn = (props: BringInProps) => {
  const [watching, setWatching] = useState(false)
  const { trouble, setTrouble, hear, look } = useCollecting(props)
  const stop = (why: ScanFailure | null) => {
    setWatching(false)
    if (why !== null) setTrouble({ type: 'scan', why })
  }
  return (
    <div className={styles.part}>
      <Series parts={props.parts} onParts={props.onParts} />
      {watching ? (
        <CameraIn
          reader={props.reader}
          onText={(text) => void (hear(text, true) && stop(null))}
          onStop={stop}
        />
      ) : (
        <>
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
            <FileChoice
              words="share:in.file"
              accept={PLAN_FILES}
              onFile={(file) => props.onReceived({ file })}
            />
          </Actions>
          <Quiet>
            <Said k="share:in.fileKinds" />
          </Quiet>
          <Quiet>
            <Said k="share:in.cameraAsk" />
          </Quiet>
        </>
      )}
      <div role="alert" className={styles.fault}>
        <TroubleNotice trouble={trouble} />
      </div>
      <More summary={<Said k="share:in.paste" />}>
        <Paste onText={(text) => void hear(text)} />
      </More>
    </div>
  )
}
