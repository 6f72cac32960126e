import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Alert } from '#domain/alerts/alert.ts'
import type { Closure } from '#domain/closures/closure.ts'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import type { FeedName } from '#domain/feeds/feed-trust.ts'
import { checkDraft } from '#domain/publish/check-draft.ts'
import { differenceOf, type Change } from '#domain/publish/difference.ts'
import { metresOf } from '#domain/publish/picking.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Section } from '#ui/Panel.tsx'
import { Changes } from './Changes.tsx'
import type { Ledger } from './ledger.ts'
import { LedgerTroubleNotice } from './LedgerTroubleNotice.tsx'
import type { City, StaffParts } from './parts.ts'
import { OutPart } from './OutPart.tsx'
import { Preview, toldOfAlert, toldOfClosure, type Told } from './Preview.tsx'
import { SignPart } from './SignPart.tsx'
import { useNow } from './use-now.ts'
import { useUnload } from './use-unload.ts'

type ReviewProps = { readonly parts: StaffParts; readonly city: City }

/** Looked at once more, signed, published: for closures and for orders alike. */
export const ReviewScreen = ({ parts, city, feed }: ReviewProps & { readonly feed: FeedName }) =>
  feed === 'closures' ? (
    <Review parts={parts} city={city} ledger={city.closures} toldOf={toldOfClosure} />
  ) : (
    <Review parts={parts} city={city} ledger={city.alerts} toldOf={toldOfAlert} />
  )

function Review<T extends Closure | Alert, F extends FeedHead & { readonly publisher: string }>({
  parts,
  city,
  ledger,
  toldOf,
}: ReviewProps & { readonly ledger: Ledger<T, F>; readonly toldOf: (item: T, now: number) => Told }) {
  const state = useStore(ledger.store)
  const now = useNow(parts.services.clock)
  const { edits, reading, signed, putting } = state
  const base = reading?.kept?.feed ?? null
  const { changes, told } = useMemo(() => {
    const before = base === null ? [] : ledger.book.itemsOf(base)
    const after = signed === null ? ledger.book.edited(before, edits, now) : ledger.book.itemsOf(signed.feed)
    const found = differenceOf<T>(before, after, ledger.book.isOver)
    const shown = found.flatMap((change) =>
      change.kind === 'gone' || change.kind === 'checked' ? [] : [change.after],
    )
    return { changes: found, told: shown.map((item) => toldOf(item, now)) }
  }, [ledger, base, edits, signed, now, toldOf])
  useUnload(edits.length > 0 && putting.status !== 'done')
  if (edits.length === 0 && signed === null)
    return (
      <Notice tone="info">
        <p>
          <Said k="staff:review.nothing" />
        </p>
      </Notice>
    )
  return (
    <>
      <LedgerTroubleNotice ledger={ledger} />
      {putting.status === 'done' ? null : (
        <Section title={<Said k="staff:review.changes" />}>
          <Changes changes={changes} toldOf={toldOf} now={now} />
          {signed === null ? <ChangeActions parts={parts} ledger={ledger} /> : null}
          <Warnings parts={parts} changes={changes} now={now} />
        </Section>
      )}
      {signed === null ? (
        <SignPart parts={parts} city={city} ledger={ledger} />
      ) : (
        <OutPart parts={parts} city={city} ledger={ledger} />
      )}
      {putting.status === 'done' ? null : <Preview told={told} />}
    </>
  )
}

function ChangeActions<
  T extends { readonly id: string },
  F extends FeedHead & { readonly publisher: string },
>({ parts, ledger }: { readonly parts: StaffParts; readonly ledger: Ledger<T, F> }) {
  const [isSure, setIsSure] = useState(false)
  const screen = ledger.name === 'closures' ? 'closure' : 'alert'
  return (
    <Actions>
      <Button icon="plus" onClick={() => parts.routes.go(screen)}>
        <Said k={`staff:review.more.${ledger.name}`} />
      </Button>
      <Button icon="back" onClick={() => ledger.undo()}>
        <Said k="staff:review.undo" />
      </Button>
      <Button icon="bin" onClick={() => (isSure ? ledger.discard() : setIsSure(true))}>
        <Said k={isSure ? 'staff:review.discardSure' : 'staff:review.discard'} />
      </Button>
    </Actions>
  )
}

/** What to look at once more. None of it keeps anybody from publishing, but for what every phone would refuse. */
function Warnings<T extends Closure | Alert>({
  parts,
  changes,
  now,
}: {
  readonly parts: StaffParts
  readonly changes: readonly Change<T>[]
  readonly now: number
}) {
  const t = useWords('staff')
  const open = useStore(parts.areas.store, (state) => state.open)
  const found = useMemo(() => {
    if (open.status !== 'open') return []
    const graph = openGraph(open.area)
    const [west, south, east, north] = open.pack.manifest.bounds
    return changes.flatMap((change) => {
      if (change.kind !== 'added' && change.kind !== 'changed') return []
      const closure: Closure | Alert = change.after
      if (!('shape' in closure)) return []
      return checkDraft(closure, {
        graph: graph.ok ? graph.value : null,
        now,
        metres: metresOf(closure.shape),
        isInArea: ([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north,
      })
    })
  }, [open, changes, now])
  const once = [...new Set(found)]
  if (once.length === 0) return null
  return (
    <Notice tone="unknown" announce>
      <ul>
        {once.map((warning) => (
          <li key={warning}>
            <Said text={t(`warning.${warning}`)} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
