import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { FEED_NAMES } from '#domain/feeds/feed-trust.ts'
import { parseSignatures } from '#domain/feeds/signature-file.ts'
import { parseHandover, type Handover } from '#domain/publish/handover.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { ImportKey } from './ImportKey.tsx'
import { LedgerTroubleNotice } from './LedgerTroubleNotice.tsx'
import type { City, StaffParts } from './parts.ts'
import styles from './staff.module.css'

/** The second officer takes in what the first one signed, looks at it, and signs too. */
export const SecondScreen = ({ parts, city }: { readonly parts: StaffParts; readonly city: City }) => {
  const id = useId()
  const { keys, isRead } = useStore(city.keys.store)
  const [status, setStatus] = useState<'resting' | 'busy' | 'unreadable'>('resting')
  const take = async (files: readonly File[]) => {
    setStatus('busy')
    const handover = await readFiles(files)
    if (handover === null) return setStatus('unreadable')
    const ledger = handover.feed === 'closures' ? city.closures : city.alerts
    await ledger.takeHandover(handover)
    setStatus('resting')
    if (ledger.store.getState().signed !== null) parts.routes.go('review', handover.feed)
  }
  return (
    <Section title={<Said k="staff:second.title" />}>
      <Quiet>
        <Said k="staff:second.about" />
      </Quiet>
      <div className={styles.time}>
        <label htmlFor={id}>
          <Said k="staff:second.files" />
        </label>
        <input
          id={id}
          type="file"
          multiple
          accept=".json,.sig"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            if (files.length > 0) take(files).catch(() => setStatus('unreadable'))
          }}
        />
      </div>
      <p role="status">{status === 'busy' ? <Said k="staff:sign.busy" /> : null}</p>
      <div role="alert">
        {status === 'unreadable' ? (
          <Notice tone="hazard">
            <p>
              <Said k="staff:second.unreadable" />
            </p>
          </Notice>
        ) : null}
      </div>
      <LedgerTroubleNotice ledger={city.closures} />
      <LedgerTroubleNotice ledger={city.alerts} />
      {isRead && keys.length === 0 ? <ImportKey parts={parts} city={city} /> : null}
    </Section>
  )
}

/** One handover file, or the two files that are published. null = it is neither. */
async function readFiles(files: readonly File[]): Promise<Handover | null> {
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const [only] = read
  if (read.length === 1 && only !== undefined) {
    const handover = parseHandover(only.bytes)
    return handover.ok ? handover.value : null
  }
  const signatures = read.find(({ name }) => name.endsWith('.sig'))
  const file = read.find(({ name }) => !name.endsWith('.sig'))
  const feed = FEED_NAMES.find((name) => file?.name.startsWith(name) === true)
  const parsed = signatures === undefined ? null : parseSignatures(signatures.bytes)
  if (file === undefined || feed === undefined || parsed?.ok !== true) return null
  return { feed, bytes: file.bytes, signatures: parsed.value }
}
