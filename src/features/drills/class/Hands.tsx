import { useId } from 'react'
import { MOST_HANDS } from '#domain/drills/dilemmas.ts'
import { Said, useWords } from '#i18n/index.ts'
import { IconButton } from '#ui/Button.tsx'
import styles from './class.module.css'

/** From what was typed to a count of hands; nothing typed = none. */
const countIn = (typed: string): number => {
  const count = Number.parseInt(typed, 10)
  return Number.isNaN(count) ? 0 : Math.min(MOST_HANDS, Math.max(0, count))
}

/** How many raised their hand for an answer: by one more or one fewer, or typed. */
export const Hands = ({
  answer,
  count,
  onChange,
}: {
  readonly answer: 'yes' | 'no'
  readonly count: number
  readonly onChange: (count: number) => void
}) => {
  const t = useWords('drills')
  const id = useId()
  const text = t.label(`class.${answer}`)
  return (
    <div className={styles.hands} data-answer={answer}>
      <label htmlFor={id}>
        <Said k={`drills:class.${answer}`} />
      </label>
      <div className={styles.stepper}>
        <IconButton
          icon="minus"
          label={t.label('class.fewer', { text })}
          aria-disabled={count === 0}
          onClick={() => onChange(Math.max(0, count - 1))}
        />
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={MOST_HANDS}
          step={1}
          value={String(count)}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange(countIn(event.target.value))}
        />
        <IconButton
          icon="plus"
          label={t.label('class.more', { text })}
          aria-disabled={count === MOST_HANDS}
          onClick={() => onChange(Math.min(MOST_HANDS, count + 1))}
        />
      </div>
    </div>
  )
}
