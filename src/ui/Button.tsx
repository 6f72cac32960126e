import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Button.module.css'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>

export type ButtonProps = Native & {
  readonly look?: 'main' | 'plain' | 'quiet' | 'row'
  readonly icon?: IconName
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with words. `look="row"` fills the line and starts its words at the inline start, for lists. */
export const Button = ({ look = 'plain', icon, children, ref, ...native }: ButtonProps) => (
  <button type="button" ref={ref} className={classNames(styles.button, styles[look])} {...native}>
    {icon === undefined ? null : <Icon name={icon} />}
    <span className={styles.words}>{children}</span>
  </button>
)

export type IconButtonProps = Native & {
  /** The words of the button: read out, and shown on a long press. */
  readonly label: string
  readonly icon: IconName
  readonly floating?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A square button that shows an icon only; its words are spoken. */
export const IconButton = ({ label, icon, floating = false, ref, ...native }: IconButtonProps) => (
  <button
    type="button"
    ref={ref}
    aria-label={label}
    title={label}
    className={classNames(styles.button, styles.square, floating ? styles.floating : styles.quiet)}
    {...native}
  >
    <Icon name={icon} />
  </button>
)
