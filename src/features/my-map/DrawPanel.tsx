import { useId } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { lengthOf } from '#domain/plan/route-exposure.ts'
import { formatMetres, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import type { DrawRequest } from '../plan/index.ts'

/** How many corners each tool needs at least. */
const LEAST: { readonly [tool in DrawRequest['tool']]: number } = { point: 1, line: 2, area: 3 }

/** How long a line is, or how far it is around an area. */
const Length = ({
  tool,
  corners,
}: {
  readonly tool: 'line' | 'area'
  readonly corners: readonly LngLat[]
}) => {
  const t = useWords('mymap')
  if (corners.length < 2) return null
  const line = tool === 'area' && corners.length > 2 ? [...corners, ...corners.slice(0, 1)] : corners
  const distance = formatMetres(t.language, lengthOf(line))
  return <Said text={t(tool === 'area' ? 'draw.around' : 'draw.length', { distance })} />
}

/** What the sheet shows while something is being drawn: what to do, what there is so far, and the ways out. */
export const DrawPanel = ({
  request,
  corners,
  onUndo,
  onDone,
  onCancel,
}: {
  readonly request: DrawRequest
  /** All corners so far, as the map told them. */
  readonly corners: readonly LngLat[]
  readonly onUndo: () => void
  readonly onDone: () => void
  readonly onCancel: () => void
}) => {
  const { tool } = request
  const reason = useId()
  const tooFew = corners.length < LEAST[tool]
  return (
    <Panel>
      <p>
        <Said k={`mymap:draw.what.${tool}`} />
      </p>
      <p role="status">
        <Said k="mymap:draw.count" params={{ count: corners.length }} />{' '}
        {tool === 'point' ? null : <Length tool={tool} corners={corners} />}
      </p>
      <Actions>
        <Button
          look="main"
          icon="check"
          disabled={tooFew}
          aria-describedby={tooFew ? reason : undefined}
          onClick={onDone}
        >
          <Said k="mymap:draw.done" />
        </Button>
        {tool === 'point' ? null : (
          <Button icon="back" disabled={corners.length === 0} onClick={onUndo}>
            <Said k="mymap:draw.undo" />
          </Button>
        )}
        <Button icon="close" onClick={onCancel}>
          <Said k="mymap:draw.cancel" />
        </Button>
      </Actions>
      {tooFew ? (
        <p id={reason}>
          <Said k={`mymap:draw.needs.${tool}`} />
        </p>
      ) : null}
      <Quiet>
        <Said k="mymap:draw.keys" />
      </Quiet>
    </Panel>
  )
}
