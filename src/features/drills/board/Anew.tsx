import { useEffect, useRef, useState, type Ref } from 'react'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './board.module.css'

/** What the first press leads to. Not to delete comes first. */
const Ask = ({
  button,
  count,
  onNo,
  onYes,
}: {
  readonly button: Ref<HTMLButtonElement>
  readonly count: number
  readonly onNo: () => void
  readonly onYes: () => void
}) => {
  const t = useWords('drills')
  return (
    <Notice
      tone="unknown"
      announce
      actions={
        <>
          <Button ref={button} onClick={onNo}>
            <Said k="offline:cancel" />
          </Button>
          <Button icon="bin" onClick={onYes}>
            <Said k="mymap:thing.delete" />
          </Button>
        </>
      }
    >
      <p>
        <Said text={t('board.askAnew', { count })} />
      </p>
    </Notice>
  )
}

/** Deletes all that was counted: asked first, and to be undone until the screen is left. */
export const Anew = ({
  count,
  undo,
  onEmpty,
  onUndo,
}: {
  readonly count: number
  /** What was taken away just now, in words; null = nothing that could be had back. */
  readonly undo: string | null
  readonly onEmpty: () => void
  readonly onUndo: () => void
}) => {
  const [asks, setAsks] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the first one that is there now takes its place.
  useEffect(() => {
    if (asks || undo !== null) button.current?.focus()
  }, [asks, undo])
  if (undo !== null)
    return (
      <Notice
        tone="info"
        announce
        actions={
          <Button ref={button} onClick={onUndo}>
            <Said k="plan:undo.undo" />
          </Button>
        }
      >
        <p>
          <Said k={undo} />
        </p>
      </Notice>
    )
  if (count === 0) return null
  if (!asks)
    return (
      <div className={styles.part}>
        <Button look="quiet" icon="bin" onClick={() => setAsks(true)}>
          <Said k="drills:board.anew" />
        </Button>
      </div>
    )
  return (
    <Ask
      button={button}
      count={count}
      onNo={() => setAsks(false)}
      onYes={() => {
        setAsks(false)
        onEmpty()
      }}
    />
  )
}
