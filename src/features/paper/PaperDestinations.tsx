import { Fragment } from 'react'
import { describeDestination, describeWay } from '#domain/plan/describe-facts.ts'
import type { DestinationFacts, DestinationFor, PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { describeDanger } from '#domain/timeline/describe-timeline.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Beside, PaperPart, Sentences } from './Beside.tsx'
import { NameOrKind, Own } from './Names.tsx'
import type { Numbered } from './numbered.ts'
import styles from './Paper.module.css'

/** How the place stands to one danger: the city's word on it and the zones, side by side, never one for the other. */
const Standing = ({ standing }: { readonly standing: DestinationFor }) => (
  <li>
    <Beside>
      <b>
        <Said phrase={describeDanger(standing.hazard)} />
      </b>{' '}
      {describeDestination(standing).map((phrase) => (
        <Fragment key={phrase.key}>
          <Said phrase={phrase} />{' '}
        </Fragment>
      ))}
    </Beside>
  </li>
)

const Goal = ({
  facts: { destination, way, isBarred, for: standings },
  number,
  hazards,
}: {
  readonly facts: DestinationFacts
  /** Its number on the map; null = it is not on it. */
  readonly number: number | null
  readonly hazards: readonly TimelineHazard[]
}) => {
  const ways: readonly Phrase[] =
    way === null ? [{ key: 'paper:destinations.noWay' }] : describeWay(way, destination.by, isBarred)
  const shown = standings.filter(({ hazard, meant }) => meant && hazards.includes(hazard))
  return (
    <li className={styles.goal}>
      <h3>
        {number === null ? null : <span className={styles.number}>{number}</span>}
        <NameOrKind name={destination.name} kind={{ key: `mymap:kind.destination.${destination.kind}` }} />
        {destination.phone === '' ? null : <bdi className={styles.phone}>{destination.phone}</bdi>}
      </h3>
      <Sentences phrases={destination.kind === 'upstairs' ? [] : ways} />
      <ul>
        {shown.map((standing) => (
          <Standing key={standing.hazard} standing={standing} />
        ))}
      </ul>
      {destination.note === '' ? null : (
        <p className={styles.note}>
          <Own text={destination.note} />
        </p>
      )}
    </li>
  )
}

/** Where the family goes: each with its way, and for each danger both facts. */
export const PaperDestinations = ({
  facts,
  things,
  hazards,
}: {
  readonly facts: PlanFacts
  readonly things: readonly Numbered[]
  /** The dangers that are planned for. */
  readonly hazards: readonly TimelineHazard[]
}) => (
  <PaperPart name="destinations" title="paper:destinations.title">
    {facts.destinations.length === 0 ? (
      <Sentences phrases={[{ key: 'paper:destinations.none' }]} />
    ) : (
      <ol className={styles.goals}>
        {facts.destinations.map((one) => (
          <Goal
            key={one.destination.id}
            facts={one}
            number={things.find(({ thing }) => thing.id === one.destination.id)?.number ?? null}
            hazards={hazards}
          />
        ))}
      </ol>
    )}
  </PaperPart>
)
