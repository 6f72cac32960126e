import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { codePointsOf, LETTER_FILES } from '#i18n/letters.ts'

/** How a file of letters is imported: `…/some-font.woff2?letters` gives its address. */
const ASKED = /\.woff2\?letters$/

/**
 * Cuts each file of letters down to what the table in `src/i18n/letters.ts` names, when the app is built. In development and tests
 * the whole file is served. The service worker keeps such a file when it is first used: it belongs to no stage.
 */
export function lettersPlugin(): Plugin {
  return {
    name: 'letters',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!ASKED.test(id)) return null
      const path = id.replace(/\?.*$/, '')
      const source = await cutLetters(path)
      const reference = this.emitFile({ type: 'asset', name: basename(path), source })
      return `export default import.meta.ROLLUP_FILE_URL_${reference}`
    },
  }
}

/** The bytes of a file of letters as it is shipped. Throws for a file that is not in the table. */
export async function cutLetters(path: string): Promise<Uint8Array> {
  const known = LETTER_FILES.find(({ file }) => path.endsWith(`/${file}`))
  if (known === undefined) throw new Error(`${path} is not in src/i18n/letters.ts`)
  const text = String.fromCodePoint(...codePointsOf(known.range))
  return subsetFont(await readFile(path), text, { targetFormat: 'woff2' })
}
