import { Fragment } from 'react'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { homeOf } from '#domain/plan/household.ts'
import type { PlaceFacts, PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { HazardReport, Phrase } from '#domain/risk/report.ts'
import { describeStay } from '#domain/stay/describe-stay.ts'
import { Said } from '#i18n/index.ts'
import { Beside, PaperPart, Sentences } from './Beside.tsx'
import styles from './Paper.module.css'

/** The hazards that reach the place or of which nothing is known: each in its own sentence, how deep included. */
const Told = ({ reports }: { readonly reports: readonly HazardReport[] }) => (
  <ul className={styles.risks}>
    {reports.map((report) => (
      <li key={`${report.kind} ${report.scenario}`} data-tone={report.tone}>
        <Beside>
          <b>
            <Said phrase={report.name} />
          </b>{' '}
          <Said phrase={report.headline} />{' '}
          {[report.depth, ...report.facts.slice(0, 1)].map((phrase) =>
            phrase === null ? null : (
              <Fragment key={phrase.key}>
                <Said phrase={phrase} />{' '}
              </Fragment>
            ),
          )}
        </Beside>
      </li>
    ))}
  </ul>
)

/** The hazards without a published zone here, in one sentence that says what that does not mean. */
const NoZones = ({ reports }: { readonly reports: readonly HazardReport[] }) =>
  reports.length === 0 ? null : (
    <Beside>
      <p>
        <Said k="paper:risk.noZone" />
      </p>
      <ul className={styles.names}>
        {reports.map(({ kind, scenario, name }) => (
          <li key={`${kind} ${scenario}`}>
            <Said phrase={name} />
          </li>
        ))}
      </ul>
    </Beside>
  )

/** Stay or leave: the decision, by when, and the fact that decides, for each situation. */
function staySentences(plan: Plan, { place, stay }: PlaceFacts): readonly Phrase[] {
  const home = homeOf(plan, place)
  if (stay === null || home === null) return [{ key: 'paper:risk.noBuilding' }]
  return describeStay(stay, home).parts.flatMap(({ about, headline, whenToGo, facts }) => [
    { key: `stay:part.${about}` },
    headline,
    ...whenToGo.slice(0, 1),
    ...facts.slice(0, 1),
  ])
}

/** What reaches the home, and whether to stay or to leave. */
export const PaperRisk = ({
  plan,
  facts,
  manifest,
}: {
  readonly plan: Plan
  readonly facts: PlanFacts
  /** null = no area is open. */
  readonly manifest: PackManifest | null
}) => {
  const home = facts.home
  const risk = home?.risk ?? null
  const reports = risk === null || manifest === null ? null : describeRisk(risk, manifest).reports
  return (
    <>
      <PaperPart name="risk" title="paper:risk.title">
        {reports === null ? (
          <Sentences phrases={[{ key: home === null ? 'paper:risk.noHome' : 'paper:risk.noArea' }]} />
        ) : (
          <>
            <Told reports={reports.filter(({ tone }) => tone !== 'none')} />
            <NoZones reports={reports.filter(({ tone }) => tone === 'none')} />
          </>
        )}
      </PaperPart>
      {home === null || home.risk === null ? null : (
        <PaperPart name="stay" title="paper:stay.title">
          <Sentences phrases={staySentences(plan, home)} />
        </PaperPart>
      )}
    </>
  )
}
