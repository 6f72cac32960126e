import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { writeTime } from '#domain/closures/time.ts'
import type { Closure } from '#domain/closures/closure.ts'
import { closureOf, draftOf, newDraft, newId, type ClosureDraft } from '#domain/publish/draft-closure.ts'
import { roadOf, shapeOf, type Picked } from '#domain/publish/picking.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import { indexEdges } from '#domain/routes/snap.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions } from '#ui/Panel.tsx'
import { OfficeOnce } from './OfficeField.tsx'
import type { City, StaffParts } from './parts.ts'
import { useNow } from './use-now.ts'
import { useUnload } from './use-unload.ts'
import { WhatPart } from './WhatPart.tsx'
import { WhenPart } from './WhenPart.tsx'
import { WherePart } from './WherePart.tsx'

/** One closure on one page: where, what, until when. Then it is looked at once more and signed. */
export const ClosureScreen = ({
  parts,
  city,
  id,
}: {
  readonly parts: StaffParts
  readonly city: City
  readonly id: string
}) => {
  const open = useStore(parts.areas.store, (state) => state.open)
  const office = useStore(parts.settings, (state) => state.office) || (city.closures.base()?.publisher ?? '')
  const [isOfficeKnown] = useState(office !== '')
  const [before] = useState<Closure | null>(() => city.closures.items().find((one) => one.id === id) ?? null)
  const [draft, setDraft] = useState<ClosureDraft>(() =>
    before === null ? newDraft(office) : draftOf(before),
  )
  const [picks, setPicks] = useState<readonly Picked[]>([])
  const [isShort, setIsShort] = useState(false)
  const now = useNow(parts.services.clock)
  const graph = open.status === 'open' ? open.area : null
  const index = useMemo(() => {
    const opened = graph === null ? null : openGraph(graph)
    return opened?.ok === true ? indexEdges(opened.value) : null
  }, [graph])
  const picked = picks.at(-1)
  const shape = (picked === undefined ? null : shapeOf(picked)) ?? before?.shape ?? null
  useUnload(picks.length > 0)
  if (open.status !== 'open') return null
  const onPicks = (next: readonly Picked[]) => {
    setPicks(next)
    const stretches = next.at(-1)?.stretches ?? []
    if (stretches.length > 0) setDraft((known) => ({ ...known, road: roadOf(stretches) ?? known.road }))
  }
  const finish = () => {
    const at = parts.services.clock.now()
    const taken = city.closures.items().map((one) => one.id)
    const whole = { ...draft, shape, source: { ...draft.source, name: draft.source.name || office } }
    const name = before?.id ?? newId(taken, writeTime(at).slice(0, 10))
    const closure = closureOf(whole, name, before, at)
    if (closure === null || closure.source.name === '') return setIsShort(true)
    city.closures.add({ kind: 'put', item: closure, before })
    parts.routes.go('review', 'closures')
  }
  return (
    <>
      <OfficeOnce parts={parts} isKnown={isOfficeKnown} />
      <WherePart
        services={parts.services}
        open={open}
        index={index}
        picks={picks}
        kept={before?.shape ?? null}
        others={city.closures.items()}
        now={now}
        onPicks={onPicks}
      />
      <WhatPart draft={draft} onDraft={setDraft} />
      <WhenPart draft={draft} now={now} onDraft={setDraft} />
      {isShort ? (
        <div role="alert">
          <Notice tone="unknown">
            <p>
              <Said k={shape === null ? 'staff:closure.noPlace' : 'staff:closure.noOffice'} />
            </p>
          </Notice>
        </div>
      ) : null}
      <Actions>
        <Button look="main" onClick={finish}>
          <Said k="staff:closure.next" />
        </Button>
        <Button onClick={() => parts.routes.go('home')}>
          <Said k="staff:cancel" />
        </Button>
      </Actions>
    </>
  )
}
