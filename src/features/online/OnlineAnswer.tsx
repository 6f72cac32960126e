import type { ReactNode } from 'react'
import type { OnlineReport } from '#domain/official-tiles/describe-online.ts'
import type { HazardReport } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { OnlineCredit } from './OnlineCredit.tsx'
import styles from './online.module.css'

/** How a report is drawn: the card that the answer of a pack has too. */
export type Card = (report: HazardReport, isFirst: boolean) => ReactNode

/** What the official pictures show at a place: marked as online and coarser before anything else is said. */
export const OnlineAnswer = ({
  report: { report, avalanche, notes, troubles },
  card,
}: {
  readonly report: OnlineReport
  readonly card: Card
}) => (
  <div className={styles.answer} role="group" aria-labelledby="online-answer">
    <h4 id="online-answer" className={styles.mark} tabIndex={-1}>
      <Said k="online:heading" />
    </h4>
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.key}>
          <Said phrase={note} />
        </li>
      ))}
    </ul>
    {troubles.length === 0 ? null : (
      <Notice tone="unknown">
        {troubles.map((phrase) => (
          <p key={phrase.key}>
            <Said phrase={phrase} />
          </p>
        ))}
      </Notice>
    )}
    <p className={styles.headline} role="status">
      <Said phrase={report.headline} />
    </p>
    {report.reports.map((one, index) => card(one, index === 0))}
    <Notice tone={avalanche.tone}>
      {avalanche.says.map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
    </Notice>
    <ul className={styles.notes}>
      {report.always.map((phrase) => (
        <li key={phrase.key}>
          <Said phrase={phrase} />
        </li>
      ))}
    </ul>
    <OnlineCredit />
  </div>
)
