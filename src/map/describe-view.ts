import { DURATION_BANDS, DURATION_RANKS } from '#domain/hazards/duration.ts'
import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import { zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { MapScene, SeenClass } from './map-view.ts'
import { LEAST_SPECIAL_RANK } from './zone-patterns.ts'

/** A sentence, and the layer or kind of zone it is about: its name has to be said before it. */
export type ViewSentence = {
  readonly about: { readonly layer: ZoneLayerId } | { readonly kind: HazardKind } | null
  readonly phrase: Phrase
}

/** How much of a layer the pack holds; only of a whole one "no zone here" may be said. */
export type DataOf = (layer: ZoneLayerId) => 'whole' | 'partial' | 'missing' | 'absent'

/**
 * The text alternative to the picture: sentences as codes, most important first, of the shown layers only. No sentence says
 * that a place is safe; `map:view.none` has to be worded as "no published zone is drawn here".
 *
 * Keys: `map:view.failed`, `map:view.starting`, `map:view.centre {lat, lng}`, `map:view.width {metres}` (ground covered by
 * 100 CSS pixels), `map:view.zonesOff`, `map:view.zonesTooFarOut`, `map:view.zonesUnread`; of each layer or kind of zone
 * `map:view.depth {min, max}` (deepest class in view, metres), `map:view.depthOpen {min}` (the same without an upper bound),
 * `map:view.hours {min, max}`, `map:view.hoursOpen {min}`, `map:view.special` (red landslide zone), `map:view.warning` (yellow
 * only), `map:view.zone`, `map:view.none`, `map:view.noData`, `map:view.partial`; `map:view.notAssessed`, `map:view.closures {count}`, `map:view.sitesNone`,
 * `map:view.sites {count}`, `map:view.points {count}`, `map:view.mine {count}` (one's own things), `map:view.turned {degrees}` (north is not up).
 */
export function describeView(scene: MapScene, dataOf: DataOf): readonly ViewSentence[] {
  const say = (key: string, params?: Phrase['params']): ViewSentence => ({
    about: null,
    phrase: params === undefined ? { key } : { key, params },
  })
  if (scene.status === 'failed') return [say('map:view.failed')]
  if (scene.status === 'starting') return [say('map:view.starting')]
  const { centre, metresPerPixel, bearing } = scene.camera
  const degrees = Math.round(bearing)
  return [
    ...(scene.zones === 'drawn' ? zoneSentences(scene, dataOf) : [say(NOT_DRAWN[scene.zones])]),
    ...(scene.notAssessed ? [say('map:view.notAssessed')] : []),
    // Nothing is said of none: that none is drawn does not mean that the roads are open.
    ...(scene.closures.length === 0 ? [] : [say('map:view.closures', { count: scene.closures.length })]),
    scene.sites.length === 0
      ? say('map:view.sitesNone')
      : say('map:view.sites', { count: scene.sites.length }),
    ...(scene.points === 0 ? [] : [say('map:view.points', { count: scene.points })]),
    ...(scene.mine === 0 ? [] : [say('map:view.mine', { count: scene.mine })]),
    say('map:view.centre', { lat: centre[1].toFixed(4), lng: centre[0].toFixed(4) }),
    say('map:view.width', { metres: Math.round(metresPerPixel * 100) }),
    ...(degrees === 0 ? [] : [say('map:view.turned', { degrees })]),
  ]
}

const NOT_DRAWN = {
  off: 'map:view.zonesOff',
  tooFarOut: 'map:view.zonesTooFarOut',
  unread: 'map:view.zonesUnread',
} as const

/** One sentence for each layer of depth or hours, one for all landslide zones, one for all house-collapse zones. */
function zoneSentences({ shown, seen }: MapScene, dataOf: DataOf): readonly ViewSentence[] {
  const groups = new Map<string, ZoneLayerId[]>()
  for (const id of shown) {
    const { measure, kind } = zoneLayerOf(id)
    const key = measure === 'zone' ? kind : id
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return [...groups.values()].flatMap((layers) => {
    const [layer] = layers
    if (layer === undefined) return []
    const { measure, kind } = zoneLayerOf(layer)
    const about = measure === 'zone' ? { kind } : { layer }
    const states = layers.map(dataOf)
    const isWhole = states.every((state) => state === 'whole')
    const hasData = states.some((state) => state === 'whole' || state === 'partial')
    const found = foundPhrase(seen.filter((one) => layers.includes(one.layer)))
    if (!hasData && found === null) return [{ about, phrase: { key: 'map:view.noData' } }]
    const first = found ?? (isWhole ? { key: 'map:view.none' } : null)
    return [...(first === null ? [] : [first]), ...(isWhole ? [] : [{ key: 'map:view.partial' }])].map(
      (phrase) => ({ about, phrase }),
    )
  })
}

/** What can be seen of one group of layers, the worst of it; null when nothing. */
function foundPhrase(seen: readonly SeenClass[]): Phrase | null {
  const worst = [...seen].sort((a, b) => topOf(b) - topOf(a))[0]
  if (worst === undefined) return null
  const { measure, kind } = zoneLayerOf(worst.layer)
  if (measure === 'depth') return boundsPhrase(DEPTH, worst.bounds ?? { min: 20, max: null })
  if (measure === 'duration') {
    const rank = DURATION_RANKS.find((known) => known === worst.rank) ?? 7
    return boundsPhrase(HOURS, DURATION_BANDS[rank])
  }
  if (kind !== 'landslide') return { key: 'map:view.zone' }
  return { key: worst.rank >= LEAST_SPECIAL_RANK ? 'map:view.special' : 'map:view.warning' }
}

/** How bad a class is: metres to which the water may rise, else the rank. */
const topOf = ({ bounds, rank }: SeenClass): number =>
  bounds === null ? rank : (bounds.max ?? 1000 + bounds.min)

type Told = { readonly between: string; readonly open: string }
const DEPTH: Told = { between: 'map:view.depth', open: 'map:view.depthOpen' }
const HOURS: Told = { between: 'map:view.hours', open: 'map:view.hoursOpen' }

const boundsPhrase = (
  { between, open }: Told,
  { min, max }: { readonly min: number; readonly max: number | null },
): Phrase => (max === null ? { key: open, params: { min } } : { key: between, params: { min, max } })
