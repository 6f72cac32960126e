import { DEPTH_BANDS } from '#domain/hazards/depth-band.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { MapScene } from './map-view.ts'

/**
 * The text alternative to the picture: sentences as codes, most important first. No sentence says that a place is safe;
 * `map:view.zonesNone` has to be worded as "no published zone is drawn here".
 *
 * Keys: `map:view.failed`, `map:view.starting`, `map:view.centre {lat, lng}`, `map:view.width {metres}` (ground covered by
 * 100 CSS pixels), `map:view.zonesOff`, `map:view.zonesTooFarOut`, `map:view.zonesUnread`, `map:view.zonesNone`,
 * `map:view.zones {min, max}` (deepest class in view, metres), `map:view.zonesOpen {min}` (the same without an upper bound),
 * `risk:headline.dataUnavailable.flood` in place of `zonesNone` where the pack's flood data are missing or partial,
 * `map:view.notAssessed`, `map:view.sitesNone`, `map:view.sites {count}`, `map:view.turned {degrees}` (north is not up).
 * @param isFloodWhole the pack holds the whole flood data set, so that "no zone in view" may be said
 */
export function describeView(scene: MapScene, isFloodWhole: boolean): readonly Phrase[] {
  if (scene.status === 'failed') return [{ key: 'map:view.failed' }]
  if (scene.status === 'starting') return [{ key: 'map:view.starting' }]
  const [lng, lat] = scene.camera.centre
  const degrees = Math.round(scene.camera.bearing)
  return [
    zonesPhrase(scene, isFloodWhole),
    ...(scene.notAssessed ? [{ key: 'map:view.notAssessed' }] : []),
    scene.sites.length === 0
      ? { key: 'map:view.sitesNone' }
      : { key: 'map:view.sites', params: { count: scene.sites.length } },
    { key: 'map:view.centre', params: { lat: lat.toFixed(4), lng: lng.toFixed(4) } },
    { key: 'map:view.width', params: { metres: Math.round(scene.camera.metresPerPixel * 100) } },
    ...(degrees === 0 ? [] : [{ key: 'map:view.turned', params: { degrees } }]),
  ]
}

function zonesPhrase(scene: MapScene, isFloodWhole: boolean): Phrase {
  if (scene.zones === 'off') return { key: 'map:view.zonesOff' }
  if (scene.zones === 'tooFarOut') return { key: 'map:view.zonesTooFarOut' }
  if (scene.zones === 'unread') return { key: 'map:view.zonesUnread' }
  const deepest = scene.ranks.at(-1)
  if (deepest === undefined)
    return { key: isFloodWhole ? 'map:view.zonesNone' : 'risk:headline.dataUnavailable.flood' }
  const { min, max } = DEPTH_BANDS[deepest]
  return max === null
    ? { key: 'map:view.zonesOpen', params: { min } }
    : { key: 'map:view.zones', params: { min, max } }
}
