import { webcrypto } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { addSignature } from '#domain/feeds/co-sign.ts'
import { checkSigners, type Verify } from '#domain/feeds/check-signers.ts'
import { readTime } from '#domain/closures/time.ts'
import { KEY_ROLES, parseKeyRing, type KeyRing, type KeyRole } from '#domain/feeds/key-ring.ts'
import { parseSignatures, writeSignatures, type Signature } from '#domain/feeds/signature-file.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Said } from '../i18n/command.ts'
import { isKid, makeOfficerKey, readOfficerKey } from './officer-key.ts'

const USAGE = `Sign closures, alerts and lists of keys. See docs/signing.md.

  npm run --silent sign -- make-key --kid city-2026a --role feed --till 2027-04-01T00:00:00+09:00 --out FOLDER
                           [--from TIME] [--unprotected]    a new pair of keys; FOLDER is no repository
  npm run --silent sign -- sign FILE --key FOLDER/city-2026a.pem       the first signature: writes FILE.sig anew
  npm run --silent sign -- second FILE --key OTHER/city-2026b.pem --keys keys.json
                           one more signature into FILE.sig, after those in it were verified
  npm run --silent sign -- verify FILE --keys keys.json [--role feed|root]    who signed? ends with 1 if nobody did

  --role   feed = signs closures and alerts; root = signs lists of keys
  MHM_PASSPHRASE  the passphrase of the secret key, as a variable of the shell, so that it stands in no history`

type Environment = Readonly<Record<string, string | undefined>>

/** The command `npm run sign`. */
export async function signFeed(args: readonly string[], environment: Environment): Promise<Said> {
  const { values, positionals } = readOptions(args)
  const [act, file] = positionals
  const passphrase = environment['MHM_PASSPHRASE'] ?? null
  if (values.help === true) return USAGE
  if (positionals.length > 2) throw new Refusal(`too many words: ${positionals.slice(2).join(' ')}`, 2)
  if (act === 'make-key') return makeKey(values, passphrase)
  if (act === undefined || !['sign', 'second', 'verify'].includes(act)) return { text: USAGE, exitCode: 2 }
  if (file === undefined) throw new Refusal(`${act}: say which file`, 2)
  const bytes = await read(file)
  if (act === 'sign') return signFirst(file, bytes, needed('--key', values.key), passphrase)
  const ring = await readRing(needed('--keys', values.keys))
  if (act === 'verify') return tellSigners(file, bytes, ring, roleOf(values.role ?? 'feed'))
  return signSecond(file, bytes, ring, needed('--key', values.key), passphrase)
}

const readOptions = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kid: { type: 'string' },
      role: { type: 'string' },
      from: { type: 'string' },
      till: { type: 'string' },
      out: { type: 'string' },
      key: { type: 'string' },
      keys: { type: 'string' },
      unprotected: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
type Options = ReturnType<typeof readOptions>['values']

async function makeKey(options: Options, passphrase: string | null): Promise<Said> {
  const kid = needed('--kid', options.kid)
  if (!isKid(kid)) throw new Refusal(`--kid ${kid}: small letters, digits and -, at most 32`, 2)
  const role = roleOf(needed('--role', options.role))
  const from = timeOf('--from', options.from ?? new Date().toISOString())
  const till = timeOf('--till', needed('--till', options.till))
  if (till.at <= from.at) throw new Refusal('--till is not after --from', 2)
  if (passphrase === null && options.unprotected !== true)
    throw new Refusal('set MHM_PASSPHRASE, or say --unprotected: then whoever has the file has the key', 2)
  const row = { kid, role, from: from.text, till: till.text }
  const made = await makeOfficerKey(needed('--out', options.out), row, passphrase)
  return `${made.secretFile}  secret: never copy it to a computer on the network\n${made.publicFile}  for the list of keys:\n${JSON.stringify(made.row)}`
}

