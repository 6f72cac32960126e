import { runCommand } from './i18n/command.ts'
import { signFeed } from './signing/sign-feed.ts'

await runCommand('sign', (args) => signFeed(args, process.env))
