import type { RollCall } from '#domain/drills/roll-call.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Quiet } from '#ui/Panel.tsx'
import styles from './board.module.css'

/** How many arrived, and how many of them still need help: large, and before all else. */
export const RollSums = ({ roll }: { readonly roll: RollCall }) => {
  const t = useWords('drills')
  if (roll.arrivals.length === 0)
    return (
      <Quiet>
        <Said k="drills:roll.none" />
      </Quiet>
    )
  return (
    <>
      {roll.needHelp === 0 ? (
        <p>
          <Said k="drills:roll.noHelp" />
        </p>
      ) : (
        <p className={styles.help}>
          <Said text={t('roll.needHelp', { count: roll.needHelp })} />
        </p>
      )}
      <p className={styles.total}>
        <Said text={t('roll.people', { count: roll.people })} />
      </p>
    </>
  )
}
