import type { HazardReport, Phrase, Provenance } from '#domain/risk/report.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import type { DepthLook } from '#map/depth-colours.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { More } from '#ui/Panel.tsx'
import { Swatch } from '#ui/Swatch.tsx'
import { DepthPicture } from './DepthPicture.tsx'
import styles from './HazardCard.module.css'

const ICONS: { readonly [tone in HazardReport['tone']]: IconName } = {
  hazard: 'warning',
  unknown: 'question',
  none: 'about',
}

const Phrases = ({ title, phrases }: { readonly title: string; readonly phrases: readonly Phrase[] }) => {
  if (phrases.length === 0) return null
  return (
    <div className={styles.part}>
      <h4>
        <Said k={title} />
      </h4>
      <ul className={styles.phrases}>
        {phrases.map((phrase, index) => (
          <li key={index}>
            <Said phrase={phrase} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whose facts these are and how old: the credit verbatim in Japanese, the date in the person's language. */
const Sources = ({ provenance }: { readonly provenance: readonly Provenance[] }) => {
  const t = useWords('app')
  if (provenance.length === 0) return null
  return (
    <div className={styles.sources}>
      <h4>
        <Said k="app:answer.source" />
      </h4>
      {provenance.map(({ credit, asOf }, index) => (
        <p key={index}>
          <span lang="ja" translate="no">
            {credit}
          </span>{' '}
          <span>
            {asOf === null ? (
              <Said k="app:answer.asOfUnknown" />
            ) : (
              <Said text={t('answer.asOf', { date: formatDate(t.language, asOf) })} />
            )}
          </span>
        </p>
      ))}
    </div>
  )
}

/** The rank with the field of the legend, so that the words, the number and the map are seen to be one. */
const RankChip = ({ rank, look }: { readonly rank: number; readonly look: DepthLook }) => (
  <span className={styles.chip}>
    <Swatch paint={look} />
    <span>
      <Said k={`hazards:rank.rank${rank}`} />
    </span>
  </span>
)

/** One hazard of the answer. Where nothing reaches the place, or nothing is known, the details are folded away. */
export const HazardCard = ({
  report,
  saidAbove,
  look,
}: {
  readonly report: HazardReport
  /** True when the heading of the sheet has said this headline already. */
  readonly saidAbove: boolean
  /** How the rank is drawn on the map; null where there is no rank. */
  readonly look: DepthLook | null
}) => {
  const details = (
    <>
      <Phrases title="app:answer.whatToDo" phrases={report.actions} />
      <Phrases title="app:answer.notKnown" phrases={report.unknowns} />
      <Sources provenance={report.provenance} />
    </>
  )
  const hasDetails = report.actions.length + report.unknowns.length + report.provenance.length > 0
  return (
    <article className={styles.card} data-tone={report.tone}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Icon name={ICONS[report.tone]} />
        </span>
        <h3 className={styles.name}>
          <Said phrase={report.name} />
        </h3>
        {report.rank === null || look === null ? null : <RankChip rank={report.rank} look={look} />}
      </div>
      {saidAbove ? null : (
        <p className={styles.headline}>
          <Said phrase={report.headline} />
        </p>
      )}
      {report.rank === null || look === null ? null : (
        <div className={styles.depth}>
          <DepthPicture rank={report.rank} />
          {report.depth === null ? null : (
            <p>
              <Said phrase={report.depth} />
            </p>
          )}
        </div>
      )}
      {report.tone === 'hazard' ? (
        details
      ) : hasDetails ? (
        <More summary={<Said k="app:answer.more" />}>{details}</More>
      ) : null}
    </article>
  )
}
