import { useId, type ReactNode } from 'react'
import styles from './ReadCheck.module.css'

/** One of a few sentences: native radio buttons below one another; none is chosen to begin with. */
export const Choices = ({
  legend,
  options,
  value,
  onChange,
}: {
  readonly legend: ReactNode
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly value: string | null
  readonly onChange: (value: string) => void
}) => {
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
