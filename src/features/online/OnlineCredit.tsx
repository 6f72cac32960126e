import { OFFICIAL_CREDIT, OFFICIAL_NOTICE, PORTAL_URL } from '#domain/official-tiles/credit.ts'
import styles from './online.module.css'

/** The credit and the notice that the terms of use prescribe, verbatim in Japanese. */
export const OnlineCredit = () => (
  <div className={styles.credit} lang="ja" translate="no">
    <p>
      <a href={PORTAL_URL} rel="noreferrer">
        {OFFICIAL_CREDIT}
      </a>
    </p>
    <p>{OFFICIAL_NOTICE}</p>
  </div>
)