async function signFirst(
  file: string,
  bytes: Uint8Array,
  keyFile: string,
  passphrase: string | null,
): Promise<Said> {
  const officer = await readOfficerKey(keyFile, passphrase)
  await writeFile(`${file}.sig`, writeSignatures([{ kid: officer.kid, sig: officer.sign(bytes) }]))
  return `${file}.sig  signed by ${officer.kid} (${officer.publicKey})`
}

async function signSecond(
  file: string,
  bytes: Uint8Array,
  ring: KeyRing,
  keyFile: string,
  passphrase: string | null,
): Promise<Said> {
  const there = await readSignatures(file)
  const officer = await readOfficerKey(keyFile, passphrase)
  const mine = { kid: officer.kid, sig: officer.sign(bytes) }
  const all = await addSignature({ bytes, signatures: there }, mine, { ring, verify, now: Date.now() })
  if (!all.ok)
    throw new Refusal(
      all.reason === 'alreadySigned'
        ? `${officer.kid} has signed ${file} already`
        : `the signature of ${all.detail ?? ''} does not fit ${file}, or the key does not count: nothing was added`,
    )
  await writeFile(`${file}.sig`, writeSignatures(all.value))
  return `${file}.sig  signed by ${all.value.map(({ kid }) => kid).join(', ')}`
}

async function tellSigners(file: string, bytes: Uint8Array, ring: KeyRing, role: KeyRole): Promise<Said> {
  const lines: string[] = []
  let fitting = 0
  for (const signature of await readSignatures(file)) {
    const checked = await checkOne(bytes, signature, ring, role)
    if (checked === 'signed') fitting += 1
    lines.push(`${signature.kid}  ${checked}`)
  }
  // As the app has it: one that should count and does not fit spoils them all.
  const isSpoilt = lines.some((line) => line.endsWith('badSignature'))
  const count = isSpoilt ? 0 : fitting
  lines.push(`${count} of ${lines.length} count; to take something back, 2 are needed`)
  return { text: lines.join('\n'), exitCode: count > 0 ? 0 : 1 }
}

async function checkOne(
  bytes: Uint8Array,
  signature: Signature,
  ring: KeyRing,
  role: KeyRole,
): Promise<string> {
  const checked = await checkSigners({ bytes, signatures: [signature], ring, role, now: Date.now(), verify })
  return checked.ok ? 'signed' : checked.reason
}

const verify: Verify = async (key, bytes, signature) => {
  const own = (some: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(some)
  const imported = await webcrypto.subtle.importKey('raw', own(key), { name: 'Ed25519' }, false, ['verify'])
  return webcrypto.subtle.verify({ name: 'Ed25519' }, imported, own(signature), own(bytes))
}

async function readRing(file: string): Promise<KeyRing> {
  const parsed = parseKeyRing(await read(file))
  if (parsed.ok) return parsed.value
  throw new Refusal(`${file} is no list of keys: ${parsed.reason} ${parsed.detail ?? ''}`.trim())
}

async function readSignatures(file: string): Promise<readonly Signature[]> {
  if (!existsSync(`${file}.sig`)) throw new Refusal(`${file}.sig is not there: nobody has signed yet`)
  const parsed = parseSignatures(await read(`${file}.sig`))
  if (parsed.ok) return parsed.value
  throw new Refusal(`${file}.sig is no file of signatures`)
}

async function read(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Refusal(`${file} cannot be read: ${String((error as { code?: unknown } | null)?.code)}`, 2)
  })
  return new Uint8Array(bytes)
}

function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Refusal(`say ${name}`, 2)
  return value
}

function roleOf(text: string): KeyRole {
  const role = KEY_ROLES.find((one) => one === text)
  if (role === undefined) throw new Refusal(`--role ${text}: expected ${KEY_ROLES.join(' or ')}`, 2)
  return role
}

function timeOf(name: string, text: string): { readonly text: string; readonly at: number } {
  const at = readTime(text)
  if (at === null)
    throw new Refusal(`${name} ${text}: expected a time with its offset, 2026-07-01T09:00:00+09:00`, 2)
  return { text, at }
}
