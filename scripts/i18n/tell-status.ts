import { parseArgs } from 'node:util'
import { languageArgument, type Said } from './command.ts'
import { oneLanguage, overview } from './print-status.ts'
import { WORDS_FOLDER } from './read-words.ts'
import { readStatuses } from './reviewed-tags.ts'
import { incompleteShipped } from './status.ts'

const USAGE = `Says how far every language has come.

  npm run i18n:status [-- --lang vi] [--json]

  complete = texts that are there; reviewed = read by a speaker; official = published by an authority;
  stale = read once, and changed since; faults = texts that break a rule.
  Ends with 1 when a language that is offered is not complete.`

/** `npm run i18n:status`: says how far every language has come. */
export async function tellStatus(args: readonly string[]): Promise<Said> {
  const options = parseArgs({
    args: [...args],
    options: {
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
      folder: { type: 'string', default: WORDS_FOLDER },
      help: { type: 'boolean', short: 'h' },
    },
  }).values
  if (options.help === true) return USAGE
  const only =
    options.lang === undefined || options.lang === 'ja' ? options.lang : languageArgument(options.lang)
  const all = readStatuses(options.folder, true)
  const statuses = only === undefined ? all : all.filter(({ tag }) => tag === only)
  const incomplete = incompleteShipped(statuses)
  const exitCode = incomplete.length > 0 ? 1 : 0
  if (options.json) return { text: JSON.stringify(statuses), exitCode }
  const table = only === undefined ? overview(statuses) : statuses.map((one) => oneLanguage(one)).join('\n')
  const unreadable = statuses.flatMap((one) => one.unreadable).map((line) => `cannot be read: ${line}`)
  const failed = incomplete.map(
    ({ tag, all: { wanted, there } }) => `${tag} is offered and lacks ${wanted - there} texts`,
  )
  return { text: [table, ...unreadable, ...failed].join('\n'), exitCode }
}
