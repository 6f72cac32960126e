import { useStore } from 'zustand'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Ledger, LedgerTrouble } from './ledger.ts'

/** What hindered the last act, and what somebody else published meanwhile. */
export function LedgerTroubleNotice<
  T extends { readonly id: string },
  F extends FeedHead & { readonly publisher: string },
>({ ledger }: { readonly ledger: Ledger<T, F> }) {
  const t = useWords('staff')
  const { trouble, rebased } = useStore(ledger.store)
  return (
    <div role="alert">
      {trouble === null ? null : (
        <Notice tone="hazard">
          <p>
            <Said text={t(troubleKey(trouble))} />
          </p>
          {trouble.kind === 'write' ? (
            <p>
              <code>{trouble.detail}</code>
            </p>
          ) : null}
        </Notice>
      )}
      {rebased === null ? null : (
        <Notice
          tone="unknown"
          actions={
            <Button onClick={() => ledger.seen()}>
              <Said k="staff:rebased.seen" />
            </Button>
          }
        >
          <p>
            <Said k="staff:rebased.told" />
          </p>
          <ul>
            {rebased.map(({ id, why }) => (
              <li key={id}>
                <Said k={`staff:rebased.${why}`} params={{ id }} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

function troubleKey(trouble: LedgerTrouble): string {
  switch (trouble.kind) {
    case 'check':
      return `trouble.check.${trouble.why}`
    case 'coSign':
      return `trouble.coSign.${trouble.why}`
    case 'put':
      return trouble.half ? 'trouble.half' : `trouble.put.${trouble.why}`
    case 'write':
    case 'newer':
    case 'cannotSign':
    case 'notSeen':
      return `trouble.${trouble.kind}`
  }
}
