import { aboutScenario } from '#domain/drills/describe-scenario.ts'
import type { DrillInvitation, Scenario } from '#domain/drills/scenario.ts'
import { Said, useWords, wordsIn, type Words } from '#i18n/index.ts'
import { ScenarioName } from '../home/ScenarioName.tsx'
import type { DrillTools } from '../tools.ts'
import type { When } from './when.ts'
import styles from './join.module.css'

/** The name of an area, where this host offers it; else its code. */
export const areaName = (tools: DrillTools, code: string): Words => {
  const open = tools.area?.manifest.area
  if (open?.code === code) return { kana: '', ...open.name }
  const name = tools.areas?.nameOf(code) ?? null
  return name === null ? { ja: code } : { kana: '', ...name }
}

/** A beginning farther away than this is told by its day alone. Minutes; own choice. */
const SOON = 180

const Begins = ({ begins, when }: { readonly begins: number | null; readonly when: When }) => {
  const t = useWords('drills')
  return (
    <>
      <li>
        {begins === null ? (
          <Said k="drills:poster.anyTime" />
        ) : (
          <Said k="drills:poster.begins" params={{ 'at@time': begins }} />
        )}
      </li>
      {when.kind === 'coming' && when.minutes <= SOON ? (
        <li role="timer">
          <Said text={t('join.startsIn', { count: when.minutes })} />
        </li>
      ) : null}
      {when.kind === 'running' && when.minutes > 0 ? (
        <li>
          <Said text={t('join.late', { count: when.minutes })} />
        </li>
      ) : null}
    </>
  )
}

/** What somebody is asked to join: the drill, where, when and for whom. */
export const AskedTo = ({
  tools,
  invitation,
  scenario,
  when,
}: {
  readonly tools: DrillTools
  readonly invitation: DrillInvitation
  readonly scenario: Scenario
  readonly when: When
}) => {
  const t = useWords('drills')
  const about = aboutScenario(scenario)
  return (
    <div className={styles.asked}>
      <h3>
        <ScenarioName scenario={scenario} />
      </h3>
      {about === null ? null : (
        <p>
          <Said phrase={about} />
        </p>
      )}
      <ul>
        <Begins begins={invitation.begins} when={when} />
        <li>
          <Said
            k="drills:poster.area"
            params={{ area: wordsIn(t.language, areaName(tools, invitation.area)) }}
          />
        </li>
        {invitation.group === null ? null : (
          <li>
            <Said k="drills:poster.group" params={{ 'group@name': invitation.group }} />
          </li>
        )}
      </ul>
    </div>
  )
}
