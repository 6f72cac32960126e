import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './what-now.module.css'

/** Where the levels are said, outside this app: warnings, danger by place, and rivers. Opened only by a press. */
const OFFICIAL = {
  warnings: 'https://www.jma.go.jp/bosai/warning/',
  kikikuru: 'https://www.jma.go.jp/bosai/risk/',
  rivers: 'https://www.river.go.jp/',
} as const

/** This app tells no level: the city and the Japan Meteorological Agency do. */
export const NotAnAlarm = () => (
  <Notice tone="info">
    <p>
      <Said k="interview:now.notAlarm" />
    </p>
    <ul className={styles.links}>
      {(['warnings', 'kikikuru', 'rivers'] as const).map((one) => (
        <li key={one}>
          <a href={OFFICIAL[one]} target="_blank" rel="noreferrer noopener">
            <Said k={`interview:now.official.${one}`} />
          </a>
        </li>
      ))}
    </ul>
  </Notice>
)
