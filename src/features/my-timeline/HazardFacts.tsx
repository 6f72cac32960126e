import type { Phrase } from '#domain/risk/report.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import styles from './interview.module.css'

/** What a place is to one danger: the city's word and the zone, side by side. */
export type HazardFact = {
  readonly hazard: TimelineHazard
  readonly inZone: boolean
  readonly phrases: readonly Phrase[]
}

const Facts = ({ of }: { readonly of: readonly HazardFact[] }) => (
  <dl className={styles.facts}>
    {of.map(({ hazard, inZone, phrases }) => (
      <div key={hazard} data-zone={inZone ? 'inZone' : undefined}>
        <dt>
          <Said k={`timeline:danger.${hazard}`} />
        </dt>
        {phrases.map((phrase) => (
          <dd key={phrase.key}>
            <Said phrase={phrase} />
          </dd>
        ))}
      </div>
    ))}
  </dl>
)

/**
 * A place and the dangers. Those that reach the home, and those whose zone reaches the place, stand open; the others are
 * folded, so that several places can be compared.
 */
export const HazardFacts = ({
  of,
  reached,
}: {
  readonly of: readonly HazardFact[]
  readonly reached: readonly TimelineHazard[]
}) => {
  const isOpen = ({ hazard, inZone }: HazardFact) => inZone || reached.includes(hazard)
  const open = of.some(isOpen) ? of.filter(isOpen) : of.slice(0, 1)
  const folded = of.filter((one) => !open.includes(one))
  return (
    <>
      <Facts of={open} />
      {folded.length === 0 ? null : (
        <More summary={<Said k="interview:destinations.moreHazards" />}>
          <Facts of={folded} />
        </More>
      )}
    </>
  )
}
