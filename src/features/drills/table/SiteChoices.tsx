import { useId, useMemo } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { DrillNow } from '#domain/drills/drill-run.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { sitesByMinutes, type SiteOffered } from '#domain/drills/sites-by-minutes.ts'
import { chooseDestination } from '#domain/timeline/choose-destination.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import type { DrillTools } from '../tools.ts'
import { siteParams } from './site-params.ts'
import { once } from './table-acts.ts'
import styles from './table.module.css'

/** Where the plan goes in this danger, if it is a site of the area; null = nowhere. */
export const siteOfPlan = ({ plan }: DrillTools, { scenario }: DrillWorld): string | null =>
  plan === null ? null : (chooseDestination(plan.facts, scenario.hazard)?.facts.destination.site ?? null)

/** What is told of a site beside its name. */
const About = ({ offered, isPlanned }: { readonly offered: SiteOffered; readonly isPlanned: boolean }) => {
  const { site, way, isFull } = offered
  return (
    <>
      {isPlanned ? (
        <span>
          <Said k="drills:table.fromPlan" />
        </span>
      ) : null}{' '}
      {isFull ? (
        <span>
          <Said k="drills:inject.siteFullAt" params={{ 'site@name': site.site.name.ja }} />
        </span>
      ) : way === null ? (
        <span>
          <Said k="roads:refused.unreachable" />
        </span>
      ) : (
        <span>
          <Said k="roads:way.minutes" params={{ count: way.minutes }} />{' '}
          <Said k="roads:way.metres" params={{ metres: way.metres }} />
        </span>
      )}
    </>
  )
}

/** The sites to choose from as buttons: that of the plan first, then the nearest; then "wherever I come to". */
export const SiteChoices = ({
  tools,
  world,
  told,
  from,
  words,
  goal,
  onChoose,
}: {
  readonly tools: DrillTools
  readonly world: DrillWorld
  readonly told: DrillNow
  readonly from: LngLat
  /** What the buttons say: one for a site, and one for any. */
  readonly words: { readonly site: string; readonly any: string }
  /** The one that was chosen before, which is not offered; undefined = none was. */
  readonly goal?: string | null
  readonly onChoose: (site: string | null) => void
}) => {
  const id = useId()
  const planned = siteOfPlan(tools, world)
  const [longitude, latitude] = from
  const came = told.injects.length
  const offered = useMemo(
    () => sitesByMinutes(world, [longitude, latitude], told.injects, planned),
    // oxlint-disable-next-line react/exhaustive-deps -- `came` stands for what was told: nothing that came is taken back
    [world, longitude, latitude, came, planned],
  )
  return (
    <ul className={styles.choices}>
      {offered
        .filter(({ site }) => site.id !== goal)
        .map((one) => (
          <li key={one.site.id} className={styles.choice}>
            {one.isFull ? (
              <strong>
                <Said k="drills:table.goal" params={siteParams(one.site)} />
              </strong>
            ) : (
              <Button
                look="row"
                aria-describedby={`${id}-${one.site.id}`}
                onClick={once(() => onChoose(one.site.id))}
              >
                <Said k={words.site} params={siteParams(one.site)} />
              </Button>
            )}
            <small id={`${id}-${one.site.id}`}>
              <About offered={one} isPlanned={one.site.id === planned} />
            </small>
          </li>
        ))}
      {goal === null ? null : (
        <li className={styles.choice}>
          <Button look="row" onClick={once(() => onChoose(null))}>
            <Said k={words.any} />
          </Button>
        </li>
      )}
    </ul>
  )
}
