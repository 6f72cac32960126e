import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Closure } from '#domain/closures/closure.ts'
import { writeTime } from '#domain/closures/time.ts'
import type { Area } from '#domain/packs/area.ts'
import { closureOf, draftOf, newDraft, newId, type ClosureDraft } from '#domain/publish/draft-closure.ts'
import { roadOf, shapeOf, type Picked } from '#domain/publish/picking.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import { indexEdges, type EdgeIndex } from '#domain/routes/snap.ts'
import { FormEnd } from './FormEnd.tsx'
import { OfficeOnce } from './OfficeField.tsx'
import type { City, StaffParts } from './parts.ts'
import { useNow } from './use-now.ts'
import { useUnload } from './use-unload.ts'
import { WhatPart } from './WhatPart.tsx'
import { WhenPart } from './WhenPart.tsx'
import { WherePart } from './WherePart.tsx'

type ClosureScreenProps = { readonly parts: StaffParts; readonly city: City; readonly id: string }

/** The ways of the pack, sorted for picking; null = there are none. */
function useIndex(area: Area | null): EdgeIndex | null {
  return useMemo(() => {
    const opened = area === null ? null : openGraph(area)
    return opened?.ok === true ? indexEdges(opened.value) : null
  }, [area])
}

/** What the clerk has said so far, and how it becomes a closure. */
function useDraft({ parts, city, id }: ClosureScreenProps, office: string) {
  const [before] = useState<Closure | null>(() => city.closures.items().find((one) => one.id === id) ?? null)
  const [draft, setDraft] = useState<ClosureDraft>(() =>
    before === null ? newDraft(office) : draftOf(before),
  )
  const [picks, setPicks] = useState<readonly Picked[]>([])
  const picked = picks.at(-1)
  const shape = (picked === undefined ? null : shapeOf(picked)) ?? before?.shape ?? null
  const onPicks = (next: readonly Picked[]) => {
    setPicks(next)
    const stretches = next.at(-1)?.stretches ?? []
    if (stretches.length > 0) setDraft((known) => ({ ...known, road: roadOf(stretches) ?? known.road }))
  }
  /** False = something is missing. */
  const finish = (): boolean => {
    const at = parts.services.clock.now()
    const taken = city.closures.items().map((one) => one.id)
    const whole = { ...draft, shape, source: { ...draft.source, name: draft.source.name || office } }
    const name = before?.id ?? newId(taken, writeTime(at).slice(0, 10))
    const closure = closureOf(whole, name, before, at)
    if (closure === null || closure.source.name === '') return false
    city.closures.add({ kind: 'put', item: closure, before })
    return true
  }
  return { before, draft, setDraft, picks, onPicks, shape, finish }
}

/** One closure on one page: where, what, until when. Then it is looked at once more and signed. */
export const ClosureScreen = (props: ClosureScreenProps) => {
  const { parts, city } = props
  const open = useStore(parts.areas.store, (state) => state.open)
  const kept = useStore(parts.settings, (state) => state.office)
  const office = kept || (city.closures.base()?.publisher ?? '')
  const [isOfficeKnown] = useState(office !== '')
  const { before, draft, setDraft, picks, onPicks, shape, finish } = useDraft(props, office)
  const [isShort, setIsShort] = useState(false)
  const now = useNow(parts.services.clock)
  const index = useIndex(open.status === 'open' ? open.area : null)
  useUnload(picks.length > 0)
  const others = useMemo(() => city.closures.items(), [city])
  if (open.status !== 'open') return null
  return (
    <>
      <OfficeOnce parts={parts} isKnown={isOfficeKnown} />
      <WherePart
        services={parts.services}
        open={open}
        index={index}
        picks={picks}
        kept={before?.shape ?? null}
        others={others}
        now={now}
        onPicks={onPicks}
      />
      <WhatPart draft={draft} onDraft={setDraft} />
      <WhenPart draft={draft} now={now} onDraft={setDraft} />
      <FormEnd
        parts={parts}
        missing={!isShort ? null : shape === null ? 'staff:closure.noPlace' : 'staff:closure.noOffice'}
        onNext={() => {
          if (finish()) parts.routes.go('review', 'closures')
          else setIsShort(true)
        }}
      />
    </>
  )
}
