import { Said } from '#i18n/index.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import type { GoalCheck, GoalTone } from './goal-checks.ts'
import styles from './ThingPanel.module.css'

const ICONS: { readonly [tone in GoalTone]: IconName } = {
  hazard: 'warning',
  unknown: 'question',
  none: 'about',
}

/** How a destination stands to each danger, in words. */
export const GoalChecks = ({ checks }: { readonly checks: readonly GoalCheck[] }) => (
  <ul className={styles.checks}>
    {checks.map(({ hazards, tone, meant, phrases }) => (
      <li key={hazards.join()} className={styles.check} data-tone={meant ? tone : 'none'}>
        <Icon name={ICONS[meant ? tone : 'none']} />
        <div>
          <ul className={styles.hazards}>
            {hazards.map((hazard) => (
              <li key={hazard}>
                <Said k={`hazards:site.${hazard}`} />
              </li>
            ))}
          </ul>
          {meant ? null : (
            <p>
              <Said k="mymap:goal.notMeant" />
            </p>
          )}
          {phrases.map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))}
        </div>
      </li>
    ))}
  </ul>
)
