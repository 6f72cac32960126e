import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Area } from '#domain/packs/area.ts'
import { EscapePanel, type EscapeTools } from '#features/escape-map/index.ts'
import { AreaNotices, areaOf } from '#features/offline-areas/index.ts'
import { Panel } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import { drawPaperMapFor } from './paper-map.ts'
import type { Parts } from './parts.ts'

function useTools(parts: Parts, area: Area): EscapeTools {
  const at = useStore(parts.risk.store, (state) => state.inspected?.at ?? null)
  const theme = useStore(parts.device, (state) => state.theme)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const isDrawn = useStore(parts.map, ({ status }) => status === 'ready' || status === 'starting')
  const hasMap = layout === 'map' && isDrawn
  const still = useMemo(() => {
    const { services } = parts
    return {
      shelters: parts.shelters,
      ways: parts.ways,
      closures: parts.closures,
      finder: services.ways,
      seriesFile: (name: string) => services.packs.seriesFile(area.manifest.area.code, name),
      now: () => services.clock.now(),
      drawMap: drawPaperMapFor(parts),
      print: () => globalThis.print(),
    }
  }, [parts, area])
  return useMemo(() => ({ ...still, area, at, theme, hasMap }), [still, area, at, theme, hasMap])
}

const WithTools = ({ parts, area }: { readonly parts: Parts; readonly area: Area }) => (
  <EscapePanel tools={useTools(parts, area)} />
)

/** 逃げ地図, for the area that is open. */
export const EscapeScreen = ({ parts }: { readonly parts: Parts }) => {
  const area = useStore(parts.areas.store, areaOf)
  return (
    <Panel>
      <AreaNotices store={parts.areas.store} commands={parts.areas.commands} />
      {area === null ? null : <WithTools parts={parts} area={area} />}
      <Emergency />
    </Panel>
  )
}
