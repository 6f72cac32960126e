import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBundles } from './furigana/make-bundles.ts'
import { openTokenizer } from './furigana/open-tokenizer.ts'

/**
 * Writes the Japanese words with their readings to `src/i18n/furigana/`. To be run after a Japanese sentence was changed; then
 * look at what git shows as changed: the dictionary guesses, and what it guesses wrong belongs into
 * `scripts/furigana/overrides.json`.
 */
const bundles = makeBundles(await openTokenizer())
for (const part of ['all', 'plan'] as const)
  writeFileSync(
    join(import.meta.dirname, `../src/i18n/furigana/${part}.json`),
    `${JSON.stringify(bundles[part], null, 2)}\n`,
  )
