import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loadFurigana, wantFurigana, withFurigana } from './furigana.ts'
import { languageOf, type LanguageTag, type RealTag } from './languages.ts'
import { keepLetters } from './letters-in-app.ts'
import { languageIn } from './say.ts'
import { addBundle, changeWords, startWords, type Bundle, type LoadBundle } from './start.ts'

const loaders = import.meta.glob<Bundle>('./locales/*/{all,plan}.ts', { import: 'words' })

const part = async (tag: RealTag, name: 'all' | 'plan'): Promise<Bundle> => {
  const loader = loaders[`./locales/${tag}/${name}.ts`]
  if (loader === undefined) throw new Error(`No words for ${tag}`)
  const words = byNamespace(await loader())
  return tag === 'ja' ? withFurigana(words, name) : words
}

/** True once a screen of the plan was opened: from then on every language comes with the words of the plan. */
let isPlanWanted = false

const load: LoadBundle = async (tag) => {
  const [first, plan] = await Promise.all([part(tag, 'all'), isPlanWanted ? part(tag, 'plan') : {}])
  return { ...first, ...plan }
}

const loadAll: LoadBundle = async (tag) => ({
  ...(await part(tag, 'all')),
  ...(await part(tag, 'plan')),
})

/** The bundler names each file by its path (`./app.json`); a namespace is the name of the file. */
const byNamespace = (files: Bundle): Bundle =>
  Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/gu, ''), words]),
  )

let started: Promise<i18n> | null = null

/**
 * Starts the app's words in a language, or goes over to it when they were started before. One chunk is loaded per
 * language. Sets `lang` and `dir` of the document. Rejects when the words cannot be had (offline, and the language was
 * never used here): the app then stays in the language it had.
 */
export async function startI18n(tag: LanguageTag): Promise<i18n> {
  if (started === null) {
    started = startWords(tag, load, [initReactI18next])
    started.catch(() => (started = null))
  }
  const words = await started
  if (words.language !== tag) await changeWords(words, tag, load)
  const { htmlLang, dir } = languageOf(tag)
  document.documentElement.lang = htmlLang
  document.documentElement.dir = dir
  void keepLetters(tag)
  return words
}

/**
 * Adds the words of the plan to those of now, and to every language from now on. Rejects when they cannot be had; the next
 * call tries again.
 */
export async function addPlanWords(): Promise<void> {
  isPlanWanted = true
  if (started === null) return
  const words = await started
  await addBundle(words, languageIn(words), (tag) => part(tag, 'plan'))
}

/**
 * Adds the readings to the Japanese words, now and from now on. Rejects when they cannot be had (offline, and never used here):
 * the words then stay without readings. Readings that are there stay: whether they are shown is said by `RubyContext`.
 */
export async function addFurigana(): Promise<void> {
  const marked = { ...(await loadFurigana('all')), ...(isPlanWanted ? await loadFurigana('plan') : {}) }
  wantFurigana(true)
  others.delete('ja')
  if (started === null) return
  const words = await started
  if (languageIn(words) !== 'ja') return
  await addBundle(words, 'ja', async () => marked)
  // The language is the same, but what it says is not: everything on the screen is said again.
  await words.changeLanguage('ja')
}

const others = new Map<LanguageTag, Promise<i18n>>()

/**
 * The words of one language beside the app's own, for a page in two languages. Loaded once; rejects when they cannot be had,
 * and then the next call tries again.
 */
export function wordsFor(tag: LanguageTag): Promise<i18n> {
  const known = others.get(tag)
  if (known !== undefined) return known
  const loading = startWords(tag, loadAll)
  others.set(tag, loading)
  loading.then(
    () => void keepLetters(tag),
    () => others.delete(tag),
  )
  return loading
}
