import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { tilesInPack } from '#app/tiles-in-pack.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { zoneLabels } from '#features/layers/index.ts'
import type { AreasState } from '#features/offline-areas/index.ts'
import { languageOf, mapNamesFor, Said, useWords } from '#i18n/index.ts'
import {
  EMPTY_MY_MAP,
  type ClosureMark,
  type MapController,
  type MapTheme,
  type MapView,
} from '#map/map-view.ts'
import { Notice } from '#ui/Notice.tsx'
import type { StaffServices } from './parts.ts'
import styles from './staff.module.css'

type OpenPack = Extract<AreasState['open'], { status: 'open' }>

/** What is drawn for the clerk beside the base map. */
export type OnMap = {
  readonly closures: readonly ClosureMark[]
  readonly lines: readonly (readonly LngLat[])[]
  readonly at: LngLat | null
}

type StaffMapProps = {
  readonly services: Pick<StaffServices, 'tilesOf'>
  readonly open: OpenPack
  readonly shown: OnMap
  /** Another value = the map goes there. */
  readonly goTo: LngLat | null
  readonly onPick: (at: LngLat) => void
}

const NO_PADDING = { top: 0, bottom: 0, start: 0, end: 0 }

function useView({ closures, lines, at }: OnMap, outline: OpenPack['area']['outline']): MapView {
  const t = useWords('map')
  const label = useWords('staff').label('map.label')
  return useMemo(
    () => ({
      theme: (document.documentElement.dataset['theme'] ?? 'day') as MapTheme,
      label,
      htmlLang: languageOf(t.language).htmlLang,
      names: mapNamesFor(t.language),
      palette: 'official',
      zones: { shown: [], opacity: 0.5, river: null, labels: zoneLabels(t) },
      notAssessed: { visible: false, label: '', kinds: [] },
      overlay: null,
      sites: [],
      points: [],
      mine: EMPTY_MY_MAP,
      closures,
      ways: {
        routes: lines.map((line, index) => ({ id: String(index), line, isTold: false })),
        network: null,
      },
      drawing: null,
      outline,
      picked: at,
      here: null,
      padding: NO_PADDING,
    }),
    [t, label, closures, lines, at, outline],
  )
}

/** Brings the map up in a box, and keeps it at the view. True = it cannot be drawn here. */
function useMapIn(
  container: RefObject<HTMLDivElement | null>,
  { services, open, shown, goTo, onPick }: StaffMapProps,
): boolean {
  const controller = useRef<MapController | null>(null)
  const [failed, setFailed] = useState(false)
  const view = useView(shown, open.area.outline)
  const latest = useRef({ view, onPick })
  useEffect(() => {
    latest.current = { view, onPick }
    controller.current?.apply(view)
  }, [view, onPick])
  const { code, manifest } = open.pack
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const { createMap } = await import('#map/index.ts')
      if (gone || container.current === null) return
      controller.current = createMap(
        container.current,
        tilesInPack(services.tilesOf(code), manifest),
        latest.current.view,
        [...manifest.bounds],
        {
          onPick: (at) => latest.current.onPick(at),
          onPickSite: () => undefined,
          onStatus: (status) => setFailed(status === 'failed'),
          onMove: () => undefined,
        },
      )
    }
    draw().catch(() => setFailed(true))
    return () => {
      gone = true
      controller.current?.destroy()
      controller.current = null
    }
  }, [container, services, code, manifest])
  useEffect(() => {
    if (goTo !== null) controller.current?.goTo(goTo, 16)
  }, [goTo])
  // The map's files may arrive while it is on the screen.
  useEffect(() => controller.current?.reload(), [open.pack.complete])
  return failed
}

/** The map on which a road is picked. Everything that it does can be done without it. */
export const StaffMap = (props: StaffMapProps) => {
  const container = useRef<HTMLDivElement>(null)
  const failed = useMapIn(container, props)
  return (
    <div className={styles.mapBox}>
      <div ref={container} className={styles.map} />
      {failed ? (
        <Notice tone="unknown" announce>
          <p>
            <Said k="staff:map.failed" />
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
