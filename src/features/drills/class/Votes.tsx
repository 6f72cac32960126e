import type { CSSProperties } from 'react'
import type { Hands } from '#domain/drills/dilemmas.ts'
import { Said } from '#i18n/index.ts'
import styles from './class.module.css'

/** How many chose what: as words, and as bars beside one another. null = nobody was counted. */
export const Votes = ({ hands }: { readonly hands: Hands | null }) => {
  const all = hands === null ? 0 : hands.yes + hands.no
  if (hands === null || all === 0)
    return (
      <p>
        <Said k="drills:class.none" />
      </p>
    )
  return (
    <dl className={styles.votes}>
      {(['yes', 'no'] as const).map((answer) => (
        <div key={answer} data-answer={answer}>
          <dt>
            <Said k={`drills:class.${answer}`} />
          </dt>
          <dd>
            <Said k="drills:class.hands" params={{ number: hands[answer], all }} />
            <span
              className={styles.bar}
              aria-hidden="true"
              style={{ '--share': hands[answer] / all } as CSSProperties}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
