import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { languageArgument, type Said } from './command.ts'
import { WORDS_FOLDER } from './read-words.ts'
import { readLanguage, rowsOf } from './rows.ts'
import { writeXliff } from './xliff.ts'
import { writeXlsx } from './xlsx.ts'
import { Refusal } from '../lib/refusal.ts'

const USAGE = `Writes all sentences of a language into one file for its translators.

  npm run i18n:export -- --lang vi [--out FILE] [--format xlsx|xliff]

  --lang     the language, such as vi, zh-Hans, ja-simple
  --out      where to write (default minna-<language>.xlsx or .xlf, here)
  --format   xlsx = a workbook for Excel, Numbers, LibreOffice (default); xliff = XLIFF 2.0 for tools of translators`

/** `npm run i18n:export`: writes the sentences of a language into a file. */
export async function exportWords(args: readonly string[]): Promise<Said> {
  const options = parseArgs({
    args: [...args],
    options: {
      lang: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string', default: 'xlsx' },
      folder: { type: 'string', default: WORDS_FOLDER },
      help: { type: 'boolean', short: 'h' },
    },
  }).values
  if (options.help === true) return USAGE
  const tag = languageArgument(options.lang)
  if (options.format !== 'xlsx' && options.format !== 'xliff')
    throw new Refusal(`--format ${options.format}: expected xlsx or xliff`, 2)
  const out = options.out ?? `minna-${tag}.${options.format === 'xlsx' ? 'xlsx' : 'xlf'}`
  const now = readLanguage(options.folder, tag)
  if (now.unreadable.length > 0) throw new Refusal(`these files cannot be read: ${now.unreadable.join('; ')}`)
  const rows = rowsOf(options.folder, now)
  const content = options.format === 'xlsx' ? await writeXlsx(tag, rows) : await writeXliff(tag, rows)
  try {
    await mkdir(dirname(out), { recursive: true })
    await writeFile(out, content)
  } catch {
    throw new Refusal(`--out ${out}: this file cannot be written`, 2)
  }
  const open = rows.filter(({ text }) => text === '').length
  return `${out}: ${rows.length} sentences, ${open} of them without a translation`
}
