import { Refusal } from './lib/refusal.ts'
import { relayCommand } from './relay/relay-command.ts'

/** `npm run relay`: the built app and a relay for a live board, until it is stopped. */
async function main(): Promise<void> {
  const { relay, text } = await relayCommand(process.argv.slice(2), process.env)
  console.log(text)
  if (relay === null) return
  const end = (): void => void relay.close().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

await main().catch((error: unknown) => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  console.error(`relay: ${code === 'EADDRINUSE' ? 'the port is taken: choose another with --port' : message}`)
  process.exitCode = error instanceof Refusal ? error.exitCode : code.startsWith('ERR_PARSE_ARGS') ? 2 : 1
})
