import { languageOf, type LanguageTag } from './languages.ts'
import { LETTER_FILES, LETTERS, type LetterFile } from './letters.ts'
import { nameKeys } from './map-names.ts'

/** Address of each file of the table, by its path. */
const addresses = import.meta.glob<string>(
  [
    '/node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,vietnamese,cyrillic,cyrillic-ext}-400-normal.woff2',
    '/node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-sans-myanmar/files/noto-sans-myanmar-myanmar-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-sans-sinhala/files/noto-sans-sinhala-sinhala-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-sans-thai/files/noto-sans-thai-thai-{400,700}-normal.woff2',
    '/node_modules/@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2',
  ],
  { query: '?letters', import: 'default', eager: true },
)

/** The absolute address of a file of letters. */
export const addressOf = ({ file }: LetterFile): string =>
  new URL(addresses[`/node_modules/@fontsource/${file}`] ?? '', document.baseURI).href

/** A file of letters as the style of a map names it. */
export type MapLetters = {
  readonly url: string
  readonly weight: '400' | '700'
  readonly ranges: readonly string[]
}

/** The letters that the map draws a language with before it asks the device; nothing where the device's own ones are right. */
export const mapLetters = (tag: LanguageTag): readonly MapLetters[] =>
  LETTERS[languageOf(tag).font]
    .filter(({ family, use }) => use === 'map' || (use === 'own' && family !== 'Minna Nastaliq'))
    .map((one) => ({ url: addressOf(one), weight: one.weight, ranges: one.range.split(', ') }))

const faces = new Map<string, FontFace>()

const faceOf = (one: LetterFile): FontFace =>
  new FontFace(one.family, `url("${addressOf(one)}")`, {
    weight: one.weight,
    unicodeRange: one.range,
    display: 'swap',
  })

/**
 * Makes all letters known to the browser. Nothing is fetched: that happens when a text needs a file, or by `keepLetters`. Which text
 * asks for which family stands in `ui/letters.css`.
 */
export function offerLetters(): void {
  if (typeof FontFace === 'undefined' || faces.size > 0) return
  for (const one of LETTER_FILES) {
    const face = faceOf(one)
    faces.set(one.file, face)
    document.fonts.add(face)
  }
}

/**
 * Fetches the letters of a language that come before the device's own, so that they are there when there is no network; the spare
 * ones (Latin, Cyrillic) are left to the text that needs them, and to the service worker: no start waits for them. On the very first visit the service worker
 * takes the page over a little later, and is then given the files once more (the browser still has them). Never rejects: what could
 * not be had is asked for again by the text that needs it.
 */
export async function keepLetters(tag: LanguageTag): Promise<void> {
  offerLetters()
  const files = LETTERS[languageOf(tag).font].filter(({ use }) => use !== 'spare')
  if (faces.size === 0 || files.length === 0) return
  await Promise.allSettled(files.flatMap(({ file }) => faces.get(file)?.load() ?? []))
  const container = (globalThis.navigator as Navigator | undefined)?.serviceWorker
  if (container === undefined || container.controller !== null) return
  const again = () => void Promise.allSettled(files.map((one) => faceOf(one).load()))
  container.addEventListener('controllerchange', again, { once: true })
}

/** What the map is told about the reader of a language: see `MapNames` of `map/map-view.ts`. */
export type NamesOnMap = {
  readonly keys: readonly string[]
  readonly kana: boolean
  readonly letters: readonly MapLetters[]
}

const namesOnMap = new Map<LanguageTag, NamesOnMap>()

/** How names are written on the map for who reads this language; the same value each time, so that nothing is drawn anew. */
export function mapNamesFor(tag: LanguageTag): NamesOnMap {
  const known = namesOnMap.get(tag)
  if (known !== undefined) return known
  const made = { keys: nameKeys(tag), kana: languageOf(tag).ruby, letters: mapLetters(tag) }
  namesOnMap.set(tag, made)
  return made
}
