import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { Said, useWords } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { siteMarks } from '#features/shelters/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { MapDescription } from './MapDescription.tsx'
import { MapFurniture } from './MapFurniture.tsx'
import { mapViewOf, type Covered } from './map-view-of.ts'
import type { Parts } from './parts.ts'
import { useMap } from './use-map.ts'
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
  const notAssessedLabel = t.label('notAssessed')
  const label = t.label('canvas')
  return useMemo(
    () =>
      mapViewOf({
        theme,
        language: t.language,
        layers,
        areas,
        marks,
        inspected,
        label,
        notAssessedLabel,
        padding,
      }),
    [theme, t.language, layers, areas, marks, inspected, label, notAssessedLabel, padding],
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
      <div ref={container} className={styles.canvas} />
      {trouble === null ? null : (
        <div className={styles.trouble}>
          <Notice tone="unknown" announce>
            <p>
              <Said k={`map:trouble.${trouble}`} />
            </p>
          </Notice>
        </div>
      )}
      <MapDescription parts={parts} />
      <MapFurniture parts={parts} manifest={pack?.manifest ?? null} />
    </section>
  )
}
