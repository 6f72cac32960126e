import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import {
  readDown,
  writeUp,
  type DownMessage,
  type PhoneState,
  type UpMessage,
} from '#domain/drills/relay-message.ts'
import { startRelay, type RelayOptions, type StartedRelay } from '#scripts/relay/start-relay.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Token of the drill of the tests, as in `aReport`. */
export const DRILL = 'k3F_9x2Q'
export const SECRET = '7K2M-9QXD-R4TB'

/** A relay on this machine with a page of its own; it ends with the test. */
export async function aRelay(change: Partial<RelayOptions> = {}): Promise<StartedRelay> {
  const dir = join(await temporaryFolder(), 'app')
  mkdirSync(dir)
  writeFileSync(join(dir, 'index.html'), '<p>the app')
  const relay = await startRelay({ dir, port: 0, secret: SECRET, ...change })
  onTestFinished(() => relay.close())
  return relay
}

/** Waits until something is so, and fails when it does not become so. */
export async function until(isSo: () => boolean, what = 'what was waited for'): Promise<void> {
  const begun = Date.now()
  while (!isSo()) {
    if (Date.now() - begun > 5_000) throw new Error(`${what} did not come`)
    await new Promise((done) => setTimeout(done, 2))
  }
}

/** A connection to a relay that says whatever a test wants, and keeps all that it hears. */
export type RawPhone = {
  readonly heard: DownMessage[]
  /** Close code; null = it stands. */
  code(): number | null
  say(message: Record<string, unknown> | string | Buffer): void
  join(secret?: string | null, room?: string): Promise<void>
  socket: WebSocket
  ofKind<K extends DownMessage['kind']>(kind: K): Extract<DownMessage, { kind: K }>[]
}

/** Connects. `code()` is then also set when the relay refused the connection: 1006. */
export async function connectTo(
  relay: { readonly port: number },
  options: ClientOptions = {},
): Promise<RawPhone> {
  const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/relay`, options)
  const heard: DownMessage[] = []
  let code: number | null = null
  socket.on('error', () => undefined)
  socket.on('close', (number) => (code = number))
  socket.on('message', (data: Buffer) => {
    const read = readDown(data.toString('utf8'))
    if (!read.ok)
      throw new Error(`the relay said what is no message (${read.reason}): ${data.toString('utf8')}`)
    heard.push(read.value)
  })
  onTestFinished(() => socket.terminate())
  await until(() => socket.readyState !== WebSocket.CONNECTING, 'a connection')
  const phone: RawPhone = {
    heard,
    socket,
    code: () => code,
    say(message) {
      const isPlain = typeof message === 'string' || Buffer.isBuffer(message)
      if (socket.readyState === WebSocket.OPEN)
        socket.send(isPlain ? message : JSON.stringify({ v: 1, ...message }))
    },
    async join(secret = null, room = DRILL) {
      socket.send(writeUp({ kind: 'join', room, secret }))
      await until(
        () => code !== null || heard.some((one) => one.kind === 'ack' && one.of === 'join'),
        'a welcome',
      )
    },
    ofKind: <K extends DownMessage['kind']>(kind: K) =>
      heard.filter((one): one is Extract<DownMessage, { kind: K }> => one.kind === kind),
  }
  return phone
}

/** What a phone of the tests tells. */
export const aState = (change: Partial<PhoneState> = {}): PhoneState => ({
  nonce: 'n0000001',
  status: 'onTheWay',
  language: 'vi',
  cell: null,
  ...change,
})

export const stateMessage = (
  change: Partial<PhoneState> = {},
): Omit<Extract<UpMessage, { kind: 'state' }>, 'v'> => ({
  kind: 'state',
  ...aState(change),
})
