import { answersFor } from '#domain/plan/destination-facts.ts'
import { changePlanHead } from '#domain/plan/edits/edit-plan.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Checks } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { PlanTools } from '#features/plan/index.ts'
import styles from '../interview.module.css'
import { hazardAtHome, plannedHazards } from '../planned-hazards.ts'
import { FirstHome } from './FirstHome.tsx'
import type { QuestionProps } from './question-props.ts'

/** What the maps say of one danger at home: the sentences of its answers that share the tone of the whole. */
function saidOf(tools: PlanTools, { home }: PlanFacts, hazard: TimelineHazard): readonly Phrase[] {
  if (home?.risk == null || tools.area === null) return []
  const hazards = answersFor(home.risk, hazard)
  const { reports } = describeRisk({ ...home.risk, hazards }, tools.area.manifest)
  const zones = reports.filter(({ tone }) => tone === 'hazard')
  return (zones.length > 0 ? zones : reports.slice(0, 1)).map(({ headline }) => headline)
}

/** Why a danger is chosen or not: in a word, then what the map says. */
const Why = ({
  tools,
  facts,
  hazard,
}: Pick<QuestionProps, 'tools' | 'facts'> & {
  readonly hazard: TimelineHazard
}) => {
  const state = hazardAtHome(facts, hazard)
  return (
    <span className={styles.why} data-state={state}>
      <strong>
        <Said k={`interview:hazards.${state}`} />
      </strong>
      {hazard === 'tsunami' && state === 'outside' ? (
        <span>
          <Said k="interview:hazards.shaking" />
        </span>
      ) : null}
      {saidOf(tools, facts, hazard).map((phrase, index) => (
        <span key={index}>
          <Said phrase={phrase} />
        </span>
      ))}
    </span>
  )
}

/** For which dangers a timeline is made: filled in from the maps, to be changed by the family. */
export const HazardsQuestion = ({ tools, plan, facts, edit, onGo }: QuestionProps) => {
  const checked = plannedHazards(plan, facts)
  return (
    <>
      {facts.home === null ? <FirstHome needs="home" onGo={onGo} /> : null}
      <Checks
        legend={<Said k="interview:hazards.legend" />}
        options={TIMELINE_HAZARDS.map((value) => ({
          value,
          label: (
            <b>
              <Said k={`timeline:danger.${value}`} />
            </b>
          ),
          hint: <Why tools={tools} facts={facts} hazard={value} />,
        }))}
        checked={checked}
        onChange={(hazards) => edit(changePlanHead({ hazards: [...hazards] }))}
      />
      {checked.length === 0 ? (
        <p role="alert" className={styles.fault}>
          <Said k="interview:hazards.none" />
        </p>
      ) : null}
      <Quiet>
        <Said k="interview:hazards.note" />
      </Quiet>
    </>
  )
}
