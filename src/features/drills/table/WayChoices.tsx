import { useId, useMemo } from 'react'
import { describeChoices, type DescribedChoice } from '#domain/drills/describe-choices.ts'
import { goAlong } from '#domain/drills/table-acts.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { Bar } from '#domain/routes/cost.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Swatch } from '#ui/Swatch.tsx'
import type { DrillTools } from '../tools.ts'
import { actIn, once } from './table-acts.ts'
import type { Ready } from './table-now.ts'
import styles from './table.module.css'

const BAR_WORDS: { readonly [bar in Bar]: string } = {
  closed: 'drills:table.bar.closed',
  steps: 'drills:table.bar.steps',
  tunnel: 'drills:table.bar.tunnel',
  redZone: 'drills:table.bar.zone',
  collapse: 'drills:table.bar.zone',
  deepWater: 'drills:table.bar.zone',
}

/** The ways on, reckoned anew only when they stand somewhere else, want to go elsewhere, or something came. */
export function useChoices({ drill, world, told }: Ready): readonly DescribedChoice[] {
  const { walk, run } = drill
  const key =
    walk === null || walk.walking !== null
      ? null
      : [walk.at.edge, walk.at.along, walk.at.node, walk.goal, walk.done.length, told.injects.length].join()
  return useMemo(
    () => (walk === null || key === null ? [] : describeChoices(world, walk, run, told.minute)),
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for all of the drill that counts
    [world, key],
  )
}

/** What a way is called: its turn, or that it is the way back. */
export const nameOfWay = ({ text }: DescribedChoice): Phrase => text ?? { key: 'drills:table.back' }

/** What is told of a way beside its turn, in the order in which it is heard. Zones follow by themselves. */
export const factsOfWay = (choice: DescribedChoice): readonly Phrase[] => [
  ...(choice.bar === null ? [] : [{ key: BAR_WORDS[choice.bar] }]),
  ...(choice.towards ? [{ key: 'drills:table.towards' }] : []),
  ...(choice.road === null ? [] : [choice.road]),
  { key: 'way:length.told', params: { metres: choice.metres } },
  { key: 'roads:way.minutes', params: { count: choice.minutes } },
  ...(choice.isBridge ? [{ key: 'roads:step.bridge' }] : []),
  ...(choice.isUnderpass ? [{ key: 'roads:step.underpass' }] : []),
  ...(choice.hasSteps ? [{ key: 'roads:step.steps' }] : []),
  ...(choice.landmarkText === null ? [] : [choice.landmarkText]),
]

/** The ways on as buttons, each with what is known of it; a shut one is no button, and says why. */
export const WayChoices = ({
  tools,
  choices,
}: {
  readonly tools: DrillTools
  readonly choices: readonly DescribedChoice[]
}) => {
  const id = useId()
  return (
    <ul className={styles.choices}>
      {choices.map((choice) => {
        const { edge, direction, bar, zones } = choice
        const about = `${id}-${edge}-${direction}`
        return (
          <li key={about} className={styles.choice} data-towards={choice.towards || undefined}>
            {bar === null ? (
              <Button
                look="row"
                aria-describedby={about}
                onClick={once(() => actIn(tools, (...now) => goAlong(...now, choice)))}
              >
                <Said phrase={nameOfWay(choice)} />
              </Button>
            ) : (
              <strong>
                <Said phrase={nameOfWay(choice)} />
              </strong>
            )}
            <div id={about} className={styles.facts}>
              <p>
                {factsOfWay(choice).map((phrase) => (
                  <span key={phrase.key}>
                    <Said phrase={phrase} />{' '}
                  </span>
                ))}
              </p>
              {zones.map(({ tone, look, text }, index) => (
                <p key={index} className={styles.zone} data-tone={tone}>
                  {look === null ? (
                    <Icon name={tone === 'hazard' ? 'warning' : 'question'} />
                  ) : (
                    <Swatch paint={tools.paint(look.layer, look.rank)} />
                  )}
                  <span>
                    <Said phrase={text} />
                  </span>
                </p>
              ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
