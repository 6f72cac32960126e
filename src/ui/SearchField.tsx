import { useId, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './SearchField.module.css'

/** A field that narrows the list below it with every letter. What is typed may be in any script. */
export const SearchField = ({
  label,
  text,
  most,
  onType,
}: {
  readonly label: ReactNode
  readonly text: string
  /** The most characters that it takes. */
  readonly most: number
  readonly onType: (text: string) => void
}) => {
  const id = useId()
  return (
    <div className={styles.search}>
      <label htmlFor={id}>
        <Icon name="search" />
        <span>{label}</span>
      </label>
      <input
        id={id}
        className={styles.field}
        type="search"
        dir="auto"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={most}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}
