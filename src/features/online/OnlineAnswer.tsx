import type { ReactNode } from 'react'
import type { OnlineReport } from '#domain/official-tiles/describe-online.ts'
import type { HazardReport, Phrase } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { OnlineCredit } from './OnlineCredit.tsx'
import styles from './online.module.css'

/** How a report is drawn: the card that the answer of a pack has too. */
export type Card = (report: HazardReport, isFirst: boolean) => ReactNode

const Phrases = ({ phrases }: { readonly phrases: readonly Phrase[] }) => (
  <ul className={styles.notes}>
    {phrases.map((phrase) => (
      <li key={phrase.key}>
        <Said phrase={phrase} />
      </li>
    ))}
  </ul>
)

/** What the official pictures show at a place: marked as online and coarser before anything else is said. */
export const OnlineAnswer = ({
  report: { report, coarse, avalanche, notes, troubles },
  card,
}: {
  readonly report: OnlineReport
  readonly card: Card
}) => (
  <div className={styles.answer} role="group" aria-labelledby="online-answer">
    <h4 id="online-answer" className={styles.mark}>
      <Said k="online:heading" />
    </h4>
    <p>
      <Said phrase={coarse} />
    </p>
    <p className={styles.headline}>
      <Said phrase={report.headline} />
    </p>
    {troubles.length === 0 ? null : (
      <Notice tone="unknown">
        {troubles.map((phrase) => (
          <p key={phrase.key}>
            <Said phrase={phrase} />
          </p>
        ))}
      </Notice>
    )}
    <Phrases phrases={notes} />
    {report.reports.map((one, index) => card(one, index === 0))}
    <Notice tone={avalanche.tone}>
      {avalanche.says.map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
    </Notice>
    <Phrases phrases={report.always} />
    <OnlineCredit />
  </div>
)
