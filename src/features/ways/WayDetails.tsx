import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import {
  describeNotes,
  describeSteps,
  describeStretches,
  type WayStretch,
} from '#domain/routes/describe-way.ts'
import type { Route } from '#domain/routes/route.ts'
import type { RouteStep } from '#domain/routes/steps.ts'
import { Said } from '#i18n/index.ts'
import type { Paint } from '#map/zone-looks.ts'
import { Icon } from '#ui/Icon.tsx'
import { Section } from '#ui/Panel.tsx'
import { Swatch } from '#ui/Swatch.tsx'
import styles from './WaysPanel.module.css'

const Stretch = ({
  stretch: { tone, look, text },
  paint,
}: {
  readonly stretch: WayStretch
  readonly paint: Paint
}) => (
  <li className={styles.stretch} data-tone={tone}>
    {look === null ? (
      <Icon name={tone === 'hazard' ? 'warning' : 'question'} />
    ) : (
      <Swatch paint={paint(look.layer, look.rank)} />
    )}
    <span>
      <Said phrase={text} />
    </span>
  </li>
)

/** What a way leads through, worst first, then what is not known of it. */
export const WayThrough = ({
  route,
  hazards,
  unplaced,
  paint,
}: {
  readonly route: Route
  readonly hazards: readonly HazardKind[]
  /** How many closures lie near no way. */
  readonly unplaced: number
  readonly paint: Paint
}) => {
  const stretches = describeStretches(route)
  return (
    <Section title={<Said k="roads:way.through" />}>
      {stretches.length === 0 ? null : (
        <ul className={styles.stretches}>
          {stretches.map((stretch, index) => (
            <Stretch key={index} stretch={stretch} paint={paint} />
          ))}
        </ul>
      )}
      <ul className={styles.notes}>
        {describeNotes(route, hazards).map((phrase) => (
          <li key={phrase.key}>
            <Said phrase={phrase} />
          </li>
        ))}
        {unplaced === 0 ? null : (
          <li>
            <Said k="roads:unplaced" params={{ count: unplaced }} />
          </li>
        )}
      </ul>
    </Section>
  )
}

/** The way, turn by turn. */
export const WaySteps = ({ steps, area }: { readonly steps: readonly RouteStep[]; readonly area: Area }) => (
  <Section title={<Said k="roads:way.steps" />}>
    <ol className={styles.steps}>
      {describeSteps(steps, area).map(({ kind, text, road, landmark, length }, index) => (
        <li key={index} data-step={kind}>
          <p className={styles.turn}>
            <Said phrase={text} />
          </p>
          {[landmark, road, length].map((phrase) =>
            phrase === null ? null : (
              <p key={phrase.key}>
                <Said phrase={phrase} />
              </p>
            ),
          )}
        </li>
      ))}
    </ol>
  </Section>
)
