import { languageOf, type LanguageTag } from './languages.ts'

/** Further properties in which names of a language stand, after `name:<tag>`. Traditional readers are given `zh`, never `zh-Hans`. */
const ALSO: { readonly [tag in LanguageTag]?: readonly string[] } = {
  'zh-Hans': ['name:zh'],
  'zh-Hant': ['name:zh'],
  'pt-BR': ['name:pt'],
  fil: ['name:tl'],
}

/**
 * The properties of the base map in which a reader finds a name, best first: in their own language, else in Latin letters. None for
 * Japanese, whose name is the local one.
 */
export function nameKeys(tag: LanguageTag): readonly string[] {
  if (languageOf(tag).htmlLang === 'ja') return []
  const own = tag.startsWith('en') ? 'name:en' : `name:${tag}`
  return [own, ...(ALSO[tag] ?? []), 'name:latin']
}
