import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Choice.module.css'

export type Option<T extends string> = { readonly value: T; readonly label: ReactNode }

/** One of a few: native radio buttons drawn as chips, so that arrow keys and screen readers work as everywhere. */
export const Chips = <T extends string>({
  legend,
  options,
  value,
  onChange,
  inOneRow = false,
}: {
  readonly legend: ReactNode
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** On a narrow screen: one row that scrolls sideways, for many options that must not push the content away. */
  readonly inOneRow?: boolean
}) => {
  const name = useId()
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={classNames(styles.row, inOneRow && styles.oneRow)}>
        {options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** On or off. A native checkbox with the role of a switch. */
export const Switch = ({
  label,
  hint,
  on,
  onChange,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) => (
  <label className={styles.switch}>
    <span className={styles.switchWords}>
      {label}
      {hint === undefined ? null : <small className={styles.hint}>{hint}</small>}
    </span>
    <input
      type="checkbox"
      role="switch"
      checked={on}
      aria-checked={on}
      onChange={(event) => onChange(event.target.checked)}
    />
  </label>
)

/** A slider with its value in words beside it. */
export const Slider = ({
  label,
  value,
  min,
  max,
  step,
  text,
  onChange,
}: {
  readonly label: ReactNode
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value in words, shown and read out. */
  readonly text: string
  readonly onChange: (value: number) => void
}) => {
  const id = useId()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
