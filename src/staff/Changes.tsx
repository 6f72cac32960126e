import type { Change } from '#domain/publish/difference.ts'
import { Said } from '#i18n/index.ts'
import type { Told } from './Preview.tsx'
import styles from './staff.module.css'

/** What is new against what is published, one row each, in plain words. */
export function Changes<T extends { readonly id: string }>({
  changes,
  toldOf,
  now,
}: {
  readonly changes: readonly Change<T>[]
  readonly toldOf: (item: T, now: number) => Told
  readonly now: number
}) {
  if (changes.length === 0)
    return (
      <p>
        <Said k="staff:change.none" />
      </p>
    )
  return (
    <ul className={styles.rows}>
      {changes.map((change) => {
        const item = change.kind === 'gone' ? change.before : change.after
        const { id, phrases } = toldOf(item, now)
        return (
          <li key={id} className={styles.change} data-kind={change.kind}>
            <strong>
              <Said k={`staff:change.${change.kind}`} />
            </strong>
            <span className={styles.words}>
              {phrases.slice(0, 4).map((phrase, index) => (
                <span key={index}>
                  <Said phrase={phrase} />
                </span>
              ))}
              <span className={styles.small}>
                <Said k="staff:change.number" params={{ id }} />
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
