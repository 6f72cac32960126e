import type { WorldSite } from '#domain/drills/drill-world.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { siteWords } from '#features/shelters/index.ts'

/** The name of a site in a sentence that says `{{- site}}`: in Japanese, as it stands on its sign, with its reading. */
export const siteParams = ({ site }: WorldSite): NonNullable<Phrase['params']> => {
  const { ja = '', kana = '', romaji, en } = siteWords(site.name)
  return {
    'site@ja': ja,
    'site@kana': kana,
    ...(romaji === undefined ? {} : { 'site@romaji': romaji }),
    ...(en === undefined ? {} : { 'site@en': en }),
  }
}
