import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import type { DrillTools } from '../tools.ts'
import styles from './join.module.css'

/** What a drill outdoors uses, what it cannot do, and what those who walk look out for. */
export const BeforeWalking = ({ tools: { attention } }: { readonly tools: DrillTools }) => {
  const { vibrate, sound, stayAwake } = attention.can
  const keys = [
    'drills:join.look',
    'drills:join.screen',
    ...(stayAwake ? [] : ['drills:join.screenSelf']),
    ...(vibrate || sound ? [] : ['drills:join.silent']),
    'mymap:picker.stays',
  ]
  return (
    <Notice tone="unknown">
      <ul className={styles.uses}>
        {keys.map((key) => (
          <li key={key}>
            <Said k={key} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
