import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { Said, useWords, wordsIn, type SayWords } from '#i18n/index.ts'
import { nearestPlace } from '../risk/index.ts'

/** A place as people know it: what is near it, else its latitude and longitude. Marked-up text. */
export function nearText(t: SayWords, area: Area | null, at: LngLat): string {
  const near = area === null ? null : nearestPlace(area, at)
  if (near === null) return t('online:position.chosen', { lat: at[1].toFixed(5), lng: at[0].toFixed(5) })
  const { ja, kana, romaji } = near
  const place = wordsIn(t.language, { ja, kana: kana ?? '', ...(romaji === null ? {} : { en: romaji }) })
  return t('app:answer.near', { place })
}

export const NearName = ({ area, at }: { readonly area: Area | null; readonly at: LngLat }) => {
  const t = useWords('mymap')
  return <Said text={nearText(t, area, at)} />
}
