import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Drawing, MapEvents, MapTheme, MapView } from '../map-view.ts'
import { drawingData } from '../my-map-data.ts'
import { PALETTES } from '../themes.ts'
import { SOURCE } from '../tile-sources.ts'
import { cornerNear, cornersAfterTap, roundCorners } from './corners.ts'
import type { Handles } from './draw.ts'
import { createLateHandles, type DrawModule } from './late-handles.ts'
import type { ScreenPoint } from './pointing.ts'

/** The hand that draws: it holds the corners, the map only shows them. */
export interface DrawingHand {
  /** Shows the drawing of a view whose style is on the map; a new key begins anew. */
  show(view: MapView): void
  /** To be called before a new style is set: what was drawn is kept, its layers are taken away. */
  letGo(): void
  tap(point: ScreenPoint): void
  /** Takes the corner at this place of the screen away. */
  removeAt(point: ScreenPoint): void
  /** Takes the last corner away. */
  undo(): void
  stop(): void
}

/** What is drawn now. */
type Work = { readonly tool: Drawing['tool']; readonly key: string; corners: readonly LngLat[] }

/**
 * Makes the hand of one map. Taps and keys work by themselves; the handles that drag corners come with a chunk of their own, and
 * where that can't be had, `onDrawFailed` is told.
 */
export function createDrawingHand(
  map: MapLibreMap,
  events: MapEvents,
  load: () => Promise<DrawModule> = () => import('./draw.ts'),
): DrawingHand {
  let work: Work | null = null
  let hasStyle = false
  const handles = createLateHandles(load, () => events.onDrawFailed?.())
  const draw = () => {
    const data = drawingData(work?.tool ?? 'point', work?.corners ?? [])
    void map.getSource<GeoJSONSource>(SOURCE.drawing)?.setData(data)
  }
  const change = (corners: readonly LngLat[]) => {
    if (work === null) return
    work.corners = corners
    draw()
    handles.lay(corners)
    events.onDraw?.(corners)
  }
  /** A finger on a handle; while it drags only the picture follows. */
  const dragged = (corners: readonly LngLat[], isDone: boolean) => {
    if (work === null) return
    work.corners = roundCorners(corners)
    draw()
    if (isDone) events.onDraw?.(work.corners)
  }
  const end = () => {
    if (work !== null) map.doubleClickZoom.enable()
    work = null
    handles.drop()
  }
  return {
    show: ({ drawing, theme }) => {
      const isSame = drawing?.key === work?.key && drawing?.tool === work?.tool
      if (hasStyle && isSame) return
      hasStyle = true
      if (drawing === null) end()
      else if (!isSame) work = { ...drawing, corners: roundCorners(drawing.corners) }
      draw()
      if (work === null) return
      // Two quick taps set two corners.
      map.doubleClickZoom.disable()
      handles.want(handlesOn(map, work, theme, dragged))
    },
    letGo: () => {
      hasStyle = false
      handles.drop()
    },
    ...verbsOf(map, () => work, change),
    stop: end,
  }
}

/** Makes the handles of a work, in the colours of the theme. */
const handlesOn =
  (map: MapLibreMap, work: Work, theme: MapTheme, dragged: Parameters<DrawModule['startHandles']>[3]) =>
  ({ startHandles }: DrawModule): Handles => {
    const { mine, mineCasing } = PALETTES[theme]
    const handles = startHandles(map, work.tool, { ink: mine, casing: mineCasing }, dragged)
    handles.lay(work.corners)
    return handles
  }

/** What fingers and keys do to the work of now. */
function verbsOf(
  map: MapLibreMap,
  now: () => Work | null,
  change: (corners: readonly LngLat[]) => void,
): Pick<DrawingHand, 'tap' | 'removeAt' | 'undo'> {
  const project = (at: LngLat): ScreenPoint => map.project([at[0], at[1]])
  return {
    tap: (point) => {
      const work = now()
      if (work === null) return
      const { lng, lat } = map.unproject([point.x, point.y])
      const { tool, corners } = work
      const next = cornersAfterTap({ tool, corners, at: [lng, lat], point, project })
      if (next !== null) change(next)
    },
    removeAt: (point) => {
      const { corners } = now() ?? { corners: [] }
      const index = cornerNear(corners, point, project)
      if (index !== null) change(corners.toSpliced(index, 1))
    },
    undo: () => {
      const { corners } = now() ?? { corners: [] }
      if (corners.length > 0) change(corners.slice(0, -1))
    },
  }
}
