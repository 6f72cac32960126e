import { isRealTag } from './check-language.ts'
import { ALL_LANGUAGES, type RealTag } from '#i18n/languages.ts'
import { Refusal } from '../lib/refusal.ts'

/** What a command prints; an exit code where it is not 0. */
export type Said = string | { readonly text: string; readonly exitCode: number }

/**
 * Runs one command of the translators: prints what it says, and a refusal in one sentence. The program ends with 0 when all
 * was done, 1 when something is not as it should be, 2 when the command itself was wrong.
 * @param act gets the arguments of the command line
 */
export async function runCommand(
  name: string,
  act: (args: readonly string[]) => Promise<Said>,
): Promise<void> {
  try {
    const said = await act(process.argv.slice(2))
    const { text, exitCode } = typeof said === 'string' ? { text: said, exitCode: 0 } : said
    process.stdout.write(`${text}\n`)
    process.exitCode = exitCode
  } catch (error) {
    const isOption =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    if (!(error instanceof Refusal) && !isOption) throw error
    process.stderr.write(`${name}: ${error.message}\n`)
    process.exitCode = error instanceof Refusal ? error.exitCode : 2
  }
}

/** The language of `--lang`. Japanese is the original and has no translation. */
export function languageArgument(text: string | undefined): RealTag {
  const tags = ALL_LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'ja')
  if (text === undefined)
    throw new Refusal(`say which language: --lang followed by one of ${tags.join(', ')}`, 2)
  if (text === 'ja')
    throw new Refusal('--lang ja: Japanese is the original; its sentences are changed in its files', 2)
  if (isRealTag(text)) return text
  throw new Refusal(`--lang ${text}: expected one of ${tags.join(', ')}`, 2)
}
