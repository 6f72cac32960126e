import type { ReactNode } from 'react'
import { DEPTH_BANDS } from '#domain/hazards/depth-band.ts'
import type { HazardReport, Phrase, Provenance } from '#domain/risk/report.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import type { ZoneLook } from '#map/zone-looks.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { More } from '#ui/Panel.tsx'
import { Swatch } from '#ui/Swatch.tsx'
import { DepthPicture } from '../stay/index.ts'
import styles from './HazardCard.module.css'

const ICONS: { readonly [tone in HazardReport['tone']]: IconName } = {
  hazard: 'warning',
  unknown: 'question',
  none: 'about',
}

type Level = 3 | 4

/** A heading one step below the card's own. */
const Below = ({ level, children }: { readonly level: Level; readonly children: ReactNode }) =>
  level === 3 ? <h4>{children}</h4> : <h5>{children}</h5>

const Phrases = ({
  title,
  phrases,
  level,
}: {
  readonly title: string
  readonly phrases: readonly Phrase[]
  readonly level: Level
}) => {
  if (phrases.length === 0) return null
  return (
    <div className={styles.part}>
      <Below level={level}>
        <Said k={title} />
      </Below>
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
const Sources = ({
  provenance,
  level,
}: {
  readonly provenance: readonly Provenance[]
  readonly level: Level
}) => {
  const t = useWords('app')
  if (provenance.length === 0) return null
  return (
    <div className={styles.sources}>
      <Below level={level}>
        <Said k="app:answer.source" />
      </Below>
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

/** The field of the legend, with the rank where there is one, so that words, number and map are seen to be one. */
const Chip = ({ rank, look }: { readonly rank: number | null; readonly look: ZoneLook }) => (
  <span className={styles.chip}>
    <Swatch paint={look} />
    {rank === null ? null : (
      <span>
        <Said k={`hazards:rank.rank${rank}`} />
      </span>
    )}
  </span>
)

/** True when the class has the bounds of an official rank: only then may the chip name that rank. */
const isOfficial = ({ rank, bounds }: HazardReport): boolean =>
  rank !== null && bounds?.min === DEPTH_BANDS[rank].min && bounds.max === DEPTH_BANDS[rank].max

const Depth = ({ report }: { readonly report: HazardReport }) =>
  report.bounds === null ? null : (
    <div className={styles.depth}>
      <DepthPicture depth={report.bounds} />
      {report.depth === null ? null : (
        <p>
          <Said phrase={report.depth} />
        </p>
      )}
    </div>
  )

/** What was published beside the depth, without a heading of its own: it belongs to the sentence above. */
const Facts = ({ report }: { readonly report: HazardReport }) =>
  report.facts.length === 0 ? null : (
    <ul className={styles.phrases}>
      {report.facts.map((phrase, index) => (
        <li key={index}>
          <Said phrase={phrase} />
        </li>
      ))}
    </ul>
  )

/**
 * One hazard of the answer. Only the worst stands open as a whole: of the others the first thing to do is seen and the rest
 * is folded away, as it is where nothing reaches the place or nothing is known.
 */
export const HazardCard = ({
  report,
  saidAbove,
  isOpen,
  look,
  level = 3,
  isBrief = false,
}: {
  readonly report: HazardReport
  /** True when the heading of the sheet has said this headline already. */
  readonly saidAbove: boolean
  /** True for the one that stands open. */
  readonly isOpen: boolean
  /** How the rank is drawn on the map; null where there is no rank. */
  readonly look: ZoneLook | null
  /** Of its heading. */
  readonly level?: Level
  /** True for a lesser case of what stands above already: without the picture. */
  readonly isBrief?: boolean
}) => {
  const { tone, actions, unknowns, provenance } = report
  const Heading = level === 3 ? 'h3' : 'h4'
  const isHazard = tone === 'hazard'
  const first = isHazard && !isOpen ? actions.slice(0, 1) : []
  const details = (
    <>
      <Phrases title="app:answer.whatToDo" phrases={actions.slice(first.length)} level={level} />
      <Phrases title="app:answer.notKnown" phrases={unknowns} level={level} />
      <Sources provenance={provenance} level={level} />
    </>
  )
  const hasDetails = actions.length + unknowns.length + provenance.length > 0
  return (
    <article className={styles.card} data-tone={tone}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Icon name={ICONS[tone]} />
        </span>
        <Heading className={styles.name}>
          <Said phrase={report.name} />
        </Heading>
        {look === null ? null : <Chip rank={isOfficial(report) ? report.rank : null} look={look} />}
      </div>
      {saidAbove ? null : (
        <p className={styles.headline}>
          <Said phrase={report.headline} />
        </p>
      )}
      {isBrief ? null : <Depth report={report} />}
      <Facts report={report} />
      {first.map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
      {isOpen ? details : hasDetails ? <More summary={<Said k="app:answer.more" />}>{details}</More> : null}
    </article>
  )
}
