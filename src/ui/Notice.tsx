import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

export type NoticeTone = 'info' | 'hazard' | 'unknown' | 'none'

const ICONS: { readonly [tone in NoticeTone]: IconName } = {
  info: 'about',
  hazard: 'warning',
  unknown: 'question',
  none: 'about',
}

/**
 * A sentence that has to be seen, with what can be done about it. `announce` makes it a live region, for notices that
 * appear while a person looks elsewhere.
 */
export const Notice = ({
  tone,
  children,
  actions,
  announce = false,
}: {
  readonly tone: NoticeTone
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly announce?: boolean
}) => (
  <div className={classNames(styles.notice, styles[tone])} role={announce ? 'status' : undefined}>
    <span className={styles.icon}>
      <Icon name={ICONS[tone]} />
    </span>
    <div className={styles.words}>
      {children}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
)
