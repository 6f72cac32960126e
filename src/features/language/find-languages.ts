import { LANGUAGES, type Language } from '#i18n/index.ts'

/** Letters without case, marks and spaces, so that "tieng viet" finds "Tiếng Việt". */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{Mn}\s\p{P}]/gu, '')
    .toLocaleLowerCase('en')

/** Marks that are letters of their own must stay where nothing else would be left of them (Burmese, Khmer, Thai, Devanagari). */
const whole = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{P}]/gu, '')
    .toLocaleLowerCase('en')

/** The names of every language in every language that is offered, as far as the browser knows them; reckoned once. */
let known: ReadonlyMap<Language, readonly string[]> | null = null

function namesOf(language: Language): readonly string[] {
  known ??= new Map(LANGUAGES.map((one) => [one, allNames(one)]))
  return known.get(language) ?? allNames(language)
}

function allNames({ tag, endonym, nameEn, alsoNamed }: Language): readonly string[] {
  const inOthers = LANGUAGES.map((other) => nameIn(other.intl, tag))
  const names = [tag, endonym, nameEn, ...alsoNamed, ...inOthers]
  return [...new Set(names.flatMap((name) => [bare(name), whole(name)]))].filter((name) => name !== '')
}

function nameIn(intl: string, tag: string): string {
  try {
    return new Intl.DisplayNames(intl, { type: 'language' }).of(tag) ?? ''
  } catch {
    return ''
  }
}

/**
 * The languages whose name holds what was typed, in the order of the registry: the name in itself, in English, or in any of
 * the offered languages, with or without marks ("ベトナム", "越南", "tieng viet", "vi"). All of them for an empty text.
 */
export function findLanguages(typed: string): readonly Language[] {
  const [withoutMarks, withMarks] = [bare(typed), whole(typed)]
  if (withMarks === '') return LANGUAGES
  return LANGUAGES.filter((language) =>
    namesOf(language).some(
      (name) => (withoutMarks !== '' && name.includes(withoutMarks)) || name.includes(withMarks),
    ),
  )
}
