import { Said } from '#i18n/index.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './Emergency.module.css'

const NUMBERS = ['119', '110'] as const

/** The numbers that save lives. Never without the words beside them: 119 is the police elsewhere. */
export const Emergency = () => (
  <aside className={styles.emergency}>
    <p>
      <Said k="app:emergency.notAlarm" />
    </p>
    <ul className={styles.numbers}>
      {NUMBERS.map((number) => (
        <li key={number}>
          <a href={`tel:${number}`} className={styles.call}>
            <Icon name="phone" />
            <b>{number}</b>
            <span>
              <Said k={`app:emergency.${number}`} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  </aside>
)
