import { bearing, compassPoint } from '#domain/geo/bearing.ts'
import { AT_SITE } from '#domain/drills/player.ts'
import { fullFrom } from '#domain/drills/full-sites.ts'
import type { DrillWorld, WorldSite } from '#domain/drills/drill-world.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import { formatMetres, Said, useWords, wordsIn } from '#i18n/index.ts'
import { siteWords } from '#features/shelters/index.ts'
import type { Running } from '../state.ts'
import { describeGoal, type Ready } from '../table/table-now.ts'
import { isLost } from './site-reached.ts'
import styles from './walk.module.css'

/** The site that they go to; where they named none, the nearest that takes people in. */
export function goalOf({ drill, told }: Running, { sites }: DrillWorld): WorldSite | null {
  const { goal, track, home } = drill.run
  if (goal !== null) return sites.find(({ id }) => id === goal) ?? null
  const here = track.at(-1)?.at ?? home
  const takes = sites.filter(({ id, at }) => fullFrom(id, at, told?.injects ?? []) === null)
  return takes.toSorted((a, b) => metresBetween(here, a.at) - metresBetween(here, b.at))[0] ?? null
}

/** Where they are going, how far and in which direction in a straight line: large, for a glance. Nothing of it while the position is lost. */
export const Goal = ({ running, ready }: { readonly running: Running; readonly ready: Ready }) => {
  const t = useWords('drills')
  const { goal, track } = running.drill.run
  const site = goalOf(running, ready.world)
  const here = isLost(running) ? undefined : track.at(-1)?.at
  return (
    <div className={styles.goal}>
      <p>
        <Said phrase={describeGoal(ready)} />
      </p>
      {goal === null && site !== null ? (
        <p>
          <Said text={wordsIn(t.language, siteWords(site.site.name))} />
        </p>
      ) : null}
      {here === undefined || site === null ? null : (
        <p className={styles.glance}>
          {metresBetween(here, site.at) <= AT_SITE ? (
            <Said k="points:way.here" />
          ) : (
            <Said
              text={t(`points:way.${compassPoint(bearing(here, site.at))}`, {
                distance: formatMetres(t.language, metresBetween(here, site.at)),
              })}
            />
          )}
        </p>
      )}
    </div>
  )
}
