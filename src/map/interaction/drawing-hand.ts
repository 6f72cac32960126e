import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Drawing, MapEvents, MapView } from '../map-view.ts'
import { drawingData } from '../my-map-data.ts'
import { PALETTES } from '../themes.ts'
import { SOURCE } from '../tile-sources.ts'
import { cornerNear, cornersAfterTap, roundCorners } from './corners.ts'
import type { Handles } from './draw.ts'
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
  view: () => MapView,
  events: MapEvents,
  load: () => Promise<typeof import('./draw.ts')> = () => import('./draw.ts'),
): DrawingHand {
  let work: Work | null = null
  let handles: Handles | null = null
  let hasStyle = false
  const project = (at: LngLat): ScreenPoint => map.project([at[0], at[1]])
  const draw = () => {
    const data = drawingData(work?.tool ?? 'point', work?.corners ?? [])
    void map.getSource<GeoJSONSource>(SOURCE.drawing)?.setData(data)
  }
  const drop = () => {
    handles?.stop()
    handles = null
  }
  const change = (corners: readonly LngLat[]) => {
    if (work === null) return
    work.corners = corners
    draw()
    handles?.lay(corners)
    events.onDraw?.(corners)
  }
  /** A finger on a handle; while it drags only the picture follows. */
  const dragged = (corners: readonly LngLat[], isDone: boolean) => {
    if (work === null) return
    work.corners = roundCorners(corners)
    draw()
    if (isDone) events.onDraw?.(work.corners)
  }
  const takeHandles = async (wanted: Work) => {
    try {
      const { startHandles } = await load()
      if (work !== wanted || !hasStyle || handles !== null) return
      const { mine, mineCasing } = PALETTES[view().theme]
      handles = startHandles(map, wanted.tool, { ink: mine, casing: mineCasing }, dragged)
      handles.lay(wanted.corners)
    } catch (error) {
      console.error(error)
      if (work === wanted) events.onDrawFailed?.()
    }
  }
  const begin = (drawing: Drawing) => {
    drop()
    if (work === null) map.doubleClickZoom.disable()
    work = { tool: drawing.tool, key: drawing.key, corners: roundCorners(drawing.corners) }
  }
  const end = () => {
    if (work === null) return
    work = null
    drop()
    map.doubleClickZoom.enable()
  }
  return {
    show: ({ drawing }) => {
      const isFresh = !hasStyle
      hasStyle = true
      if (drawing === null) end()
      else if (drawing.key !== work?.key || drawing.tool !== work.tool) begin(drawing)
      else if (!isFresh) return
      draw()
      if (work !== null) void takeHandles(work)
    },
    letGo: () => {
      hasStyle = false
      drop()
    },
    tap: (point) => {
      if (work === null) return
      const { lng, lat } = map.unproject([point.x, point.y])
      const { tool, corners } = work
      const next = cornersAfterTap({ tool, corners, at: [lng, lat], point, project })
      if (next !== null) change(next)
    },
    removeAt: (point) => {
      const index = work === null ? null : cornerNear(work.corners, point, project)
      if (work !== null && index !== null) change(work.corners.toSpliced(index, 1))
    },
    undo: () => {
      if (work !== null && work.corners.length > 0) change(work.corners.slice(0, -1))
    },
    stop: end,
  }
}
