import type { ReactNode } from 'react'
import type { DraftFault } from '#domain/publish/draft-scenario.ts'
import { Said } from '#i18n/index.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './drill.module.css'
import { useFault } from './fault-context.ts'

/** What is wrong, in a sentence. */
export const FaultWords = ({ fault }: { readonly fault: DraftFault }) => (
  <Said
    k={`staff:drill.fault.${fault.why}`}
    {...(fault.least === undefined || fault.most === undefined
      ? {}
      : { params: { least: fault.least, most: fault.most } })}
  />
)

/** The sentence at a field, while it is the one to be put right. Its field names it by `id`. */
export const FaultLine = ({ field, id }: { readonly field: string; readonly id?: string }) => {
  const fault = useFault(field)
  return fault === null ? null : (
    <p id={id} className={styles.fault}>
      <Icon name="warning" />
      <span>
        <FaultWords fault={fault} />
      </span>
    </p>
  )
}

/** Around what is no field of its own: choices and lists. The way to the fault leads here. */
export const FaultBox = ({ field, children }: { readonly field: string; readonly children: ReactNode }) => (
  <div data-field={field} tabIndex={-1} className={styles.box}>
    {children}
    <FaultLine field={field} />
  </div>
)
