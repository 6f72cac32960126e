import { useMemo } from 'react'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { placeAt } from '#domain/drills/coming-injects.ts'
import { sitesByMinutes, type SiteOffered } from '#domain/drills/sites-by-minutes.ts'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { siteWords } from '#features/shelters/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import styles from './walk.module.css'

/** The site that the plan names for this danger; null = it names none. */
export function siteOfPlan({ plan }: DrillTools, { scenario }: DrillWorld): string | null {
  const meant = plan?.plan.destinations.filter(
    ({ site, hazards }) => site !== null && (hazards.length === 0 || hazards.includes(scenario.hazard)),
  )
  return meant?.[0]?.site ?? null
}

/** One of them, with what is known of it. */
const Site = ({
  offered: { site, way, isFull },
  isPlanned,
  isFirst,
  hasLeft,
  onChoose,
}: {
  readonly offered: SiteOffered
  readonly isPlanned: boolean
  readonly isFirst: boolean
  readonly hasLeft: boolean
  readonly onChoose: () => void
}) => {
  const t = useWords('drills')
  const name = wordsIn(t.language, siteWords(site.site.name))
  return (
    <Button look={isFirst && !hasLeft && !isFull ? 'main' : 'plain'} onClick={onChoose}>
      <Said text={t(hasLeft ? 'table.goTo' : 'table.leaveTo', { site: name })} />
      {way === null ? null : (
        <small>
          <Said k="roads:way.minutes" params={{ count: way.minutes }} />
        </small>
      )}
      {isPlanned ? (
        <small>
          <Said k="drills:table.fromPlan" />
        </small>
      ) : null}
      {isFull ? (
        <small>
          <Said text={t('inject.siteFullAt', { site: name })} />
        </small>
      ) : null}
    </Button>
  )
}

/**
 * The sites to go to, one button each: that of the plan, then the nearest by minutes on foot, then none in particular.
 * @param hasLeft then the goal is changed, else they go out of the door with it
 */
export const Sites = ({
  tools,
  running,
  world,
  hasLeft,
  onChoose,
}: {
  readonly tools: DrillTools
  readonly running: Running
  readonly world: DrillWorld
  readonly hasLeft: boolean
  readonly onChoose: (goal: string | null) => void
}) => {
  const { run } = running.drill
  const wanted = siteOfPlan(tools, world)
  const injects = running.told?.injects
  const from = placeAt(run, running.minute)
  const told = injects?.map(({ inject }) => inject.id).join()
  // Looked up where they stood when it was opened: a list that changes under the finger is no choice.
  // oxlint-disable-next-line react/exhaustive-deps -- what was told is known by its ids
  const offered = useMemo(() => sitesByMinutes(world, from, injects ?? [], wanted), [world, told, wanted])
  const others = offered.filter(({ site }) => !hasLeft || site.id !== run.goal)
  return (
    <ul className={styles.sites}>
      {others.map((one, index) => (
        <li key={one.site.id}>
          <Site
            offered={one}
            isPlanned={one.site.id === wanted}
            isFirst={index === 0}
            hasLeft={hasLeft}
            onChoose={() => onChoose(one.site.id)}
          />
        </li>
      ))}
      {hasLeft && run.goal === null ? null : (
        <li>
          <Button look={others.length === 0 ? 'main' : 'plain'} onClick={() => onChoose(null)}>
            <Said k={hasLeft ? 'drills:table.goAny' : 'drills:table.leaveAny'} />
          </Button>
        </li>
      )}
    </ul>
  )
}
