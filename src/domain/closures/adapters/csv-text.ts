import { ok, refuse, type Result } from '#domain/result.ts'

/**
 * Reads CSV by RFC 4180: quoted fields may hold commas, line breaks and doubled quotes; CRLF, LF or CR end a record; a byte order
 * mark is dropped; records without any text are left out, but counted.
 * @returns the records with their number in the file (1 = the first), or `badRecord` with number and column
 */
export function readCsv(text: string): Result<readonly CsvRow[], 'badRecord'> {
  const rows: CsvRow[] = []
  let fields: string[] = []
  let number = 1
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const field = text[at] === '"' ? readQuoted(text, at) : readBare(text, at)
    if (field === null) return refuse('badRecord', `${number} ${fields.length + 1}`)
    fields.push(field.value)
    at = field.end
    if (text[at] === ',' && at + 1 < text.length) {
      at += 1
      continue
    }
    if (text[at] === ',') fields.push('')
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (fields.some((one) => one.trim() !== '')) rows.push({ number, fields })
    fields = []
    number += 1
  }
  return ok(rows)
}

export type CsvRow = { readonly number: number; readonly fields: readonly string[] }

type Field = { readonly value: string; readonly end: number } | null

const BARE_END = /[,\r\n]/g

function readBare(text: string, start: number): Field {
  BARE_END.lastIndex = start
  const end = BARE_END.exec(text)?.index ?? text.length
  const value = text.slice(start, end)
  return value.includes('"') ? null : { value, end }
}

function readQuoted(text: string, start: number): Field {
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1]
      return next === undefined || /[,\r\n]/.test(next) ? { value, end: quote + 1 } : null
    }
    value += '"'
    from = quote + 2
  }
}

/**
 * Writes CSV that spreadsheets open as UTF-8: a byte order mark, CRLF. A text that a spreadsheet would take for a formula
 * (OWASP, CSV injection) gets an apostrophe in front, which `fromCell` takes away again.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((fields) => `${fields.map(quote).join(',')}\r\n`).join('')}`

const quote = (value: string): string => {
  const cell = /^'*[=+\-@\t\r]/.test(value) && !isNumber(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export const fromCell = (cell: string): string => {
  const text = cell.trim()
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
