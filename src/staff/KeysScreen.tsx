import { useState } from 'react'
import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Panel.tsx'
import { ImportKey } from './ImportKey.tsx'
import type { City, StaffParts } from './parts.ts'
import styles from './staff.module.css'

/** The keys on this device. */
export const KeysScreen = ({ parts, city }: { readonly parts: StaffParts; readonly city: City }) => {
  const { keys, isRead } = useStore(city.keys.store)
  const [sure, setSure] = useState('')
  return (
    <>
      <Section title={<Said k="staff:keys.here" />}>
        {isRead && keys.length === 0 ? (
          <p>
            <Said k="staff:keys.none" />
          </p>
        ) : null}
        <ul className={styles.rows}>
          {keys.map(({ kid, publicKey, till, counts }) => (
            <li key={publicKey} className={styles.row}>
              <span>
                <strong>{kid}</strong>{' '}
                <Said k={counts ? 'staff:keys.till' : 'staff:keys.over'} params={{ 'at@time': till }} />
              </span>
              <Button
                icon="bin"
                onClick={() => (sure === kid ? void city.keys.forget(publicKey) : setSure(kid))}
              >
                <Said k={sure === kid ? 'staff:keys.forgetSure' : 'staff:keys.forget'} />
              </Button>
            </li>
          ))}
        </ul>
        {keys.length > 1 ? (
          <Notice tone="unknown">
            <p>
              <Said k="staff:keys.several" />
            </p>
          </Notice>
        ) : null}
      </Section>
      <Section title={<Said k="staff:keys.add" />}>
        <ImportKey parts={parts} city={city} />
      </Section>
    </>
  )
}
