import { useStore } from 'zustand'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import type { FeedReading } from '#platform/ports.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { Ledger } from './ledger.ts'

/** How what is shown stands to what residents get now. */
export function FeedStateNotice<
  T extends { readonly id: string },
  F extends FeedHead & { readonly publisher: string },
>({ ledger, now }: { readonly ledger: Ledger<T, F>; readonly now: number }) {
  const t = useWords('staff')
  const { reading, isReading, missing } = useStore(ledger.store)
  const key = reading === null ? null : stateKey(reading, missing)
  const feed = reading?.kept?.feed
  const isOver = feed !== undefined && now >= feed.expires
  const isSoonOver = feed !== undefined && !isOver && feed.expires - now < 3_600_000
  return (
    <div role="status">
      {isReading || key === null ? (
        <p>
          <Said k="staff:feed.reading" />
        </p>
      ) : null}
      {key === null || key === 'fine' ? null : (
        <Notice
          tone={key === 'empty' ? 'info' : 'hazard'}
          actions={
            <Button onClick={() => void ledger.refresh()}>
              <Said k="staff:again" />
            </Button>
          }
        >
          <p>
            <Said text={t(`feed.${key}`)} />
          </p>
          {feed === undefined || key === 'empty' ? null : (
            <p>
              <Said k="staff:feed.basedOn" params={{ sequence: feed.sequence, 'at@time': feed.issued }} />
            </p>
          )}
        </Notice>
      )}
      {isOver || isSoonOver ? (
        <Notice tone="hazard">
          <p>
            <Said k={isOver ? 'staff:feed.expired' : 'staff:feed.expires'} />
          </p>
        </Notice>
      ) : null}
      {feed === undefined ? null : (
        <Quiet>
          <Said
            k="staff:feed.published"
            params={{ sequence: feed.sequence, 'at@time': feed.issued, 'end@time': feed.expires }}
          />
        </Quiet>
      )}
    </div>
  )
}

function stateKey({ trouble, kept }: FeedReading<unknown>, missing: boolean | null): string {
  if (trouble === null) return 'fine'
  if (missing === true) return kept === null ? 'empty' : 'vanished'
  if (trouble.kind === 'network') return 'network'
  return trouble.why === 'badSignature' ? 'half' : 'refused'
}
