import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { Said, useWords } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { zoneLabels } from '#features/layers/index.ts'
import { OverlayMark } from '#features/online/index.ts'
import { pointMarks } from '#features/points/index.ts'
import { siteMarks } from '#features/shelters/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { MapDescription } from './MapDescription.tsx'
import { MapFurniture } from './MapFurniture.tsx'
import { mapViewOf, type Covered } from './map-view-of.ts'
import type { Parts } from './parts.ts'
import { useClosureMarks } from './use-closure-marks.ts'
import { useMap } from './use-map.ts'
import { useMine } from './use-mine.ts'
import { useOverlay } from './use-overlay.ts'
import styles from './MapRegion.module.css'

/** What the map shows now, made anew only when something of it changed. */
function useMapView(parts: Parts, padding: Covered) {
  const t = useWords('map')
  const theme = useStore(parts.device, (state) => state.theme)
  const layers = useStore(parts.layers)
  const areas = useStore(parts.areas.store)
  const area = areaOf(areas)
  const hazard = useStore(parts.shelters, (state) => state.hazard)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const marks = useMemo(() => (area === null ? [] : siteMarks(area, hazard)), [area, hazard])
  const points = useMemo(() => pointMarks(area?.features ?? []), [area])
  const notAssessedLabel = t.label('notAssessed')
  const inZones = useMemo(() => zoneLabels(t), [t])
  const label = t.label('canvas')
  const overlay = useOverlay(parts)
  const { mine, drawing } = useMine(parts)
  const ways = useStore(parts.ways, (state) => state.shown)
  const drill = useStore(parts.drill.store, (state) => state.onMap)
  const closures = useClosureMarks(parts)
  return useMemo(
    () =>
      mapViewOf({
        theme,
        language: t.language,
        layers,
        areas,
        marks,
        points,
        overlay,
        mine,
        drawing,
        ways,
        drill,
        closures,
        inspected,
        label,
        notAssessedLabel,
        zoneLabels: inZones,
        padding,
      }),
    [
      theme,
      t.language,
      layers,
      areas,
      marks,
      points,
      overlay,
      mine,
      drawing,
      ways,
      drill,
      closures,
      inspected,
      label,
      notAssessedLabel,
      inZones,
      padding,
    ],
  )
}

/** The map with everything that stands on it. */
export const MapRegion = ({ parts, covered }: { readonly parts: Parts; readonly covered: Covered }) => {
  const t = useWords('map')
  const container = useRef<HTMLDivElement>(null)
  const open = useStore(parts.areas.store, (state) => state.open)
  const status = useStore(parts.map, (state) => state.status)
  const pack = open.status === 'open' ? open.pack : null
  useMap(container, parts, pack, useMapView(parts, covered))
  const trouble =
    status === 'absent' || status === 'failed' ? 'failed' : status === 'noTiles' ? 'noTiles' : null
  return (
    <section className={styles.region} aria-label={t.label('region')} data-map-status={status}>
      <div className={styles.skip}>
        <Button icon="list" onClick={() => parts.routes.go('text')}>
          <Said k="text:offer" />
        </Button>
      </div>
      <div ref={container} className={styles.canvas} />
      {trouble === null ? null : (
        <div className={styles.trouble}>
          <Notice
            tone="unknown"
            announce
            actions={
              <Button icon="list" onClick={() => parts.routes.go('text')}>
                <Said k="text:offer" />
              </Button>
            }
          >
            <p>
              <Said k={`map:trouble.${trouble}`} />
            </p>
          </Notice>
        </div>
      )}
      <OverlayMark store={parts.online.store} commands={parts.online.commands} />
      <MapDescription parts={parts} />
      <MapFurniture parts={parts} manifest={pack?.manifest ?? null} />
    </section>
  )
}
