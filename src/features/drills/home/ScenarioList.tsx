import { useId } from 'react'
import { aboutScenario } from '#domain/drills/describe-scenario.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import { SCENARIOS } from '#domain/drills/scenarios.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import type { DrillTools } from '../tools.ts'
import { FromFile } from './FromFile.tsx'
import { ScenarioName } from './ScenarioName.tsx'
import styles from './home.module.css'

/** How one of the drills of the app is done, and how long it takes at a table. */
export const ScenarioFacts = ({ scenario }: { readonly scenario: Scenario }) => {
  const t = useWords('drills')
  const about = aboutScenario(scenario)
  return (
    <>
      {about === null ? null : (
        <p>
          <Said phrase={about} />
        </p>
      )}
      <ul className={styles.modes}>
        {scenario.modes.map((mode) => (
          <li key={mode}>
            <Said k={`drills:mode.${mode}`} />
          </li>
        ))}
      </ul>
      {scenario.modes.includes('table') ? (
        <p className={styles.quiet}>
          <Said text={t('home.takes', { count: Math.ceil(scenario.minutes / scenario.speed) })} />
        </p>
      ) : null}
    </>
  )
}

const Item = ({
  scenario,
  onChoose,
}: {
  readonly scenario: Scenario
  readonly onChoose: (() => void) | null
}) => {
  const id = useId()
  return (
    <li className={styles.card} aria-labelledby={id}>
      <h4 id={id}>
        <ScenarioName scenario={scenario} />
      </h4>
      <ScenarioFacts scenario={scenario} />
      <Button disabled={onChoose === null} onClick={() => onChoose?.()}>
        <Said k="drills:home.choose" />
        <VisuallyHidden>
          {' '}
          <ScenarioName scenario={scenario} />
        </VisuallyHidden>
      </Button>
    </li>
  )
}

/** The drills that come with the app, and one from a file: to be done here, by oneself. They need an area. */
export const ScenarioList = ({ tools }: { readonly tools: DrillTools }) => {
  const area = tools.area?.manifest.area.code ?? null
  const choose = (scenario: string | Scenario, where: string) => {
    tools.drills.commands.invite({ area: where, scenario, begins: null, group: null })
    tools.go('drillJoin')
  }
  const takeFile = (scenario: Scenario) => {
    const where = scenario.area ?? area
    if (where !== null) choose(scenario, where)
  }
  return (
    <>
      <ul className={styles.list}>
        {SCENARIOS.map((scenario) => (
          <Item
            key={scenario.id}
            scenario={scenario}
            onChoose={area === null ? null : () => choose(scenario.id, area)}
          />
        ))}
      </ul>
      <FromFile onScenario={takeFile} />
    </>
  )
}
