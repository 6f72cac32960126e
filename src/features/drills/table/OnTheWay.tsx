import type { DescribedChoice } from '#domain/drills/describe-choices.ts'
import { goBack, goTo } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, More } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { SiteChoices } from './SiteChoices.tsx'
import { actIn, once } from './table-acts.ts'
import { describeGoal, describePlace, placeOf, type Phase, type Ready } from './table-now.ts'
import styles from './table.module.css'
import { useFollowing } from './use-following.ts'
import { WayChoices } from './WayChoices.tsx'

/** Where they are and want to go. */
const Whereabouts = ({ ready }: { readonly ready: Ready }) => (
  <div className={styles.whereabouts}>
    {describePlace(ready).map((phrase) => (
      <p key={phrase.key}>
        <Said phrase={phrase} />
      </p>
    ))}
    <p>
      <Said phrase={describeGoal(ready)} />
    </p>
  </div>
)

/** On the way: which way at a junction, turning back between two, and going elsewhere. */
export const OnTheWay = ({
  tools,
  ready,
  phase,
  choices,
}: {
  readonly tools: DrillTools
  readonly ready: Ready
  readonly phase: Phase
  readonly choices: readonly DescribedChoice[]
}) => {
  const { drill, world, told } = ready
  const { isFollowing, follow, stop } = useFollowing(tools, ready, phase, choices)
  const turnBack = () => {
    stop()
    actIn(tools, goBack)
  }
  return (
    <>
      <Whereabouts ready={ready} />
      {follow === null ? null : (
        <Actions>
          <Button look="main" onClick={once(follow)}>
            <Said k="drills:table.follow" />
          </Button>
        </Actions>
      )}
      {phase.kind === 'standing' ? <WayChoices tools={tools} choices={choices} /> : null}
      {phase.kind === 'walking' ? (
        <Actions>
          <Button onClick={once(turnBack)}>
            <Said k="drills:table.turnBack" />
          </Button>
          {isFollowing ? (
            <Button onClick={once(stop)}>
              <Said k="drills:table.askAgain" />
            </Button>
          ) : null}
        </Actions>
      ) : null}
      <More summary={<Said k="drills:table.change" />}>
        <SiteChoices
          tools={tools}
          world={world}
          told={told}
          from={placeOf(ready) ?? drill.run.home}
          words={{ site: 'drills:table.goTo', any: 'drills:table.goAny' }}
          goal={drill.run.goal}
          onChoose={(site) => actIn(tools, (...now) => goTo(...now, site))}
        />
      </More>
    </>
  )
}
