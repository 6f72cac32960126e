import { fromBase64, toBase64 } from '#domain/plan/base64.ts'
import { readSecretKeyFile, type KeyBackup, type SecretKeyFile } from '#domain/feeds/secret-key-file.ts'

/** Turns of PBKDF2-HMAC-SHA-256 of a backup (OWASP Password Storage Cheat Sheet, 2023: at least 600,000). */
export const BACKUP_ITERATIONS = 600_000

/** Why a secret key cannot be used. `wrongPassword` also stands for a file that was changed. */
export type OpenKeyRefusal =
  | 'notAKey'
  | 'unknownLock'
  | 'tooMuchWork'
  | 'wrongPassword'
  | 'noEd25519'
  /** Another kind of key. */
  | 'otherKind'

/** A secret that was opened: the key that signs and cannot be read out again, and its bytes for one backup. */
export type OpenedKey = {
  /** Base64 of the 32 bytes of the public key. */
  readonly publicKey: string
  readonly key: CryptoKey
  /** PKCS #8; fill it with zeros when the backup is made. */
  readonly pkcs8: Uint8Array<ArrayBuffer>
}

const own = (some: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(some)
const ED25519 = { name: 'Ed25519' }

/**
 * Opens the file of an officer's key.
 * @param subtle the browser's Web Crypto; Ed25519 since Safari 17, Firefox 129, Chrome 137
 */
export async function openSecretKey(
  file: Uint8Array,
  passphrase: string,
  subtle: SubtleCrypto,
): Promise<
  { readonly ok: true; readonly value: OpenedKey } | { readonly ok: false; readonly why: OpenKeyRefusal }
> {
  const read = readSecretKeyFile(file)
  if (!read.ok) return { ok: false, why: read.reason }
  const pkcs8 = await unlock(read.value, passphrase, subtle).catch(() => null)
  if (pkcs8 === null) return { ok: false, why: 'wrongPassword' }
  if (!isEd25519(pkcs8)) return { ok: false, why: read.value.kind === 'pem' ? 'wrongPassword' : 'otherKind' }
  try {
    const readable = await subtle.importKey('pkcs8', pkcs8, ED25519, true, ['sign'])
    const { x = '' } = await subtle.exportKey('jwk', readable)
    const key = await subtle.importKey('pkcs8', pkcs8, ED25519, false, ['sign'])
    return { ok: true, value: { publicKey: fromUrlBase64(x), key, pkcs8 } }
  } catch {
    return { ok: false, why: 'noEd25519' }
  }
}

async function unlock(
  file: SecretKeyFile,
  passphrase: string,
  subtle: SubtleCrypto,
): Promise<Uint8Array<ArrayBuffer>> {
  if (file.kind === 'open') return own(file.pkcs8)
  if (file.kind === 'backup') return openBackup(file.backup, passphrase, subtle)
  const { salt, iterations, hash, keyBits, iv, data } = file
  const secret = await subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ])
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', salt: own(salt), iterations, hash },
    secret,
    { name: 'AES-CBC', length: keyBits },
    false,
    ['decrypt'],
  )
  return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv: own(iv) }, key, own(data)))
}

/** PKCS #8 of Ed25519 (RFC 8410 §7) begins with its version, then the name 1.3.101.112. */
const isEd25519 = (pkcs8: Uint8Array): boolean =>
  pkcs8.length >= 48 &&
  [0x02, 0x01].every((byte, index) => pkcs8[index + 2] === byte) &&
  [0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70].every((byte, index) => pkcs8[index + 5] === byte)

const fromUrlBase64 = (text: string): string => {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  const bytes = fromBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, '='))
  return bytes === null ? '' : toBase64(bytes)
}

/** Locks a secret with a password, for the safe of its officer. Salt and vector are new each time. */
export async function makeBackup(
  { publicKey, pkcs8 }: Pick<OpenedKey, 'publicKey' | 'pkcs8'>,
  password: string,
  subtle: SubtleCrypto,
  iterations: number = BACKUP_ITERATIONS,
): Promise<KeyBackup> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await backupKey({ salt, iterations }, password, subtle)
  const data = await subtle.encrypt(gcm(iv, publicKey), key, pkcs8)
  return { publicKey, iterations, salt, iv, data: new Uint8Array(data) }
}

async function openBackup(
  backup: KeyBackup,
  password: string,
  subtle: SubtleCrypto,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await backupKey(backup, password, subtle)
  return new Uint8Array(await subtle.decrypt(gcm(backup.iv, backup.publicKey), key, own(backup.data)))
}

/** The public key is bound to the secret: a backup under another one's name does not open. */
const gcm = (iv: Uint8Array, publicKey: string) => ({
  name: 'AES-GCM',
  iv: own(iv),
  additionalData: new TextEncoder().encode(publicKey),
})

async function backupKey(
  { salt, iterations }: Pick<KeyBackup, 'salt' | 'iterations'>,
  password: string,
  subtle: SubtleCrypto,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(password.normalize('NFKC'))
  const secret = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return subtle.deriveKey(
    { name: 'PBKDF2', salt: own(salt), iterations, hash: 'SHA-256' },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
