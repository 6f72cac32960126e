import * as v from 'valibot'
import { fromBase64, toBase64 } from '../plan/base64.ts'
import { readJson } from '../plan/read-json.ts'
import { ok, refuse, type Result } from '../result.ts'

/** A secret key as it lies in a file. `pkcs8` = not locked; else how it is unlocked with the passphrase of its officer. */
export type SecretKeyFile =
  | { readonly kind: 'open'; readonly pkcs8: Uint8Array }
  /** PBES2 (RFC 8018 §6.2), as OpenSSL and `npm run sign -- make-key` write it. */
  | {
      readonly kind: 'pem'
      readonly salt: Uint8Array
      readonly iterations: number
      readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'
      readonly keyBits: 128 | 192 | 256
      readonly iv: Uint8Array
      readonly data: Uint8Array
    }
  /** The copy that the staff page makes. */
  | { readonly kind: 'backup'; readonly backup: KeyBackup }

/** A secret locked by AES-256-GCM with a key from a password; `data` is its PKCS #8 with the tag of 16 bytes. */
export type KeyBackup = {
  readonly publicKey: string
  readonly iterations: number
  readonly salt: Uint8Array
  readonly iv: Uint8Array
  readonly data: Uint8Array
}

export type SecretKeyRefusal = 'notAKey' | 'unknownLock' | 'tooMuchWork'

/** More turns than this take a browser minutes: no file of ours has them. */
const MOST_ITERATIONS = 20_000_000
const CAP = 16_384

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

/** Reads the file of a secret key, without its passphrase: a PEM as `docs/signing.md` has it, or a backup of the staff page. */
export function readSecretKeyFile(bytes: Uint8Array): Result<SecretKeyFile, SecretKeyRefusal> {
  if (bytes.length > CAP) return refuse('notAKey')
  const text = new TextDecoder().decode(bytes).trim()
  if (text.startsWith('{')) return readBackup(bytes)
  const [, locked, base64] =
    /-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END \1?PRIVATE KEY-----/.exec(text) ?? []
  const der = fromBase64((base64 ?? '').replaceAll(/\s/g, ''))
  if (base64 === undefined || der === null) return refuse('notAKey')
  return locked === undefined ? ok({ kind: 'open', pkcs8: der }) : readLockedPem(der)
}

const SEQUENCE = 0x30
const OCTETS = 0x04
const INTEGER = 0x02
const OID = 0x06

/** Object identifiers, as their bytes in hexadecimal. */
const PBES2 = '2a864886f70d01050d'
const PBKDF2 = '2a864886f70d01050c'
const HASHES: Readonly<Record<string, 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'>> = {
  '2a864886f70d0207': 'SHA-1',
  '2a864886f70d0209': 'SHA-256',
  '2a864886f70d020a': 'SHA-384',
  '2a864886f70d020b': 'SHA-512',
}
const CIPHERS: Readonly<Record<string, 128 | 192 | 256>> = {
  '608648016503040102': 128,
  '608648016503040116': 192,
  '60864801650304012a': 256,
}

type Piece = { readonly tag: number; readonly content: Uint8Array }

/** The pieces of DER (X.690) one after the other; null when they do not fill the bytes. Lengths up to 65,535. */
function piecesOf(bytes: Uint8Array): readonly Piece[] | null {
  const pieces: Piece[] = []
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] as number
    const short = bytes[at + 1] ?? 0x80
    const more = short < 0x80 ? 0 : short - 0x80
    if (more > 2 || (short >= 0x80 && more === 0)) return null
    let length = short
    if (more > 0) {
      length = 0
      for (let index = 0; index < more; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0)
    }
    const start = at + 2 + more
    if (start + length > bytes.length) return null
    pieces.push({ tag, content: bytes.subarray(start, start + length) })
    at = start + length
  }
  return pieces
}

const inside = (piece: Piece | undefined): readonly Piece[] =>
  piece?.tag === SEQUENCE ? (piecesOf(piece.content) ?? []) : []
