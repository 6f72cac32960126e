import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { Icon } from '#ui/Icon.tsx'
import { Section } from '#ui/Panel.tsx'
import type { ClosuresKnown } from './closures-known.ts'
import styles from './WaysPanel.module.css'

const WITH_LEVELS: readonly SiteHazard[] = ['flood', 'landslide', 'stormSurge', 'inlandFlood']

/** When nobody sets out any more: by level 5 where there are levels. */
export const limitOf = (hazard: SiteHazard): Phrase => ({
  key: WITH_LEVELS.includes(hazard)
    ? 'roads:first.level5'
    : hazard === 'tsunami'
      ? 'roads:first.tsunami'
      : 'roads:first.other',
})

/** What has to be known before a way is: how old what is known of closed roads is, that this is no order, and the limit. */
export const KnowFirst = ({
  hazard,
  closures,
}: {
  readonly hazard: SiteHazard
  readonly closures: ClosuresKnown
}) => (
  <Section title={<Said k="roads:first.title" />}>
    <ul className={styles.first}>
      <li data-tone={closures.isDoubtful ? 'unknown' : 'none'}>
        <Icon name={closures.isDoubtful ? 'question' : 'about'} />
        <div>
          <b>
            <Said k="roads:first.closures" />
          </b>
          {closures.says.map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))}
        </div>
      </li>
      <li data-tone="none">
        <Icon name="about" />
        <p>
          <Said k="roads:first.plan" />
        </p>
      </li>
      <li data-tone="hazard">
        <Icon name="warning" />
        <p>
          <Said phrase={limitOf(hazard)} />
        </p>
      </li>
    </ul>
  </Section>
)
