import { runCommand } from './i18n/command.ts'
import { tellStatus } from './i18n/tell-status.ts'

await runCommand('i18n:status', tellStatus)
