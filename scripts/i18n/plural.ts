const PLURAL = /_(zero|one|two|few|many|other)$/

/** The plural form at the end of a key (`few` of `found_few`), or null. */
export const pluralFormOf = (key: string): string | null => PLURAL.exec(key)?.[1] ?? null

/** A key without its plural form. */
export const stemOf = (key: string): string => key.replace(PLURAL, '')

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other']

/** The plural forms of a language, the one for the smallest numbers first. */
export function pluralFormsOf(tag: string): readonly string[] {
  const own: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  return FORMS.filter((form) => own.includes(form))
}

/** Some whole numbers that take a form in a language, as examples for a translator. */
export function numbersOfForm(tag: string, form: string): readonly number[] {
  const rules = new Intl.PluralRules(tag)
  const numbers = [...Array.from({ length: 130 }, (_, n) => n), 1_000_000]
  return numbers.filter((number) => rules.select(number) === form).slice(0, 4)
}

/**
 * The keys that a language must have for the keys of Japanese, in their order: a counted sentence (`found_other`) once for
 * each plural form of that language.
 */
export function expectedKeys(japanese: Iterable<string>, tag: string): readonly string[] {
  const forms = pluralFormsOf(tag)
  const stems = new Set<string>()
  return [...japanese].flatMap((key) => {
    if (pluralFormOf(key) === null) return [key]
    const stem = stemOf(key)
    if (stems.has(stem)) return []
    stems.add(stem)
    return forms.map((form) => `${stem}_${form}`)
  })
}

/** The text of another language for a key: the same plural form, else the general one, else nothing. */
export function textFor(sentences: ReadonlyMap<string, string>, key: string): string {
  const stem = stemOf(key)
  return sentences.get(key) ?? sentences.get(`${stem}_other`) ?? sentences.get(stem) ?? ''
}
