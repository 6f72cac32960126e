// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'
import { expect, it } from 'vitest'
import { addressOf, mapLetters } from '#i18n/letters-in-app.ts'
import { ALL_LANGUAGES, languageOf } from '#i18n/languages.ts'
import { codePointsOf, LETTER_FILES, LETTERS } from '#i18n/letters.ts'
import { cutLetters } from '#scripts/vite/letters.ts'
import { TOP } from '../support/source-files.ts'

/** The most that a language may cost in letters, bytes. Own choice, with the promise of the product. */
const MOST = 130_000

const LOCALES = join(TOP, 'src/i18n/locales')
const cut = new Map<string, Uint8Array>()
for (const { file } of LETTER_FILES)
  cut.set(file, await cutLetters(join(TOP, 'node_modules/@fontsource', file)))

/** All strings of a language, without the pieces in Japanese and without the places that are filled in. */
function stringsOf(tag: string): string {
  const folder = join(LOCALES, tag)
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => valuesOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  return texts
    .join('\n')
    .replace(/\[ja:(?:\{[^}]*\}|[^\]])*\]/gu, '')
    .replace(/\{\{.*?\}\}/gu, '')
}

const valuesOf = (tree: unknown): readonly string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(valuesOf)

/**
 * What every device draws by itself: ASCII, signs of punctuation and arithmetic, arrows, and what has no shape. Marks of the app
 * (☎, ✓) stand in every language and are no letters; Japanese brackets come with Japanese words.
 */
const ANYWHERE = /[\p{ASCII}\p{Default_Ignorable_Code_Point}\p{Script=Common}]/u
/** Common to several scripts, and yet letters of ours: danda, Arabic comma, semicolon and question mark. */
const OURS = /[\u0964\u0965\u060C\u061B\u061F]/u

const glyphs = (file: string): ReadonlySet<number> =>
  new Set((fontkit.create(cut.get(file) as Buffer) as fontkit.Font).characterSet)

for (const { tag, font } of ALL_LANGUAGES) {
  if (font === 'system' || !existsSync(join(LOCALES, tag))) continue
  it(`has a letter for every character of ${tag}`, () => {
    const shipped = new Set(
      LETTERS[font].flatMap(({ file, range }) => {
        const there = glyphs(file)
        return codePointsOf(range).filter((code) => there.has(code))
      }),
    )
    const missing = [...new Set(stringsOf(tag).normalize('NFC'))].filter(
      (character) =>
        (!ANYWHERE.test(character) || OURS.test(character)) && !shipped.has(character.codePointAt(0) ?? 0),
    )
    expect(missing.map((one) => `${one} U+${one.codePointAt(0)?.toString(16)}`)).toEqual([])
  })
}

it('costs no language more than it may', () => {
  for (const [name, files] of Object.entries(LETTERS)) {
    const bytes = files.reduce((sum, { file }) => sum + (cut.get(file)?.length ?? Infinity), 0)
    expect(bytes, name).toBeLessThanOrEqual(MOST)
  }
})

it('has an address for each file of the table, and draws the scripts that need it on the map', () => {
  for (const one of LETTER_FILES) expect(addressOf(one)).toContain(one.file.split('/').at(-1))
  expect(mapLetters('my').map(({ weight }) => weight)).toEqual(['400', '700'])
  expect(mapLetters('ur').map(({ url }) => url)).toEqual([expect.stringContaining('noto-sans-arabic')])
  expect(mapLetters('en')).toEqual([])
  expect(mapLetters('ja')).toEqual([])
})

it('has a family in the style sheet for each script, and for no other', () => {
  const css = readFileSync(join(TOP, 'src/ui/letters.css'), 'utf8')
  const tokens = readFileSync(join(TOP, 'src/ui/tokens.css'), 'utf8')
  const known = new Set(LETTER_FILES.map(({ family }) => family))
  const named = new Set([...`${css}${tokens}`.matchAll(/'(Minna [A-Z][a-z]+)'/g)].map(([, name]) => name))
  expect([...named].sort()).toEqual([...known].sort())
  for (const { tag, font } of ALL_LANGUAGES) {
    const [first] = LETTERS[font]
    if (first?.use !== 'own') continue
    const rule = new RegExp(
      `:lang\\(${languageOf(tag).htmlLang}\\)[^{]*\\{[^}]*font-family: '${first.family}'`,
    )
    expect(css, tag).toMatch(rule)
  }
})
