import { useId, useState, type ReactNode } from 'react'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { LAST_CHIP, readStoreys } from './draft.ts'
import styles from './HomeForm.module.css'

const COUNTS = ['one', 'two', 'three'] as const

/** A number of storeys: a chip for the usual ones, a number to write for a tall building. */
export const StoreyChoice = ({
  legend,
  numberLabel,
  value,
  upTo,
  invalid,
  onChange,
}: {
  readonly legend: ReactNode
  readonly numberLabel: ReactNode
  readonly value: number | null
  /** The last storey that is offered, where the building is known. */
  readonly upTo: number | null
  readonly invalid: boolean
  readonly onChange: (value: number | null) => void
}) => {
  const id = useId()
  const [text, setText] = useState(value !== null && value > LAST_CHIP ? String(value) : null)
  const offered = Math.min(LAST_CHIP, upTo ?? LAST_CHIP)
  const many = upTo === null || upTo > LAST_CHIP
  const chosen = text !== null && many ? 'more' : value === null ? '' : String(value)
  return (
    <div className={styles.part} data-invalid={invalid || undefined}>
      <Chips
        legend={legend}
        options={[
          ...COUNTS.slice(0, offered).map((count, index) => ({
            value: String(index + 1),
            label: <Said k={`stay:form.count.${count}`} />,
          })),
          ...(many ? [{ value: 'more', label: <Said k="stay:form.count.more" /> }] : []),
        ]}
        value={chosen}
        onChange={(next) => {
          setText(next === 'more' ? '' : null)
          onChange(next === 'more' ? null : Number(next))
        }}
      />
      {chosen !== 'more' ? null : (
        <p className={styles.number}>
          <label htmlFor={id}>{numberLabel}</label>
          <input
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={text ?? ''}
            aria-invalid={invalid || undefined}
            onChange={(event) => {
              setText(event.target.value)
              onChange(readStoreys(event.target.value))
            }}
          />
        </p>
      )}
    </div>
  )
}
