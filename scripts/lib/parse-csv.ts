import { Refusal } from './refusal.ts'

/** Position of the character that was refused: record (1 = the header) and column, both counted from 1. */
const refuseAt = (file: string, row: number, column: number, what: string): never => {
  throw new Refusal(`${file}: row ${row}, column ${column}: ${what}`)
}

/**
 * Reads CSV by RFC 4180: quoted fields may hold commas, line breaks and doubled quotes; CRLF, LF or CR end a record; a
 * byte order mark is dropped; a last empty line is no record.
 * @param file the name that stands in a refusal.
 * @returns the records, each a list of fields, the header first.
 * @throws Refusal with row and column for a quote inside an unquoted field, text after a closing quote, or an open quote.
 */
export function parseCsv(text: string, file: string): string[][] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const rows: string[][] = []
  let at = 0
  while (at < source.length) {
    const row: string[] = []
    const number = rows.length + 1
    for (;;) {
      const field =
        source[at] === '"'
          ? readQuoted(source, at, file, number, row.length + 1)
          : readBare(source, at, file, number, row.length + 1)
      row.push(field.text)
      at = field.end
      if (source[at] !== ',') break
      at += 1
    }
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1
    at += 1
    rows.push(row)
  }
  return rows
}

type Field = { readonly text: string; readonly end: number }

function readBare(source: string, start: number, file: string, row: number, column: number): Field {
  let end = start
  for (; end < source.length; end += 1) {
    const char = source[end]
    if (char === ',' || char === '\n' || char === '\r') break
    if (char === '"') refuseAt(file, row, column, 'a quote inside a field that is not quoted')
  }
  return { text: source.slice(start, end), end }
}

function readQuoted(source: string, start: number, file: string, row: number, column: number): Field {
  let text = ''
  let from = start + 1
  for (;;) {
    const quote = source.indexOf('"', from)
    if (quote < 0) refuseAt(file, row, column, 'a quoted field that is never closed')
    text += source.slice(from, quote)
    if (source[quote + 1] !== '"') {
      const next = source[quote + 1]
      if (next !== undefined && next !== ',' && next !== '\n' && next !== '\r') {
        refuseAt(
          file,
          row,
          column,
          `"${next}" after the closing quote, expected a comma or the end of the line`,
        )
      }
      return { text, end: quote + 1 }
    }
    text += '"'
    from = quote + 2
  }
}

/** One record of a table: its number in the file (1 = the header) and its fields by header. */
export type CsvRecord = { readonly row: number; readonly fields: ReadonlyMap<string, string> }
export type CsvTable = { readonly headers: readonly string[]; readonly records: readonly CsvRecord[] }

/** The form in which headers are compared: NFKC, no spaces. "（その他、ＳＮＳなど）" and "(その他、SNSなど)" are one. */
export const headerKey = (header: string): string => header.normalize('NFKC').replace(/\s+/g, '')

/**
 * Reads CSV whose first record names the columns. Fields are trimmed; records without any text are left out.
 * @throws Refusal when there is no header, a header stands twice, or a record has another number of fields.
 */
export function readCsvTable(text: string, file: string): CsvTable {
  const [header, ...rows] = parseCsv(text, file)
  if (header === undefined) throw new Refusal(`${file}: the file is empty, expected a header line`)
  const headers = header.map(headerKey)
  headers.forEach((name, index) => {
    if (name !== '' && headers.indexOf(name) !== index) {
      refuseAt(file, 1, index + 1, `the header "${name}" stands twice`)
    }
  })
  const records: CsvRecord[] = []
  rows.forEach((fields, index) => {
    const row = index + 2
    if (fields.every((field) => field.trim() === '')) return
    if (fields.length !== headers.length) {
      refuseAt(
        file,
        row,
        Math.min(fields.length, headers.length),
        `${fields.length} fields, expected ${headers.length}`,
      )
    }
    records.push({
      row,
      fields: new Map(headers.map((name, column) => [name, (fields[column] ?? '').trim()])),
    })
  })
  return { headers, records }
}
