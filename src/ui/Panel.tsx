import type { ReactNode } from 'react'
import styles from './Panel.module.css'

/** What stands in a sheet: blocks below one another with even gaps. */
export const Panel = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.panel}>{children}</div>
)

/** A part of a panel under its own heading. */
export const Section = ({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) => (
  <section className={styles.section}>
    <h3 className={styles.title}>{title}</h3>
    {children}
  </section>
)

/** Buttons beside one another, wrapping where there is no room. */
export const Actions = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.actions}>{children}</div>
)

/** More that can be opened: the browser's own disclosure. */
export const More = ({
  summary,
  children,
}: {
  readonly summary: ReactNode
  readonly children: ReactNode
}) => (
  <details className={styles.more}>
    <summary>
      <span>{summary}</span>
    </summary>
    <div className={styles.inside}>{children}</div>
  </details>
)

export const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.quiet}>{children}</p>
)
