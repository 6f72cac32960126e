import { runCommand } from './i18n/command.ts'
import { exportWords } from './i18n/export-words.ts'

await runCommand('i18n:export', exportWords)
