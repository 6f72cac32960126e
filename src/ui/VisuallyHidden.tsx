import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

/** Words for the ear only. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
)

/** What cannot wait: what is put in here is read out at once. For orders to leave and nothing less. */
export const UrgentRegion = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.hidden} role="alert">
    {children}
  </div>
)

/** A polite live region: what is put in here is read out when it changes. It must be in the page before it has words. */
export const LiveRegion = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.hidden} role="status" aria-live="polite" aria-atomic="true">
    {children}
  </div>
)
