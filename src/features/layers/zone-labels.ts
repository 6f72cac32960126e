import { DURATION_RANKS } from '#domain/hazards/duration.ts'
import { ZONE_LAYERS } from '#domain/hazards/zone-layer.ts'
import type { SayWords } from '#i18n/index.ts'
import type { ZoneLabels } from '#map/map-view.ts'

/** The places stay in the words: the map fills them for each zone. */
const PLACES = { min: '{min}', max: '{max}', name: '{name}', text: '{text}' }

/** The words that the map writes into its zones. `t` = the words of `map`. */
export function zoneLabels({ label }: Pick<SayWords, 'label'>): ZoneLabels {
  return {
    under: label('map:zone.under', PLACES),
    between: label('map:zone.between', PLACES),
    from: label('map:zone.from', PLACES),
    special: label('map:zone.special', PLACES),
    several: label('map:zone.several', PLACES),
    durations: DURATION_RANKS.map((rank) => label(`map:zone.duration.rank${rank}`)),
    names: Object.fromEntries(
      ZONE_LAYERS.map(({ id }) => [id, label(`map:zone.name.${id}`)]),
    ) as ZoneLabels['names'],
  }
}