const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const nameOf = (piece: Piece | undefined): string => (piece?.tag === OID ? hex(piece.content) : '')
const octetsOf = (piece: Piece | undefined): Uint8Array | null =>
  piece?.tag === OCTETS ? piece.content : null

/** `EncryptedPrivateKeyInfo` (RFC 5958 §3) with PBES2, PBKDF2 and AES-CBC; everything else is `unknownLock`. */
function readLockedPem(der: Uint8Array): Result<SecretKeyFile, SecretKeyRefusal> {
  const [lock, secret] = inside(piecesOf(der)?.[0])
  const data = octetsOf(secret)
  const [scheme, parameters] = inside(lock)
  if (data === null || scheme === undefined) return refuse('notAKey')
  if (nameOf(scheme) !== PBES2) return refuse('unknownLock')
  const [derivation, cipher] = inside(parameters)
  const [derivationName, derivationParameters] = inside(derivation)
  const [cipherName, ivPiece] = inside(cipher)
  const [salt, turns, ...rest] = inside(derivationParameters)
  const [iv, saltBytes] = [octetsOf(ivPiece), octetsOf(salt)]
  const keyBits = CIPHERS[nameOf(cipherName)]
  const prf = rest.find(({ tag }) => tag === SEQUENCE)
  const hash = prf === undefined ? 'SHA-1' : HASHES[nameOf(inside(prf)[0])]
  if (nameOf(derivationName) !== PBKDF2 || keyBits === undefined || hash === undefined)
    return refuse('unknownLock')
  if (iv?.length !== 16 || saltBytes === null || turns?.tag !== INTEGER) return refuse('notAKey')
  const iterations = turns.content.reduce((sum, byte) => sum * 256 + byte, 0)
  if (iterations < 1 || iterations > MOST_ITERATIONS) return refuse('tooMuchWork')
  return ok({ kind: 'pem', salt: saltBytes, iterations, hash, keyBits, iv, data })
}

const Bytes = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(1_000),
    v.check((text) => {
      const length = fromBase64(text)?.length ?? -1
      return length >= least && length <= most
    }, 'bytes'),
    v.transform((text) => fromBase64(text) ?? new Uint8Array(0)),
  )

const Backup = v.strictObject({
  format: v.literal('minna-officer-key'),
  version: v.literal(1),
  kid: v.pipe(v.string(), v.maxLength(32)),
  publicKey: v.pipe(v.string(), v.length(44)),
  lock: v.strictObject({
    derivation: v.literal('PBKDF2-SHA-256'),
    iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ITERATIONS)),
    salt: Bytes(16, 64),
    cipher: v.literal('AES-256-GCM'),
    iv: Bytes(12, 12),
  }),
  data: Bytes(17, 500),
})

function readBackup(bytes: Uint8Array): Result<SecretKeyFile, SecretKeyRefusal> {
  const json = readJson(bytes, { bytes: CAP, depth: 3, values: 40 })
  const parsed = json.ok ? v.safeParse(Backup, json.value) : null
  if (parsed?.success !== true) return refuse('notAKey')
  const { publicKey, lock, data } = parsed.output
  return ok({
    kind: 'backup',
    backup: { publicKey, iterations: lock.iterations, salt: lock.salt, iv: lock.iv, data },
  })
}

/** The text of a backup file. Nothing in it opens it but the password. */
export const writeBackup = (kid: string, { publicKey, iterations, salt, iv, data }: KeyBackup): string =>
  `${JSON.stringify(
    {
      format: 'minna-officer-key',
      version: 1,
      kid,
      publicKey,
      lock: {
        derivation: 'PBKDF2-SHA-256',
        iterations,
        salt: toBase64(salt),
        cipher: 'AES-256-GCM',
        iv: toBase64(iv),
      },
      data: toBase64(data),
    },
    null,
    2,
  )}\n`
