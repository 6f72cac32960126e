import { useId, type ReactNode } from 'react'
import styles from './Progress.module.css'

/** A bar with its words. `done`/`total` in any one unit; `total` 0 = not known yet. */
export const Progress = ({
  label,
  done,
  total,
  text,
}: {
  readonly label: ReactNode
  readonly done: number
  readonly total: number
  readonly text: string
}) => {
  const id = useId()
  return (
    <div className={styles.progress}>
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} {...(total > 0 ? { value: Math.min(done, total), max: total } : {})} />
      <span className={styles.text}>{text}</span>
    </div>
  )
}
