import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Closure } from '#domain/closures/closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { ClosuresPanel, useClosures } from '#features/closures/index.ts'
import { Panel } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import type { Parts } from './parts.ts'

/** At this zoom the streets around a closure can be told apart. */
const STREET_ZOOM = 16

const middleOf = (line: readonly LngLat[]): LngLat => line[Math.floor(line.length / 2)] ?? [0, 0]

/** A position of the closure to look at. */
function lookAt({ shape }: Closure): LngLat {
  if (shape.kind === 'point') return shape.at
  return middleOf((shape.kind === 'line' ? shape.lines : shape.rings)[0] ?? [])
}

/** Closed roads, told from the place that is looked at. */
export const ClosuresScreen = ({ parts }: { readonly parts: Parts }) => {
  const now = useClosures(parts.closures, parts.services.clock)
  const from = useStore(parts.risk.store, (state) => state.inspected)?.at ?? null
  const picked = useStore(parts.closurePick, ({ id }) => id)
  const onLook = useStore(parts.askCity, ({ now: ask }) => ask)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const hasMap = useStore(parts.map, ({ controller }) => controller !== null)
  // Who comes back by the menu came for the list.
  useEffect(() => () => parts.closurePick.setState({ id: null }), [parts])
  const onShow = (closure: Closure) => {
    parts.map.getState().controller?.goTo(lookAt(closure), STREET_ZOOM)
    parts.plan.store.setState(({ looks }) => ({ looks: looks + 1 }))
  }
  return (
    <Panel>
      <ClosuresPanel now={now} from={from} picked={picked} onShow={hasMap ? onShow : null} onLook={onLook} />
      {layout === 'map' ? <Emergency /> : null}
    </Panel>
  )
}
