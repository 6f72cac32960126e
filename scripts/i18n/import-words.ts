import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RealTag } from '#i18n/languages.ts'
import { languageArgument, type Said } from './command.ts'
import { createNotes } from './notes.ts'
import { planImport, type ImportPlan, type RowMessage } from './plan-import.ts'
import { WORDS_FOLDER } from './read-words.ts'
import { readLanguage, type ReturnedRow } from './rows.ts'
import { readTerms } from './terms.ts'
import { writeReviews, writeTexts } from './write-language.ts'
import { writeReviewedTags } from './reviewed-tags.ts'
import { readXliff } from './xliff.ts'
import { readXlsx } from './xlsx.ts'
import { Refusal } from '../lib/refusal.ts'

const USAGE = `Takes in a file that came back from a translator. Every text is checked first; with one fault nothing is written.

  npm run i18n:import -- --lang vi FILE [--by "name"] [--reviewed] [--dry-run]

  FILE         the workbook (.xlsx) or the XLIFF file (.xlf, .xliff) that i18n:export made
  --by         the person or group who read the texts, or the authority that published them
  --reviewed   every text of the file was read by a speaker of the language (needs --by); without it the column “state" counts
  --dry-run    only say what would change`

/** `npm run i18n:import`: takes in a file that came back. */
export async function importWords(args: readonly string[]): Promise<Said> {
  const { values: options, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      by: { type: 'string' },
      reviewed: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      folder: { type: 'string', default: WORDS_FOLDER },
      date: { type: 'string', default: new Date().toLocaleDateString('sv', { timeZone: 'Asia/Tokyo' }) },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (options.help === true) return USAGE
  const tag = languageArgument(options.lang)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Refusal('say which file: one .xlsx, .xlf or .xliff', 2)
  const by = (options.by ?? '').trim() || null
  if (options.reviewed && by === null)
    throw new Refusal('--reviewed: say who has read it, with --by "name"', 2)
  const now = readLanguage(options.folder, tag)
  if (now.unreadable.length > 0) throw new Refusal(`these files cannot be read: ${now.unreadable.join('; ')}`)
  const noteOf = createNotes(join(options.folder, 'meta'))
  const { reviewed, date } = options
  const plan = planImport(await readRows(file), now, noteOf, readTerms(tag), { by, reviewed, date })
  if (plan.faults.length > 0) throw new Refusal(refusalOf(file, plan))
  if (!options['dry-run']) {
    writeTexts(options.folder, tag, plan.changes, now.ja)
    if (plan.newlyReviewed.length > 0 || plan.reviews.size !== now.reviews.size)
      writeReviews(options.folder, tag, plan.reviews)
    writeReviewedTags(options.folder)
  }
  return { text: summaryOf(tag, plan, options['dry-run']), exitCode: plan.setAside.length > 0 ? 1 : 0 }
}

async function readRows(file: string): Promise<readonly ReturnedRow[]> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    throw new Refusal(`${file}: this file cannot be opened`, 2)
  }
  // A workbook is a ZIP archive, whatever its name.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readXlsx(file, bytes)
  return readXliff(file, bytes.toString('utf8').replace(/^\ufeff/, ''))
}

const list = (messages: readonly RowMessage[]): string =>
  messages.map(({ where, key, expected }) => `  ${where}, ${key}: ${expected}`).join('\n')

const refusalOf = (file: string, { faults }: ImportPlan): string =>
  `${file}: nothing was written. Please put right:\n${list(faults)}`

function summaryOf(tag: RealTag, plan: ImportPlan, isDry: boolean): string {
  const { changes, newlyReviewed, fallenBack, setAside, looks } = plan
  const would = isDry ? 'would be ' : ''
  const parts = [
    `${tag}: ${changes.length} texts ${would}changed, ${newlyReviewed.length} ${would}marked as read`,
    ...changes.map(({ key, from, to }) => `  ${key}\n    - ${from}\n    + ${to}`),
    ...(fallenBack.length === 0
      ? []
      : [`These had been read and have changed, so they count as unreviewed:\n  ${fallenBack.join('\n  ')}`]),
    ...(looks.length === 0 ? [] : [`Please look once whether these are meant so:\n${list(looks)}`]),
    ...(setAside.length === 0 ? [] : [`Not taken (${setAside.length}):\n${list(setAside)}`]),
  ]
  return parts.join('\n')
}
