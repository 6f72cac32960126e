import { createInstance, type i18n, type Module } from 'i18next'
import { languageOf, type LanguageTag, type RealTag } from './languages.ts'
import { pseudoBundle } from './pseudo.ts'
import { escapeMarkup } from './ruby.ts'

/** The content of one `locales/<tag>/<namespace>.json`: words, or groups of words. */
export type WordTree = { readonly [key: string]: string | WordTree }
/** All words of one language, by namespace. */
export type Bundle = Readonly<Record<string, WordTree>>
/** Fetches the words of one language; rejects when they cannot be had. */
export type LoadBundle = (tag: RealTag) => Promise<Bundle>

/**
 * Starts the words in one language: for the command line, tests and (through `start-in-app.ts`) the app.
 * Only the wanted language is loaded: a shipped language is complete, which the contract tests hold.
 * @param plugins i18next modules, for instance the one of react-i18next
 * @returns the i18next instance to give to `say`; rejects when the words cannot be had.
 */
export async function startWords(
  tag: LanguageTag,
  load: LoadBundle,
  plugins: readonly Module[] = [],
): Promise<i18n> {
  const words = createInstance()
  for (const plugin of plugins) words.use(plugin)
  await words.init({
    lng: tag,
    resources: { [tag]: await bundleOf(tag, load) },
    load: 'currentOnly',
    fallbackLng: false,
    defaultNS: false,
    nsSeparator: ':',
    keySeparator: '.',
    returnNull: false,
    interpolation: { escapeValue: true, escape: escapeMarkup, skipOnVariables: true },
    react: { useSuspense: false },
  })
  return words
}

/**
 * Goes over to another language. When its words cannot be had the promise rejects and the language stays as it was.
 */
export async function changeWords(words: i18n, tag: LanguageTag, load: LoadBundle): Promise<void> {
  await addBundle(words, tag, load)
  await words.changeLanguage(tag)
}

/** Fetches words of a language and adds them to what is there. Rejects when they cannot be had; then nothing was added. */
export async function addBundle(words: i18n, tag: LanguageTag, load: LoadBundle): Promise<void> {
  const bundle = await bundleOf(tag, load)
  for (const [namespace, tree] of Object.entries(bundle)) words.addResourceBundle(tag, namespace, tree)
}

async function bundleOf(tag: LanguageTag, load: LoadBundle): Promise<Record<string, WordTree>> {
  if (tag === 'en-XA' || tag === 'en-XB') return pseudoBundle(tag, await load('en'))
  return { ...(await load(languageOf(tag).tag as RealTag)) }
}
