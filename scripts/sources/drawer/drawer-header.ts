import * as v from 'valibot'
import { FEATURE_KINDS } from '#domain/features/local-feature.ts'
import { WATER_KINDS } from '#domain/hazards/hazard-kind.ts'
import { ALL_LANGUAGES } from '#i18n/languages.ts'
import { Refusal } from '#scripts/lib/refusal.ts'

/** Everything that a file of the drop folder can be about. `waterSeries` = a computed flood in time. */
export const DRAWER_KINDS = [...WATER_KINDS, ...FEATURE_KINDS, 'waterSeries'] as const

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const column = v.optional(text(100))

const Columns = v.strictObject({
  depth: column,
  name: column,
  nameKana: column,
  nameEn: column,
  event: column,
  note: column,
  date: column,
  lat: column,
  lng: column,
})
/** Words in the other languages of the app, where the city gives them. */
const TRANSLATIONS = Object.fromEntries(
  ALL_LANGUAGES.filter(({ tag }) => tag !== 'ja').map(({ tag }) => [tag, v.optional(text(200))]),
)
const Title = v.strictObject({ ...TRANSLATIONS, ja: text(200) })
const Publisher = v.strictObject({ ...TRANSLATIONS, ja: text(200) })
const Licence = v.strictObject({ name: text(200), url: v.nullable(v.pipe(v.string(), v.url())) })

/** `<name>.header.json`: what the file beside it is, whose it is, and what its columns mean. */
const DrawerHeader = v.strictObject({
  kind: v.picklist(DRAWER_KINDS),
  title: Title,
  publisher: v.optional(Publisher),
  credit: text(500),
  licence: Licence,
  date: v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)),
  /** True = this is all that there is of its kind here, so that the national data set is not needed. */
  complete: v.optional(v.boolean(), false),
  /** Without it the text is read as UTF-8, or as CP932 where it is not valid UTF-8. */
  encoding: v.optional(v.picklist(['utf-8', 'cp932'])),
  columns: v.optional(Columns, {}),
  depthAs: v.optional(v.picklist(['text', 'metres', 'rank']), 'text'),
  /** Only for `waterSeries`; read by the step that builds the series. */
  series: v.optional(v.record(v.string(), v.unknown())),
})
export type DrawerHeader = v.InferOutput<typeof DrawerHeader>

/** What may stand in a group of keys, by its place in the header. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '': DrawerHeader.entries,
  title: Title.entries,
  publisher: Publisher.entries,
  licence: Licence.entries,
  columns: Columns.entries,
}

/** What should stand at a key, in words. */
const EXPECTED: Readonly<Record<string, string>> = {
  kind: `one of ${DRAWER_KINDS.join(', ')}`,
  title: 'a title such as {"ja": "AED設置箇所一覧"}',
  'title.ja': 'the title in Japanese',
  publisher: 'a publisher such as {"ja": "鹿島市"}',
  'publisher.ja': 'the publisher in Japanese',
  credit: 'the line that has to be printed beside the data',
  licence: 'a licence such as {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}',
  'licence.name': 'the name of the licence, such as "CC BY 4.0"',
  'licence.url': 'an address that begins with https://, or null',
  date: 'a date as YYYY, YYYY-MM or YYYY-MM-DD',
  complete: 'true or false',
  encoding: '"utf-8" or "cp932"',
  columns: 'names of columns such as {"name": "名称"}',
  depthAs: '"text", "metres" or "rank"',
  series: 'a group of keys in braces { }',
}

/**
 * Reads a header.
 * @param file its name, the beginning of a refusal.
 * @throws Refusal that names the key, what stands there and what is expected.
 */
export function readDrawerHeader(source: string, file: string): DrawerHeader {
  const result = v.safeParse(DrawerHeader, parseJson(source, file))
  if (!result.success) throw new Refusal(`${file}: ${sentenceFor(result.issues[0])}`)
  const header = result.output
  if (header.kind === 'waterSeries' && header.series === undefined) {
    throw new Refusal(`${file}: the key “series” is missing, which a waterSeries needs`)
  }
  if (header.kind !== 'waterSeries' && header.series !== undefined) {
    throw new Refusal(`${file}: the key “series” belongs to the kind waterSeries, not to ${header.kind}`)
  }
  return header
}

function parseJson(source: string, file: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch (error) {
    throw new Refusal(`${file}: this is not JSON (${(error as Error).message})`)
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new Refusal(`${file}: ${shown(json)} stands where a header in braces { } is expected`)
}

function sentenceFor(issue: v.InferIssue<typeof DrawerHeader>): string {
  const key = v.getDotPath(issue)
  if (key === null) return issue.message
  const group = key.includes('.') ? key.slice(0, key.lastIndexOf('.')) : ''
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = Object.keys(GROUPS[group] ?? {}).join(', ')
    return `the key “${key}” is not known here, expected ${known}`
  }
  const expected = EXPECTED[key] ?? (group === 'columns' ? 'the name of a column' : 'a text')
  if (issue.path?.at(-1)?.value === undefined) return `the key “${key}” is missing, expected ${expected}`
  if (issue.type === 'max_length') return `“${key}” is longer than ${String(issue.requirement)} characters`
  return `“${key}” is ${shown(issue.input)}, expected ${expected}`
}

function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? 'nothing'
  return written.length > 60 ? `${written.slice(0, 60)}…` : written
}
