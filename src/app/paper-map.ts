import type { DrawPaperMap } from '#features/paper/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { zoneLabels } from '#features/layers/index.ts'
import { pointMarks } from '#features/points/index.ts'
import { siteMarks } from '#features/shelters/index.ts'
import { sayIn, wordsFor } from '#i18n/index.ts'
import { mapViewOf } from './map-view-of.ts'
import type { Parts } from './parts.ts'
import { tilesInPack } from './tiles-in-pack.ts'

const NO_PADDING = { top: 0, bottom: 0, start: 0, end: 0 }

/**
 * Draws the map of the paper from the pack that is open, in black and white and in the language of the paper. null where it
 * cannot be drawn whole: no pack, no code of the map on this device, no WebGL, a tile that cannot be read.
 */
export const drawPaperMapFor =
  (parts: Parts): DrawPaperMap =>
  async ({ frame, mine, shown, language, ways, closures }, signal) => {
    const areas = parts.areas.store.getState()
    const area = areaOf(areas)
    if (area === null || areas.open.status !== 'open') return null
    const { pack } = areas.open
    const layers = parts.layers.getState()
    try {
      const [{ drawPaperMap }, words] = await Promise.all([import('#map/index.ts'), wordsFor(language)])
      const t = sayIn(words, language, 'map')
      const view = mapViewOf({
        theme: 'print',
        language,
        // Ways lead to sites, so those are on the paper with them.
        layers: ways === undefined ? layers : { ...layers, sites: true },
        areas,
        marks: siteMarks(area, parts.shelters.getState().hazard),
        points: pointMarks(area.features ?? []),
        mine,
        ...(ways === undefined ? {} : { ways }),
        ...(closures === undefined ? {} : { closures }),
        inspected: null,
        label: t.label('canvas'),
        notAssessedLabel: t.label('notAssessed'),
        zoneLabels: zoneLabels(t),
        padding: NO_PADDING,
      })
      const onPaper = {
        ...view,
        zones: { ...view.zones, shown, river: null, opacity: 1 },
        // Where no zones are drawn, none is missing.
        notAssessed: { ...view.notAssessed, visible: shown.length > 0 },
      }
      const tiles = tilesInPack(parts.services.tilesOf(pack.code), pack.manifest)
      return await drawPaperMap(tiles, onPaper, frame, signal)
    } catch (error) {
      console.error(error)
      return null
    }
  }
