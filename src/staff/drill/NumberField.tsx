import { useId, type ReactNode } from 'react'
import { useTyped } from '#ui/Field.tsx'
import styles from './drill.module.css'
import { FaultLine } from './FaultLine.tsx'
import { useFault } from './fault-context.ts'

/** A number under its name, with what is wrong with it. What is no number is handed over as NaN. */
export const NumberField = ({
  label,
  hint,
  field,
  value,
  onCommit,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Its path in the scenario. */
  readonly field: string
  readonly value: number
  /** `isEmpty`: nothing stands in it, which some fields allow. */
  readonly onCommit: (value: number, isEmpty: boolean) => void
}) => {
  const id = useId()
  const fault = useFault(field)
  const typed = useTyped(Number.isNaN(value) ? '' : String(value), (text) =>
    onCommit(numberIn(text), text.trim() === ''),
  )
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === null ? [] : [`${id}-fault`]),
  ]
  return (
    <div className={styles.number}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="text"
        maxLength={12}
        autoComplete="off"
        data-field={field}
        aria-invalid={fault !== null}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        {...typed}
      />
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className={styles.hint}>
          {hint}
        </small>
      )}
      <FaultLine field={field} id={`${id}-fault`} />
    </div>
  )
}

/** As it is typed in Japan: in full width too, and with another minus sign. */
function numberIn(text: string): number {
  const plain = text
    .normalize('NFKC')
    .replace(/[−‐–ー]/, '-')
    .trim()
  return plain === '' ? Number.NaN : Number(plain)
}
