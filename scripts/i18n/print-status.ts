import type { LanguageStatus, Progress } from './status.ts'

/** Whole percent, rounded down: 100 means every one. */
const percent = (part: number, all: number): string =>
  all === 0 ? '–' : `${Math.floor((100 * part) / all)} %`

/** A table as lines of text, columns set under each other; the first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const HEADS = ['texts', 'complete', 'reviewed', 'official', 'stale', 'faults']

const cells = ({ wanted, there, reviewed, official, stale, faults }: Progress): readonly string[] => [
  String(wanted),
  percent(there, wanted),
  percent(reviewed, wanted),
  percent(official, wanted),
  String(stale),
  String(faults),
]

/** The state of all languages, one line each, and below it how complete each of their namespaces is. */
export function overview(statuses: readonly LanguageStatus[]): string {
  const lines = table([
    ['language', ...HEADS],
    ...statuses.map((status) => [
      `${status.tag} ${status.nameEn}${status.shipped ? '' : ' (not offered yet)'}`,
      ...cells(status.all),
    ]),
  ])
  // Of a language that nobody has begun the line above says it all.
  const begun = statuses.filter(({ all }) => all.there > 0)
  return [lines, ...groupsOf(begun, 8).map((group) => byNamespace(group))].join('\n\n')
}

/** Complete / looked at (reviewed or official), by namespace and language. */
function byNamespace(statuses: readonly LanguageStatus[]): string {
  const names = Object.keys(statuses[0]?.namespaces ?? {})
  return table([
    ['complete / reviewed %', ...statuses.map(({ tag }) => tag)],
    ...names.map((name) => [name, ...statuses.map(({ namespaces }) => both(namespaces[name]))]),
  ])
}

function both(progress: Progress | undefined): string {
  if (progress === undefined) return '–'
  const { wanted, there, reviewed, official } = progress
  return `${Math.floor((100 * there) / wanted)} / ${Math.floor((100 * (reviewed + official)) / wanted)}`
}

const groupsOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

/** One language, namespace by namespace. */
export const oneLanguage = ({ tag, nameEn, all, namespaces }: LanguageStatus): string =>
  table([
    [`${tag} ${nameEn}`, ...HEADS],
    ...Object.entries(namespaces).map(([name, progress]) => [name, ...cells(progress)]),
    ['all', ...cells(all)],
  ])
