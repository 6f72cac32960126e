import { romajiOf } from '#domain/places/romaji.ts'
import type { Site } from '#domain/shelters/site.ts'
import type { Words } from '#i18n/index.ts'

/** The two kinds, apart: a place to escape to is not a place to stay in. */
export const SITE_KINDS = ['emergencySite', 'shelter'] as const satisfies readonly Site['kind'][]

/** Nearer than this a direction is an accident of where the point was put. Metres; own choice. */
export const NO_DIRECTION = 30

/** The name of a site: always in Japanese, because that is what stands on it; in Latin letters where its reading is known. */
export const siteWords = (name: Site['name']): Words => {
  const romaji = romajiOf(name.ja, name.kana)
  return {
    ja: name.ja,
    kana: name.kana ?? '',
    ...(romaji === null ? {} : { romaji }),
    ...(name.en === null ? {} : { en: name.en }),
  }
}
