import { useMemo, type ReactNode } from 'react'
import type { Area } from '#domain/packs/area.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import type { HazardReport, RiskReport } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Notice } from '#ui/Notice.tsx'
import { More, Quiet } from '#ui/Panel.tsx'
import { ReportCard } from '../risk/index.ts'
import styles from './ThingPanel.module.css'

const Cards = ({
  reports,
  isFirstOpen,
  paint,
}: {
  readonly reports: readonly HazardReport[]
  readonly isFirstOpen: boolean
  readonly paint: Paint
}) =>
  reports.map((one, index) => (
    <ReportCard
      key={`${one.kind} ${one.scenario}`}
      report={one}
      isOpen={isFirstOpen && index === 0}
      paint={paint}
    />
  ))

const Report = ({ report, paint }: { readonly report: RiskReport; readonly paint: Paint }) => {
  const reaching = report.reports.filter(({ tone }) => tone === 'hazard')
  const others = report.reports.filter(({ tone }) => tone !== 'hazard')
  return (
    <>
      <p className={styles.value}>
        <Said phrase={report.headline} />
      </p>
      <Cards reports={reaching} isFirstOpen paint={paint} />
      {others.length === 0 ? null : (
        <More summary={<Said k="app:answer.more" />}>
          <Cards reports={others} isFirstOpen={false} paint={paint} />
        </More>
      )}
      <ul className={styles.notes}>
        {report.always.map((phrase) => (
          <li key={phrase.key}>
            <Said phrase={phrase} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** All that is known of a place or an area, worst first. What is not known and where no zone is can be opened. */
export const RiskPart = ({
  area,
  risk,
  paint,
  isWithin = false,
}: {
  readonly area: Area | null
  /** null = no place was told yet. */
  readonly risk: RiskAnswer | null
  readonly paint: Paint
  /** True for the worst inside something wide. */
  readonly isWithin?: boolean
}): ReactNode => {
  const report = useMemo(
    () => (area === null || risk === null ? null : describeRisk(risk, area.manifest)),
    [area, risk],
  )
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:risk.title" />
      </h3>
      {isWithin && report !== null ? (
        <Quiet>
          <Said k="mymap:risk.within" />
        </Quiet>
      ) : null}
      {report !== null ? (
        <Report report={report} paint={paint} />
      ) : (
        <Notice tone="unknown">
          <p>
            <Said k={area === null ? 'mymap:row.noArea' : 'mymap:risk.later'} />
          </p>
        </Notice>
      )}
    </section>
  )
}
