import { useId, type ReactNode } from 'react'
import { JAPAN_OFFSET, readWallTime, writeTime } from '#domain/closures/time.ts'
import styles from './staff.module.css'

/** A time in Japan, whatever clock the device goes by. */
export const TimeField = ({
  label,
  value,
  onChange,
}: {
  readonly label: ReactNode
  /** Milliseconds since 1970. */
  readonly value: number
  /** Told only times that there are. */
  readonly onChange: (time: number) => void
}) => {
  const id = useId()
  return (
    <div className={styles.time}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        defaultValue={writeTime(value).slice(0, 16)}
        onChange={(event) => {
          const time = readLocal(event.target.value)
          if (time !== null) onChange(time)
        }}
      />
    </div>
  )
}

/** `2026-07-01T09:30` as it is typed, read as a time in Japan. */
export function readLocal(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text)
  if (found === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number)
  return readWallTime({ year, month, day, hour, minute, second: 0 }, JAPAN_OFFSET)
}
