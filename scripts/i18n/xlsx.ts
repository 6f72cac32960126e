import { strFromU8, unzipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import writeSheets, { type Cell, type Sheet } from 'write-excel-file/node'
import { languageOf, type RealTag } from '#i18n/languages.ts'
import { Refusal } from '../lib/refusal.ts'
import type { ReturnedRow, Row } from './rows.ts'
import { LONGEST_CELL, toCell } from './sheet-text.ts'

const READ_ME = 'Read me'
const WIDTHS = [34, 40, 40, 40, 48, 50, 8, 24, 12, 8]

/** The words at the top of the columns. Those that the reader of a sheet looks for are `key`, … translation, `state`, `check`. */
const headsFor = (tag: RealTag): readonly string[] => [
  'key',
  '日本語',
  'やさしい日本語',
  'English',
  `${languageOf(tag).endonym} – translation`,
  'note',
  'max length',
  'source',
  'state',
  'check',
]

/** The rows of a language as a workbook, one sheet for each namespace. Throws a Refusal for a text that no cell can hold. */
export async function writeXlsx(tag: RealTag, rows: readonly Row[]): Promise<Uint8Array> {
  const sheets = [
    readMe(tag),
    ...[...byNamespace(rows)].map(([namespace, own]) => sheetOf(tag, namespace, own)),
  ]
  return new Uint8Array(await writeSheets(sheets, { fontSize: 11 }).toBuffer())
}

function byNamespace(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const sorted = new Map<string, Row[]>()
  for (const row of rows) {
    const [namespace = ''] = row.key.split(':')
    const own = sorted.get(namespace) ?? []
    own.push(row)
    sorted.set(namespace, own)
  }
  return sorted
}

function sheetOf(tag: RealTag, namespace: string, rows: readonly Row[]): Sheet<never> {
  const head = headsFor(tag).map((value): Cell => ({
    ...text(value),
    fontWeight: 'bold',
    backgroundColor: '#dde6ee',
  }))
  return {
    sheet: namespace,
    data: [head, ...rows.map((row) => cellsOf(row))],
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    rightToLeft: languageOf(tag).dir === 'rtl',
  }
}

function cellsOf(row: Row): Cell[] {
  const quiet = { textColor: '#5b6670' }
  return [
    { ...text(row.key, row.key), ...quiet },
    text(row.ja, row.key),
    text(row.easy, row.key),
    text(row.en, row.key),
    { ...text(row.text, row.key), backgroundColor: '#fffbe6' },
    { ...text(row.note, row.key), ...quiet },
    row.max === null ? null : { value: row.max, type: Number, alignVertical: 'top' },
    { ...text(row.source, row.key), ...quiet },
    text(row.state),
    { ...text(row.check), textColor: '#c0c6cc', wrap: false },
  ]
}

/** Always a text, also when it begins with `=`: the cell is of the kind “Text”, in which Excel reckons nothing. */
function text(value: string, key = ''): { value: string; type: StringConstructor } & Record<string, unknown> {
  const cell = toCell(value)
  if (cell.length > LONGEST_CELL)
    throw new Refusal(`${key}: this text is too long for a cell of a sheet. Use --format xliff`, 2)
  return { value: cell, type: String, format: '@', wrap: true, alignVertical: 'top' }
}

function readMe(tag: RealTag): Sheet<never> {
  const { endonym, nameEn } = languageOf(tag)
  const lines = [
    `みんなのハザードマップ – ${endonym} (${nameEn})`,
    'Write only into the yellow column. 黄色い列だけに書いてください。',
    'Japanese is the original: say no less and no more than it does. 日本語が元の文です。意味を足したり引いたりしないでください。',
    'Keep {{…}} and [ja:…] exactly as they are; you may move them. {{…}} と [ja:…] は、そのまま残してください。',
    'Digits are 0–9 in every language. 数字は 0–9 を使ってください。',
    'state: write “reviewed” when you, a speaker of the language, have read the text; “official” when an authority published it in these words. 確認した文は reviewed、公的機関の訳なら official。',
    'Leave key and check as they are. key と check は変えないでください。',
    `Then send the file back. 終わったら、このファイルを返してください: npm run i18n:import -- --lang ${tag} FILE --by "name"`,
  ]
  return {
    sheet: READ_ME,
    data: lines.map((line, i) => [{ ...text(line), ...(i === 0 ? { fontWeight: 'bold' as const } : {}) }]),
    columns: [{ width: 110 }],
  } as Sheet<never>
}

/** Reads a workbook that came back. Throws a Refusal, in one sentence, when it is none or a sheet has lost its columns. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<readonly ReturnedRow[]> {
  refuseFormulas(file, bytes)
  let sheets: Awaited<ReturnType<typeof readSheets>>
  try {
    sheets = await readSheets(Buffer.from(bytes), { trim: false })
  } catch {
    throw new Refusal(`${file}: this file cannot be read as a workbook (.xlsx)`, 2)
  }
  return sheets
    .filter(({ sheet, data }) => sheet !== READ_ME && data.some((row) => row.some((cell) => cell !== null)))
    .flatMap(({ sheet, data }) => rowsIn(file, sheet, data as readonly (readonly unknown[])[]))
}

/** A cell that reckons its text could say anything the next time it is opened. */
function refuseFormulas(file: string, bytes: Uint8Array): void {
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) })
  } catch {
    throw new Refusal(`${file}: this file cannot be read as a workbook (.xlsx)`, 2)
  }
  for (const part of Object.values(parts)) {
    const cell = /<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f\b/.exec(strFromU8(part))?.[1]
    if (cell !== undefined)
      throw new Refusal(`${file}: cell ${cell} holds a formula. Paste the text itself (paste values only)`, 2)
  }
}

function rowsIn(file: string, sheet: string, data: readonly (readonly unknown[])[]): readonly ReturnedRow[] {
  const heads = (data[0] ?? []).map((head) => (typeof head === 'string' ? head.trim() : ''))
  const column = (name: string, fits: (head: string) => boolean): number => {
    const at = heads.findIndex((head) => fits(head))
    if (at < 0)
      throw new Refusal(
        `${file}, sheet ${sheet}: the column “${name}” is not there. Export the sheet again`,
        2,
      )
    return at
  }
  const [key, translation, state, check] = [
    column('key', (head) => head === 'key'),
    column('translation', (head) => head.endsWith('translation')),
    column('state', (head) => head === 'state'),
    column('check', (head) => head === 'check'),
  ]
  return data.flatMap((cells, i) => {
    const where = `sheet ${sheet}, row ${i + 1}`
    const isEmpty = cells.every((cell) => cell === null || cell === '')
    if (i === 0 || isEmpty) return []
    return [
      {
        where,
        key: cellText(cells[key], where).trim(),
        text: cellText(cells[translation], where),
        state: cellText(cells[state], where).trim(),
        check: cellText(cells[check], where),
      },
    ]
  })
}

function cellText(cell: unknown, where: string): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  throw new Refusal(`${where}: a cell holds a date or a truth value. Make it a text (Format cells: Text)`, 2)
}
