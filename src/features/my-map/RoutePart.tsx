import { describeExposure, describeWay, type ExposureLine } from '#domain/plan/describe-facts.ts'
import type { RouteFacts } from '#domain/plan/plan-facts.ts'
import { Said } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Swatch } from '#ui/Swatch.tsx'
import { ClosuresOnRoute, type ClosuresNow } from '../closures/index.ts'
import styles from './ThingPanel.module.css'

const Line = ({
  line: { tone, look, text },
  paint,
}: {
  readonly line: ExposureLine
  readonly paint: Paint
}) => (
  <li className={styles.stretch} data-tone={tone}>
    {look === null ? <Icon name="question" /> : <Swatch paint={paint(look.layer, look.rank)} />}
    <span>
      <Said phrase={text} />
    </span>
  </li>
)

/** What a route leads through, worst first: its length, the minutes of the slowest, closed roads, and each zone by its metres. */
export const RoutePart = ({
  facts,
  paint,
  closures,
}: {
  readonly facts: RouteFacts | null
  readonly paint: Paint
  readonly closures: ClosuresNow
}) => {
  if (facts === null) return null
  const { exposure, way } = facts
  const report = exposure === null ? null : describeExposure(exposure, true)
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:route.through" />
      </h3>
      {report === null ? (
        <Notice tone="unknown">
          <p>
            <Said k="mymap:row.noArea" />
          </p>
        </Notice>
      ) : (
        <p className={styles.value}>
          <Said phrase={report.headline} />
        </p>
      )}
      {describeWay(way, 'walk')
        .slice(report === null ? 0 : -1)
        .map((phrase) => (
          <p key={phrase.key}>
            <Said phrase={phrase} />
          </p>
        ))}
      <ClosuresOnRoute now={closures} ids={facts.closures} />
      {report === null ? null : (
        <>
          <ul className={styles.stretches}>
            {report.lines.map((line, index) => (
              <Line key={index} line={line} paint={paint} />
            ))}
          </ul>
          <ul className={styles.notes}>
            {report.notes.map((phrase) => (
              <li key={phrase.key}>
                <Said phrase={phrase} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
