import { useEffect, useState } from 'react'
import { ALERT_BOOK, CLOSURE_BOOK } from '#domain/publish/books.ts'
import type { HistoryEntry } from '#platform/staff/staff-database.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet, Section } from '#ui/Panel.tsx'
import type { City, StaffParts } from './parts.ts'
import styles from './staff.module.css'

/** What was signed on this device, the newest first, and the way back. */
export const HistoryScreen = ({ parts, city }: { readonly parts: StaffParts; readonly city: City }) => {
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  useEffect(() => {
    let isGone = false
    parts.services.database.history(city.desk.area).then(
      (found) => isGone || setEntries(found),
      () => isGone || setEntries([]),
    )
    return () => {
      isGone = true
    }
  }, [parts, city])
  return (
    <Section title={<Said k="staff:history.title" />}>
      <Quiet>
        <Said k="staff:history.about" />
      </Quiet>
      {entries?.length === 0 ? (
        <p>
          <Said k="staff:history.none" />
        </p>
      ) : null}
      <ul className={styles.rows}>
        {entries?.map((entry) => (
          <li key={entry.id} className={styles.change}>
            <span className={styles.words}>
              <strong>
                <Said k={`staff:history.${entry.feed}`} params={{ sequence: entry.sequence }} />
              </strong>
              <span>
                <Said
                  k={`staff:history.${entry.state}`}
                  params={{ 'at@time': entry.signed, names: entry.signedBy.join(' + ') }}
                />
              </span>
            </span>
            <Actions>
              <Button
                icon="back"
                onClick={() => {
                  if (restore(city, entry)) parts.routes.go('review', entry.feed)
                }}
              >
                <Said k="staff:history.restore" />
              </Button>
              <Button icon="offline" onClick={() => parts.services.save(`${entry.feed}.json`, entry.bytes)}>
                <Said k="staff:out.file" params={{ file: `${entry.feed}.json` }} />
              </Button>
            </Actions>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Prepares a new issue with the list as it was before an entry. False = that list cannot be read. */
function restore(city: City, { feed, before }: HistoryEntry): boolean {
  if (feed === 'closures') {
    const parsed = before === null ? null : CLOSURE_BOOK.kind.parse(before)
    if (parsed?.ok === false) return false
    city.closures.add({ kind: 'restore', items: parsed === null ? [] : parsed.value.closures })
    return true
  }
  const parsed = before === null ? null : ALERT_BOOK.kind.parse(before)
  if (parsed?.ok === false) return false
  city.alerts.add({ kind: 'restore', items: parsed === null ? [] : parsed.value.alerts })
  return true
}
