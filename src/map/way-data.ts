import { SLACKS } from '#domain/routes/last-departure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { MapWays } from './map-view.ts'
import { BANDS_SHOWN, bandLook, shownBand, slackLook, type LineLook } from './network-looks.ts'
import type { MapTheme } from './map-view.ts'

const lineFeature = (line: readonly LngLat[], properties: object): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) },
  properties: { ...properties },
})

/**
 * Ways as features, the told one last, that is on top. `part` is `route`, or `start` of the place where the told one begins; its
 * end is a site, which has a symbol of its own. What has fewer than two corners is left out.
 */
export function routesData(routes: MapWays['routes']): GeoJSON.FeatureCollection {
  const drawn = routes.filter(({ line }) => line.length >= 2)
  const ordered = [...drawn.filter(({ isTold }) => !isTold), ...drawn.filter(({ isTold }) => isTold)]
  const starts = ordered.filter(({ isTold }) => isTold).flatMap(({ line }) => line.slice(0, 1))
  return {
    type: 'FeatureCollection',
    features: [
      ...ordered.map(({ id, line, isTold }) => lineFeature(line, { id, part: 'route', told: isTold })),
      ...starts.map((at): GeoJSON.Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...at] },
        properties: { part: 'start' },
      })),
    ],
  }
}

/** Every look that a piece of the network can have, by the word that stands in its feature: the least serious first. */
export function networkLooks(theme: MapTheme): readonly (readonly [word: string, look: LineLook])[] {
  return [
    ...BANDS_SHOWN.map(({ band }) => [bandWord(band), bandLook(band, theme)] as const),
    ...SLACKS.map((slack) => [slack, slackLook(slack, theme)] as const),
    [NOWHERE, bandLook(null, theme)],
  ]
}

const NOWHERE = 'nowhere'
const bandWord = (band: number): string => `band${shownBand(band)}`

/** The roads of the map of escape times as features, with the word of their look. */
export function networkData(network: MapWays['network']): GeoJSON.FeatureCollection {
  const drawn: GeoJSON.Feature[] = []
  const add = (line: readonly LngLat[], look: string) => {
    if (line.length >= 2) drawn.push(lineFeature(line, { look }))
  }
  if (network?.kind === 'reach')
    for (const { line, band } of network.pieces) add(line, band === null ? NOWHERE : bandWord(band))
  if (network?.kind === 'departure') for (const { line, slack } of network.pieces) add(line, slack ?? NOWHERE)
  return { type: 'FeatureCollection', features: drawn }
}
