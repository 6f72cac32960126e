import { isLngLat, type LngLat } from '#domain/geo/lng-lat.ts'
import { readUtf8 } from '#domain/plan/read-json.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Closure } from '../closure.ts'
import { JAPAN_OFFSET, readTime, readWallTime, writeTime } from '../time.ts'
import { fromCell, readCsv, writeCsv } from './csv-text.ts'
import {
  collectClosures,
  idFrom,
  IMPORT_LIMITS,
  makeClosure,
  nameFrom,
  NOTHING_KNOWN,
  type Imported,
  type ImportRefusal,
  type Origin,
} from './imported.ts'
import { readReason, readState, writeReason, writeState } from './japanese-words.ts'

/** The columns of a clerk's spreadsheet, in the order in which they are written. They are read in any order. */
export const CSV_COLUMNS = [
  'id',
  '状態',
  '理由',
  '開始',
  '終了',
  '路線名',
  '区間から',
  '区間まで',
  '緯度1',
  '経度1',
  '緯度2',
  '経度2',
  '歩行者',
  '車',
  '出典',
  '更新',
] as const
type Column = (typeof CSV_COLUMNS)[number]

/** Without these a row says nothing; the other columns may be left out as a whole. */
const NEEDED: readonly Column[] = ['id', '状態', '開始', '緯度1', '経度1']

/**
 * Reads closures from a table in UTF-8 with the 16 columns. A row with one position is a point, with two a straight line between
 * them, which has to be laid along the road before it is published. Times without an offset are Japanese time; an `終了`
 * without an hour is the end of that day, an empty one means until further notice; an empty `更新` is now. Refuses the table
 * whole: `detail` = the number of the row (1 = the heads) and the column.
 */
export function readClosuresCsv(bytes: Uint8Array, origin: Origin): Result<Imported, ImportRefusal> {
  const text = readUtf8(bytes, IMPORT_LIMITS.bytes)
  if (!text.ok) return text
  const rows = readCsv(text.value)
  if (!rows.ok) return rows
  const [head, ...records] = rows.value
  const columns = (head?.fields ?? []).map((name) => name.normalize('NFKC').replaceAll(/\s/g, ''))
  if (NEEDED.some((name) => !columns.includes(name)) || new Set(columns).size < columns.length)
    return refuse('notThisFormat', NEEDED.filter((name) => !columns.includes(name)).join(','))
  if (records.length > IMPORT_LIMITS.records) return refuse('tooMany', String(records.length))
  const found = collectClosures()
  const ids = new Set<string>()
  for (const { number, fields } of records) {
    if (fields.length !== columns.length) return refuse('badRecord', String(number))
    const cell = (name: Column): string => fromCell(fields[columns.indexOf(name)] ?? '')
    const closure = readRow(cell, origin)
    if (!closure.ok) return refuse('badRecord', `${number} ${closure.reason}`)
    if (ids.has(closure.value.id)) return refuse('badRecord', `${number} id`)
    ids.add(closure.value.id)
    found.add(closure.value)
  }
  return ok(found.finish())
}

type Cell = (name: Column) => string

function readRow(cell: Cell, { source, now }: Origin): Result<Closure, Column> {
  const id = idFrom(cell('id'), '')
  if (id === '') return refuse('id')
  const state = readState(cell('状態'))
  if (state === null) return refuse('状態')
  const reason = readReason(cell('理由'))
  if (reason === null) return refuse('理由')
  const [start, end] = [readWhen(cell('開始'), false), readWhen(cell('終了'), true)]
  if (start === null || start === 'none') return refuse('開始')
  if (end === null || (end !== 'none' && end < start)) return refuse('終了')
  const updated = readWhen(cell('更新'), false)
  if (updated === null) return refuse('更新')
  const shape = readPlace(cell)
  if (!shape.ok) return shape
  const [foot, car] = [readMay(cell('歩行者')), readMay(cell('車'))]
  if (foot === undefined) return refuse('歩行者')
  if (car === undefined) return refuse('車')
  const isOffice = source.kind !== 'resident' && source.kind !== 'import'
  return ok(
    makeClosure({
      id,
      shape: shape.value,
      ...state,
      reason,
      start,
      end: end === 'none' ? null : end,
      access: { ...NOTHING_KNOWN, foot, car },
      road: readRoad(cell),
      source: { ...source, name: nameFrom(cell('出典')) ?? source.name },
      confidence: isOffice ? 'official' : 'reported',
      updated: updated === 'none' ? now : updated,
    }),
  )
}

