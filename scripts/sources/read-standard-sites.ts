import { SITE_HAZARDS } from '#domain/hazards/hazard-kind.ts'
import type { Site } from '#domain/shelters/site.ts'
import { headerKey, readCsvTable } from '../lib/parse-csv.ts'
import { Refusal } from '../lib/refusal.ts'
import type { SitesContext, SitesRead } from './read-gsi-sites.ts'
import {
  capacity,
  designations,
  flag,
  HAZARD_COLUMNS,
  idFromFacts,
  isWelfare,
  kindFromCommonId,
  NOT_SAID,
  position,
  textOrNull,
  withUniqueIds,
} from './site-fields.ts'

/** Columns of 自治体標準オープンデータセット「指定緊急避難場所一覧」 that are read; after `|` the name in the older 推奨データセット. */
const COLUMNS = {
  code: ['全国地方公共団体コード', '市区町村コード', '都道府県コード又は市区町村コード'],
  id: ['ID', 'NO'],
  name: ['名称'],
  kana: ['名称_カナ'],
  en: ['名称_英字'],
  address: ['所在地_連結表記', '住所'],
  lat: ['緯度'],
  lng: ['経度'],
  alsoOther: ['指定避難所との重複'],
  capacity: ['想定収容人数'],
  note: ['備考'],
} as const

/**
 * Reads the 39-column standard table of sites (指定緊急避難場所一覧), or its older form. Headers are compared after NFKC;
 * codes may have five digits or six with the check digit. A record is a shelter when its ID says so (共通ID) or when no
 * kind of disaster is marked; else an emergency evacuation site.
 * @throws Refusal for a missing column, another municipality's record, or a field that cannot be read, with the row.
 */
export function readStandardSites(text: string, context: Omit<SitesContext, 'kind'>): SitesRead {
  const table = readCsvTable(text, context.file)
  const has = (names: readonly string[]): boolean =>
    names.some((name) => table.headers.includes(headerKey(name)))
  const flags = SITE_HAZARDS.map((hazard) => HAZARD_COLUMNS[hazard])
  const missing = [COLUMNS.name, COLUMNS.lat, COLUMNS.lng]
    .filter((names) => !has(names))
    .map(([name]) => name)
  const noFlags = !flags.some((name) => has([`災害種別_${name}`]))
  if (missing.length > 0 || noFlags) {
    const what = [...missing, ...(noFlags ? ['災害種別_…'] : [])].join(', ')
    throw new Refusal(`${context.file}: not the standard table of sites, the column ${what} is missing`)
  }
  const sites = table.records.flatMap(({ row, fields }) => {
    const site = toSite(fields, `${context.file}: row ${row}`, context)
    return site === null ? [] : [site]
  })
  return {
    sites: withUniqueIds(sites),
    in: table.records.length,
    noPosition: table.records.length - sites.length,
  }
}

function toSite(
  fields: ReadonlyMap<string, string>,
  where: string,
  { code, source }: Omit<SitesContext, 'kind'>,
): Site | null {
  const read = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = fields.get(headerKey(name))
      if (value !== undefined) return value
    }
    return undefined
  }
  const [name, note, id] = [
    textOrNull(read(COLUMNS.name)),
    textOrNull(read(COLUMNS.note)),
    textOrNull(read(COLUMNS.id)),
  ]
  if (name === null) throw new Refusal(`${where}: 名称 is empty`)
  checkCode(read(COLUMNS.code), code, where)
  const at = position(read(COLUMNS.lng), read(COLUMNS.lat), where)
  if (at === null) return null
  const designated = designations((hazard) => read([`災害種別_${HAZARD_COLUMNS[hazard]}`]), where)
  const isMarked = Object.values(designated).includes(true)
  const kind = kindFromCommonId(id ?? '') ?? (isMarked ? 'emergencySite' : 'shelter')
  return {
    // A bare number is only a place in its list: not an id across lists.
    id: id === null || /^\d+$/.test(id) ? idFromFacts(code, kind, name, at) : id,
    kind,
    name: { ja: name, kana: textOrNull(read(COLUMNS.kana)), en: textOrNull(read(COLUMNS.en)) },
    address: textOrNull(read(COLUMNS.address)),
    at,
    designated: kind === 'shelter' ? NOT_SAID : designated,
    alsoOther: flag(read(COLUMNS.alsoOther), `${where}, 指定避難所との重複`),
    welfare: isWelfare(null, [name, note]),
    capacity: capacity(read(COLUMNS.capacity), where),
    note,
    source,
  }
}

/** Five digits, or six with the check digit; spreadsheets eat a leading zero. Empty = not said. */
function checkCode(text: string | undefined, code: string, where: string): void {
  const said = (text ?? '').normalize('NFKC').trim()
  if (said === '') return
  const forms = [code, code.replace(/^0/, '')]
  if (/^\d{4,6}$/.test(said) && forms.some((form) => said === form || said.slice(0, -1) === form)) return
  throw new Refusal(`${where}: municipality code "${said}", expected ${code} with or without its check digit`)
}
