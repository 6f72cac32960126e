import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

/** Words for the ear only. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
)

/** A polite live region: what is put in here is read out when it changes. It must be in the page before it has words. */
export const LiveRegion = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.hidden} role="status" aria-live="polite" aria-atomic="true">
    {children}
  </div>
)
