import { useId, useState } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { readPosition } from '#domain/places/read-position.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import styles from './online.module.css'

/** Numbers, not words: latitude first, as phones give it. The city hall of 鹿島市. */
const EXAMPLE = '33.1037, 130.0989'

/** A field for a position as people type or paste it, for places that no open map shows. */
export const PositionEntry = ({ onPlace }: { readonly onPlace: (at: LngLat) => void }) => {
  const t = useWords('online')
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [field, hint, problem] = [useId(), useId(), useId()]
  const take = () => {
    const at = readPosition(text)
    setWrong(at === null)
    if (at !== null) onPlace(at)
  }
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <label htmlFor={field}>
        <Said k="online:position.label" />
      </label>
      <input
        id={field}
        className={styles.field}
        type="text"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={100}
        dir="ltr"
        value={text}
        aria-describedby={isWrong ? problem : hint}
        aria-invalid={isWrong}
        onChange={(event) => {
          setText(event.target.value)
          setWrong(false)
        }}
      />
      <p id={hint} className={styles.hint}>
        <Said text={t('position.hint', { example: EXAMPLE })} />
      </p>
      <p id={problem} className={styles.problem} role="alert">
        {isWrong ? <Said text={t('position.wrong', { example: EXAMPLE })} /> : null}
      </p>
      <Button look="main" onClick={take}>
        <Said k="online:position.choose" />
      </Button>
    </form>
  )
}
