import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { DrawPanel } from '#features/my-map/index.ts'
import { Quiet } from '#ui/Panel.tsx'
import type { Parts } from './parts.ts'

/** The sheet while something is drawn on the map. */
export const DrawSheet = ({ parts }: { readonly parts: Parts }) => {
  const drawing = useStore(parts.plan.store, (state) => state.drawing)
  const controller = useStore(parts.map, (state) => state.controller)
  if (drawing === null) return null
  const { request, corners } = drawing
  const done = () => {
    parts.plan.store.setState({ drawing: { ...drawing, result: corners } })
    parts.routes.close()
  }
  return (
    <>
      {drawing.failed ? (
        <Quiet>
          <Said k="app:plan.noMoving" />
        </Quiet>
      ) : null}
      <DrawPanel
        request={request}
        corners={corners}
        onUndo={() => controller?.undoCorner()}
        onDone={done}
        onCancel={() => parts.routes.close()}
      />
    </>
  )
}
