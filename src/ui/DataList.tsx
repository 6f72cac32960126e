import type { ReactNode } from 'react'
import styles from './DataList.module.css'

/** Facts as pairs of a name and a value. */
export const DataList = ({ children }: { readonly children: ReactNode }) => (
  <dl className={styles.list}>{children}</dl>
)

export const Datum = ({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) => (
  <div className={styles.datum}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
