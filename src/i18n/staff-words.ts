import type { i18n } from 'i18next'
import { languageIn } from './say.ts'
import { addPlanWords, startI18n } from './start-in-app.ts'
import type { Bundle } from './start.ts'

const loaders = import.meta.glob<Bundle[string]>('./locales/{ja,en}/staff.json', { import: 'default' })

/** The languages of the staff page (see `namespaces.ts`). */
export const STAFF_LANGUAGES = ['ja', 'en'] as const
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number]

/** Starts the words in a language of the staff page, with those of its own. Rejects when they cannot be had. */
export async function startStaffWords(tag: StaffLanguage): Promise<i18n> {
  const loader = loaders[`./locales/${tag}/staff.json`]
  if (loader === undefined) throw new Error(`No words of the staff page for ${tag}`)
  const [words, staff] = await Promise.all([startI18n(tag), loader()])
  words.addResourceBundle(tag, 'staff', staff)
  // The sentences of closures and orders are in the later part of the words.
  await addPlanWords()
  // The language is the same, but what it says is not: everything on the screen is said again.
  await words.changeLanguage(languageIn(words))
  return words
}
