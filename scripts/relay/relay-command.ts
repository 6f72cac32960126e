import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { plainSecret } from '#domain/drills/relay-message.ts'
import { Refusal } from '../lib/refusal.ts'
import { LIMITS } from './limits.ts'
import { startRelay, type RelayOptions, type StartedRelay } from './start-relay.ts'

const USAGE = `A live board for a drill: serves the built app and lets its phones talk to the organiser's board.
Nothing is stored or logged. Everything else of a drill works without it. More: docs/relay.md

  npm run relay -- [--port 4190] [--host 127.0.0.1] [--cert FILE --key FILE]
                   [--dir dist] [--packs FOLDER] [--feeds FOLDER] [--behind-proxy] [--per-address ${LIMITS.perAddress}]

  --host          0.0.0.0 = all networks of this computer
  --cert, --key   TLS, as PEM. Phones give their position, and keep the app, only with https
  --behind-proxy  a proxy of your own tells the addresses of phones in X-Forwarded-For
  --per-address   connections of one address; more where a school is behind one address
  RELAY_SECRET    (variable) the organisers' secret, 12 characters or more; absent = a new one at each start`

/**
 * Starts a relay as the command line says.
 * @returns null when only the usage was asked for; else the relay, and what to tell whoever started it
 */
export async function relayCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly relay: StartedRelay | null; readonly text: string }> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4190' },
      host: { type: 'string', default: '127.0.0.1' },
      cert: { type: 'string' },
      key: { type: 'string' },
      dir: { type: 'string', default: 'dist' },
      packs: { type: 'string' },
      feeds: { type: 'string' },
      'behind-proxy': { type: 'boolean', default: false },
      'per-address': { type: 'string', default: String(LIMITS.perAddress) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return { relay: null, text: USAGE }
  const tls = tlsOf(values.cert, values.key)
  const secret = secretOf(env['RELAY_SECRET'])
  const options: RelayOptions = {
    dir: resolve(values.dir),
    port: wholeNumber('--port', values.port, 0, 65_535),
    host: values.host,
    tls,
    isBehindProxy: values['behind-proxy'],
    limits: { perAddress: wholeNumber('--per-address', values['per-address'], 1, LIMITS.sockets) },
    ...(values.packs === undefined ? {} : { packs: resolve(values.packs) }),
    ...(values.feeds === undefined ? {} : { feeds: resolve(values.feeds) }),
    ...(secret === null ? {} : { secret }),
  }
  const relay = await startRelay(options)
  return { relay, text: told(relay, options) }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isInteger(number) || number < least || number > most)
    throw new Refusal(`${name} ${text}: expected a whole number from ${least} to ${most}`, 2)
  return number
}

function tlsOf(cert: string | undefined, key: string | undefined): NonNullable<RelayOptions['tls']> | null {
  if (cert === undefined && key === undefined) return null
  if (cert === undefined || key === undefined) throw new Refusal('--cert and --key go together', 2)
  for (const path of [cert, key])
    if (!existsSync(path)) throw new Refusal(`${path}: there is no such file`, 2)
  return { cert: readFileSync(cert), key: readFileSync(key) }
}

function secretOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  if ((plainSecret(text)?.length ?? 0) < 12)
    throw new Refusal(
      'RELAY_SECRET: expected 12 to 64 letters and digits; hyphens and spaces do not count',
      2,
    )
  return text
}

function told({ url, port, secret }: StartedRelay, { host = '', tls, isBehindProxy }: RelayOptions): string {
  const isHere = ['127.0.0.1', '::1', 'localhost'].includes(host)
  const isEverywhere = ['0.0.0.0', '::'].includes(host)
  const scheme = tls == null ? 'http' : 'https'
  const others = isEverywhere ? ownAddresses().map((address) => `${scheme}://${address}:${port}/`) : []
  const lacksTls = tls == null && !isHere && isBehindProxy !== true
  return [
    `The app:                ${[url, ...others].join('  ')}`,
    `Secret of organisers:   ${secret}`,
    'Phones join with the code or the QR of their drill; whoever has the secret sees the board.',
    ...(isHere ? ['Only this computer reaches it: --host 0.0.0.0 for the phones of this network.'] : []),
    ...(lacksTls
      ? ['WITHOUT https phones give no position and do not keep the app: see --cert and docs/relay.md.']
      : []),
    'Nothing is stored. Stop with Ctrl+C.',
  ].join('\n')
}

const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : [])),
  )
