import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { HazardReport } from '#domain/risk/report.ts'
import { formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Section } from '#ui/Panel.tsx'
import { isCoarse, isOutside, wordsOf } from './answer-facts.ts'
import { groupReports } from './group-reports.ts'
import { HazardCard } from './HazardCard.tsx'
import type { PlaceName } from './nearest-place.ts'
import type { Answered, Inspected, RiskStore } from './store.ts'
import styles from './AnswerPanel.module.css'

/** Where the answer is for: the name in Japanese, and how well the place is known. */
const Where = ({ place, near }: { readonly place: Inspected; readonly near: PlaceName | null }) => {
  const t = useWords('app')
  const name = place.name ?? near
  return (
    <p className={styles.where}>
      {name === null ? null : (
        <Said
          text={t(place.name === null ? 'answer.near' : 'answer.at', {
            place: wordsIn(t.language, wordsOf(name)),
          })}
        />
      )}{' '}
      {place.accuracy === null ? null : (
        <Said
          text={t(place.from === 'position' ? 'answer.accuracy' : 'answer.within', {
            distance: formatMetres(t.language, place.accuracy),
          })}
        />
      )}
    </p>
  )
}

/** What is said before the hazards: how coarse the position is, and that the place lies outside. */
const Doubts = ({ place, outside }: { readonly place: Inspected; readonly outside: ReactNode }) => (
  <>
    {outside}
    {isCoarse(place) ? (
      <Notice tone="unknown">
        <p>
          <Said k="app:answer.coarse" />
        </p>
      </Notice>
    ) : null}
  </>
)

const Group = ({
  title,
  reports,
  paint,
}: {
  readonly title: string
  readonly reports: readonly HazardReport[]
  readonly paint: Paint
}) =>
  reports.length === 0 ? null : (
    <Section title={<Said k={title} />}>
      {reports.map((report) => (
        <HazardCard
          key={`${report.kind} ${report.scenario}`}
          report={report}
          saidAbove={false}
          isOpen={false}
          look={lookOf(report, paint)}
          level={4}
          isBrief
        />
      ))}
    </Section>
  )

const lookOf = ({ look }: HazardReport, paint: Paint) => (look === null ? null : paint(look.layer, look.rank))

const Hazards = ({
  answered,
  paint,
  after,
}: {
  readonly answered: Answered
  readonly paint: Paint
  readonly after: ReactNode
}) => {
  const { reports, headline } = answered.report
  const { reaching, lesser, unknown, none } = groupReports(reports)
  return (
    <>
      {reaching.map((report, index) => (
        <HazardCard
          key={`${report.kind} ${report.scenario}`}
          report={report}
          saidAbove={index === 0 && report.headline.key === headline.key}
          isOpen={index === 0}
          look={lookOf(report, paint)}
        />
      ))}
      {after}
      <Group title="risk:group.lesser" reports={lesser} paint={paint} />
      <Group title="risk:group.unknown" reports={unknown} paint={paint} />
      <Group title="risk:group.none" reports={none} paint={paint} />
    </>
  )
}

/** The answer for a place, worst first. Outside the area there is one sentence, and not the same one per hazard. */
export const AnswerPanel = ({
  store,
  paint,
  outside,
  aloud = null,
  decision = null,
  afterZones = null,
}: {
  readonly store: RiskStore
  readonly paint: Paint
  /** What reads the answer aloud. */
  readonly aloud?: ReactNode
  /** What stands first: what to do in this person's building. */
  readonly decision?: ReactNode
  /** What stands between the zones that reach the place and what is not known of it. */
  readonly afterZones?: ReactNode
  /** What to offer when the place lies outside the open area. */
  readonly outside: ReactNode
}) => {
  const { inspected, answered } = useStore(store)
  if (inspected === null) return null
  if (answered === null)
    return (
      <Panel>
        <Notice tone="info" announce>
          <p>
            <Said k="app:answer.waiting" />
          </p>
        </Notice>
      </Panel>
    )
  return (
    <Panel>
      <Where place={inspected} near={answered.near} />
      <Doubts place={inspected} outside={isOutside(answered) ? outside : null} />
      {aloud}
      {decision}
      {isOutside(answered) ? null : <Hazards answered={answered} paint={paint} after={afterZones} />}
      <ul className={styles.always}>
        {answered.report.always.map((phrase) => (
          <li key={phrase.key}>
            <Said phrase={phrase} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
