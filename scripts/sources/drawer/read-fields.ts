import { Refusal } from '#scripts/lib/refusal.ts'
import type { ColumnRole, DrawerRecord } from './read-records.ts'

/** "aed.csv, row 12, column 緯度": the beginning of a refusal about a field. */
export const fieldOf = (record: DrawerRecord, role: ColumnRole): string =>
  `${record.where}, column ${record.columnOf(role)}`

/**
 * A number of a column; full-width digits are read. Null when the field is empty.
 * @param example stands in the refusal: "such as 33.1037".
 * @throws Refusal for any other text, also for a comma in place of the point.
 */
export function readNumber(record: DrawerRecord, role: ColumnRole, example: string): number | null {
  const text = record.read(role)
  if (text === null) return null
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim()
  if (/^[-+]?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  throw new Refusal(`${fieldOf(record, role)}: “${text}” is not a number such as ${example}`)
}

/** The first year of each era less one: 明治1年 = 1868. */
const ERAS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
}
const ERA_DATE = /^(明治|大正|昭和|平成|令和)(元|\d{1,2})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/
const PLAIN_DATE = /^(\d{4})年?$|^(\d{4})[-/.年](\d{1,2})月?$|^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/**
 * A date as far as it is known: `1962`, `1962-07`, `1962/7/8`, `1962年7月8日`, `昭和37年7月8日`. Null when the field is empty.
 * @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * @throws Refusal for any other text, and for a day that no calendar has.
 */
export function readDate(record: DrawerRecord, role: ColumnRole): string | null {
  const text = record.read(role)
  if (text === null) return null
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const date = (eraParts(plain) ?? plainParts(plain) ?? []).map((part, at) =>
    part.padStart(at === 0 ? 4 : 2, '0'),
  )
  const iso = date.join('-')
  if (date.length > 0 && isDate(iso)) return iso
  throw new Refusal(
    `${fieldOf(record, role)}: “${text}” is not a date such as 1962, 1962-07-08 or 昭和37年7月8日`,
  )
}

/** Year, month and day as far as they are there. */
function eraParts(text: string): string[] | null {
  const [, era = '', year = '', ...rest] = ERA_DATE.exec(text) ?? []
  const before = ERAS[era]
  if (before === undefined) return null
  return [String(before + Number(year.replace('元', '1'))), ...rest.filter((part) => part !== undefined)]
}

const plainParts = (text: string): string[] | null =>
  PLAIN_DATE.exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined) ?? null

/** True when the calendar has such a day; the rest of a date that is not known is taken as its first. */
function isDate(date: string): boolean {
  const whole = `${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10)
  const time = Date.parse(`${whole}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(whole)
}
