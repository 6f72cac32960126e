import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isInOrder } from '#domain/feeds/ed25519-bounds.ts'
import type { KeyRole } from '#domain/feeds/key-ring.ts'
import { Refusal } from '../lib/refusal.ts'

/** A secret that is read and ready to sign. */
export type OfficerKey = {
  readonly kid: string
  /** Base64 of the 32 bytes of the public key. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Uint8Array
}

/** The row of a new key for the list of keys. Times are ISO 8601. */
export type KeyRow = {
  readonly kid: string
  readonly role: KeyRole
  readonly key: string
  readonly from: string
  readonly till: string
  readonly revoked: false
}

/** A name of a key, as the list of keys has it. */
export const isKid = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,31}$/.test(text)

/**
 * Makes a key pair: `<kid>.pem`, which nobody but its officer ever sees, and `<kid>.public.json`, a row for the list of keys.
 * @param passphrase null = the secret lies in the file as it is
 */
export async function makeOfficerKey(
  folder: string,
  row: Omit<KeyRow, 'key' | 'revoked'>,
  passphrase: string | null,
): Promise<{ readonly secretFile: string; readonly publicFile: string; readonly row: KeyRow }> {
  refuseRepository(folder)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }),
  })
  const whole: KeyRow = {
    kid: row.kid,
    role: row.role,
    key: publicBytes(publicKey),
    from: row.from,
    till: row.till,
    revoked: false,
  }
  const [secretFile, publicFile] = [join(folder, `${row.kid}.pem`), join(folder, `${row.kid}.public.json`)]
  // `wx`: a key that is there is never written over.
  await writeFile(secretFile, pem, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    throw new Refusal(`${secretFile} cannot be written, or is there already: ${codeOf(error)}`)
  })
  await writeFile(publicFile, `${JSON.stringify(whole, null, 2)}\n`)
  return { secretFile, publicFile, row: whole }
}

/** A secret inside a repository is a secret that will be published. */
function refuseRepository(folder: string): void {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git')))
      throw new Refusal(`${folder} lies in a repository: keep secret keys on a medium of their own`, 2)
    if (at === dirname(at)) return
  }
}

/** Reads `<kid>.pem`. Refuses what is no Ed25519 key, and a wrong passphrase. */
export async function readOfficerKey(file: string, passphrase: string | null): Promise<OfficerKey> {
  const kid = basename(file, '.pem')
  if (!isKid(kid))
    throw new Refusal(`${file}: the name of the file is the name of the key, such as city-2026a.pem`, 2)
  const pem = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refusal(`${file} cannot be read: ${codeOf(error)}`, 2)
  })
  if (pem.includes('ENCRYPTED') && passphrase === null)
    throw new Refusal(`${file} is locked: give its passphrase in the variable MHM_PASSPHRASE`, 2)
  const key = openKey(file, pem, passphrase)
  if (key.asymmetricKeyType !== 'ed25519') throw new Refusal(`${file} is no Ed25519 key`)
  return { kid, publicKey: publicBytes(createPublicKey(key)), sign: (bytes) => signWith(key, bytes) }
}

function openKey(file: string, pem: string, passphrase: string | null): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === null ? {} : { passphrase }) })
  } catch {
    throw new Refusal(`${file} cannot be opened: another passphrase, or no secret key`)
  }
}

function signWith(key: KeyObject, bytes: Uint8Array): Uint8Array {
  const signature = new Uint8Array(sign(null, bytes, key))
  if (!isInOrder(signature)) throw new Error('the signature is out of order')
  return signature
}

/** The last 32 bytes of SubjectPublicKeyInfo are the key itself (RFC 8410 §4). */
const publicBytes = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? error)
