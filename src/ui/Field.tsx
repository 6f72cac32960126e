import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import styles from './Field.module.css'

/** How long a person may pause before what was typed is handed over. Milliseconds; own choice. */
const PAUSE = 700

/**
 * What is being typed, handed over when the person pauses, leaves the field, or the field goes away: so nothing typed is
 * lost, and not every letter counts as a change.
 */
export function useTyped(value: string, onCommit: (text: string) => void) {
  const [text, setText] = useState<string | null>(null)
  const pending = useRef<string | null>(null)
  const commit = useRef(onCommit)
  useEffect(() => {
    commit.current = onCommit
  })
  const handOver = () => {
    const typed = pending.current
    pending.current = null
    if (typed !== null) commit.current(typed)
  }
  useEffect(() => {
    if (text === null) return undefined
    const timer = setTimeout(handOver, PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    addEventListener('pagehide', handOver)
    return () => {
      removeEventListener('pagehide', handOver)
      handOver()
    }
  }, [])
  return {
    value: text ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      pending.current = event.target.value
      setText(event.target.value)
    },
    onBlur: () => {
      handOver()
      setText(null)
    },
  }
}

/** A line (or several) of text under its name. `onCommit` is told what was typed, not every letter. */
export const TextField = ({
  label,
  hint,
  value,
  onCommit,
  most,
  type = 'text',
  lines = 1,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly value: string
  readonly onCommit: (text: string) => void
  /** The most characters that it takes. */
  readonly most: number
  readonly type?: 'text' | 'tel' | 'number'
  readonly lines?: number
}) => {
  const id = useId()
  const typed = useTyped(value, onCommit)
  const native = {
    id,
    maxLength: most,
    autoComplete: 'off',
    ...typed,
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea rows={lines} {...native} />
      ) : type === 'number' ? (
        <input type="text" inputMode="numeric" data-short="" {...native} />
      ) : (
        <input type={type} {...native} />
      )}
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className={styles.hint}>
          {hint}
        </small>
      )}
    </div>
  )
}

export type Check<T extends string> = {
  readonly value: T
  readonly label: ReactNode
  readonly hint?: ReactNode
}

/** Any of a few: native checkboxes with big targets. */
export const Checks = <T extends string>({
  legend,
  options,
  checked,
  onChange,
}: {
  readonly legend: ReactNode
  readonly options: readonly Check<T>[]
  readonly checked: readonly T[]
  /** Told the new choice, in the order of the options. */
  readonly onChange: (checked: readonly T[]) => void
}) => {
  const toggle = (value: T) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((one) => (one === value ? !checked.includes(one) : checked.includes(one))),
    )
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map(({ value, label, hint }) => (
          <label key={value} className={styles.check}>
            <input type="checkbox" checked={checked.includes(value)} onChange={() => toggle(value)} />
            <span>
              {label}
              {hint === undefined ? null : <small className={styles.hint}>{hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One of many, by the browser's own list: for names of people and places. */
export const Select = ({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: ReactNode
  /** The words of an option are plain text. */
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