function readRoad(cell: Cell): Closure['road'] {
  const [name, from, to] = [nameFrom(cell('路線名')), nameFrom(cell('区間から')), nameFrom(cell('区間まで'))]
  if (name === null && from === null && to === null) return null
  return { name, ref: null, class: 'unknown', from, to }
}

const DEGREES = /^-?\d{1,3}(\.\d{1,12})?$/

function readPlace(cell: Cell): Result<Closure['shape'], Column> {
  const first = readPosition(cell('緯度1'), cell('経度1'))
  if (first === null) return refuse('緯度1')
  if (cell('緯度2') === '' && cell('経度2') === '') return ok({ kind: 'point', at: first })
  const second = readPosition(cell('緯度2'), cell('経度2'))
  if (second === null) return refuse('緯度2')
  const isOne = first[0] === second[0] && first[1] === second[1]
  return ok(isOne ? { kind: 'point', at: first } : { kind: 'line', lines: [[first, second]] })
}

function readPosition(lat: string, lng: string): LngLat | null {
  const [y, x] = [lat.normalize('NFKC'), lng.normalize('NFKC')]
  const at = [DEGREES.test(x) ? Number(x) : NaN, DEGREES.test(y) ? Number(y) : NaN]
  return isLngLat(at) ? at : null
}

/** undefined = a word that is not known. */
function readMay(text: string): boolean | null | undefined {
  const word = text.normalize('NFKC').toLowerCase()
  if (['', '不明', '?', '-'].includes(word)) return null
  if (['可', '○', '〇', '◯', '1', 'true', '通行可'].includes(word)) return true
  return ['不可', '×', '✕', 'x', '0', 'false', '通行不可', '通行止', '通行止め'].includes(word)
    ? false
    : undefined
}

const LOCAL = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?:[T ]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const DAY = 86_400_000

/** `2026-07-01 09:30`, `2026/7/1 9:30`, `2026年7月1日`, or with an offset; null = no time, `none` = nothing told. */
function readWhen(cell: string, isEnd: boolean): number | 'none' | null {
  const text = cell.normalize('NFKC').trim()
  if (text === '' || text === '未定' || text === '当面の間') return 'none'
  const found = LOCAL.exec(text)
  if (found === null) return readTime(text)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((one) => Number(one ?? 0))
  const time = readWallTime({ year, month, day, hour, minute, second }, JAPAN_OFFSET)
  return time !== null && isEnd && found[4] === undefined ? readTime(writeTime(time + DAY)) : time
}

/**
 * Closures as a table with the 16 columns. It holds less than a feed: of a line its two ends, of an area its first corner, of the
 * modes two; `coarse` = the ids of those whose place is more than that.
 */
export function writeClosuresCsv(closures: readonly Closure[]): {
  readonly text: string
  readonly coarse: readonly string[]
} {
  const rows = closures.map((closure) => {
    const cells = cellsOf(closure)
    return CSV_COLUMNS.map((name) => cells[name])
  })
  return { text: writeCsv([CSV_COLUMNS, ...rows]), coarse: closures.filter(isCoarse).map(({ id }) => id) }
}

function cellsOf(closure: Closure): Readonly<Record<Column, string>> {
  const { shape, road, access, source } = closure
  const path =
    shape.kind === 'point'
      ? [shape.at]
      : shape.kind === 'area'
        ? (shape.rings[0] ?? []).slice(0, 1)
        : shape.lines.flat()
  const [first, last] = [path[0], path.length > 1 ? path.at(-1) : undefined]
  return {
    id: closure.id,
    状態: writeState(closure),
    理由: writeReason(closure.reason),
    開始: writeTime(closure.start),
    終了: closure.end === null ? '' : writeTime(closure.end),
    路線名: road?.name ?? '',
    区間から: road?.from ?? '',
    区間まで: road?.to ?? '',
    緯度1: degrees(first?.[1]),
    経度1: degrees(first?.[0]),
    緯度2: degrees(last?.[1]),
    経度2: degrees(last?.[0]),
    歩行者: writeMay(access.foot),
    車: writeMay(access.car),
    出典: source.name,
    更新: writeTime(closure.updated),
  }
}

const isCoarse = ({ shape }: Closure): boolean =>
  shape.kind === 'area' || (shape.kind === 'line' && shape.lines.flat().length > 2)

/** Seven decimals are 1 cm. */
const degrees = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(7))

const writeMay = (may: boolean | null): string => (may === null ? '' : may ? '可' : '不可')
