import type { AlertLevel } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import styles from './LevelBadge.module.css'

/** A 警戒レベル: its digit on its official colour, and in words for the ear. Never the colour alone. */
export const LevelBadge = ({
  level,
  large = false,
  isNamed = false,
}: {
  readonly level: AlertLevel
  readonly large?: boolean
  /** The words beside it begin with the level: it is not read out twice. */
  readonly isNamed?: boolean
}) => (
  <span className={styles.badge} data-level={level} data-large={large || undefined}>
    {isNamed ? null : (
      <VisuallyHidden>
        <Said k="interview:level" params={{ level }} />
      </VisuallyHidden>
    )}
    <span aria-hidden="true">{level}</span>
  </span>
)
