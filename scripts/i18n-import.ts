import { runCommand } from './i18n/command.ts'
import { importWords } from './i18n/import-words.ts'

await runCommand('i18n:import', importWords)
