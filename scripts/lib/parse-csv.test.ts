import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv, readCsvTable } from './parse-csv.ts'

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`
const nasty = fc.string({
  unit: fc.constantFrom('a', '鹿', ',', '"', '\n', '\r', ' ', '\uFEFF', '1'),
  maxLength: 8,
})

describe('parseCsv', () => {
  it('gives back every table that was written with quotes, with any line end', () => {
    const tables = fc.array(fc.array(nasty, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (rows, end, last, mark) => {
          const text = rows.map((row) => row.map(quote).join(',')).join(end) + (last ? end : '')
          expect(parseCsv((mark ? '\uFEFF' : '') + text, 't.csv')).toEqual(rows)
        },
      ),
    )
  })

  it('reads fields without quotes as they stand, empty ones too', () => {
    expect(parseCsv('a,,b\r\n,\n', 't.csv')).toEqual([
      ['a', '', 'b'],
      ['', ''],
    ])
  })

  it.each([
    ['a,b\nc,d"e', 't.csv: row 2, column 2: a quote inside a field that is not quoted'],
    ['a,"b', 't.csv: row 1, column 2: a quoted field that is never closed'],
    ['"a"x', 't.csv: row 1, column 1: "x" after the closing quote, expected a comma or the end of the line'],
  ])('refuses %j with its row and column', (text, message) => {
    expect(() => parseCsv(text, 't.csv')).toThrow(message)
  })
})

describe('readCsvTable', () => {
  it('finds columns by name after NFKC', () => {
    const table = readCsvTable('名称,連絡先備考（その他、ＳＮＳなど）\n市役所,なし\n', 't.csv')
    expect(table.headers).toEqual(['名称', '連絡先備考(その他、SNSなど)'])
    expect(table.records[0]?.fields.get('名称')).toBe('市役所')
    expect(table.records[0]?.row).toBe(2)
  })

  it.each([
    ['', 't.csv: the file is empty, expected a header line'],
    ['a,a\n', 't.csv: row 1, column 2: the header "a" stands twice'],
    ['a,b\n1,2\n1,2,3\n', 't.csv: row 3, column 2: 3 fields, expected 2'],
  ])('refuses %j', (text, message) => {
    expect(() => readCsvTable(text, 't.csv')).toThrow(message)
  })

  it('leaves out lines without any text', () => {
    expect(readCsvTable('a,b\n\n , \n1,2\n', 't.csv').records.map(({ row }) => row)).toEqual([4])
  })
})
