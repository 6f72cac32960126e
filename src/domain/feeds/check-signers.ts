import { fromBase64 } from '../plan/base64.ts'
import { ok, refuse, type Result } from '../result.ts'
import { isInOrder } from './ed25519-bounds.ts'
import { maySign, type FeedKey, type KeyRing, type KeyRole } from './key-ring.ts'
import type { Signature } from './signature-file.ts'

/**
 * Verifies an Ed25519 signature (RFC 8032, pure, over the bytes themselves). Rejects when it cannot tell.
 * @param key 32 bytes @param signature 64 bytes
 */
export type Verify = (key: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => Promise<boolean>

/**
 * Why no signature counts. `unknownKey` none is of a key of the list · `keyNotValid` all are of keys that are revoked, over,
 * or not begun · `badSignature` one that should count does not fit the bytes · `cannotVerify` this browser has no Ed25519.
 */
export type SignerRefusal = 'unknownKey' | 'keyNotValid' | 'badSignature' | 'cannotVerify'

export type SignerCheck = {
  readonly bytes: Uint8Array
  readonly signatures: readonly Signature[]
  readonly ring: KeyRing
  readonly role: KeyRole
  /** Milliseconds since 1970. */
  readonly now: number
  readonly verify: Verify
}

/**
 * The keys of the list that signed these bytes. Signatures of other keys say nothing and are passed over; but one that names
 * a key of the list and does not fit refuses the whole, because then the file or its signatures are not what was published.
 */
export async function checkSigners(check: SignerCheck): Promise<Result<readonly FeedKey[], SignerRefusal>> {
  const { bytes, signatures, ring, role, now, verify } = check
  const named = signatures.flatMap(({ kid, sig }) => {
    const key = ring.keys.find((one) => one.kid === kid && one.role === role)
    return key === undefined ? [] : [{ key, sig }]
  })
  if (named.length === 0) return refuse('unknownKey')
  const counting = named.filter(({ key }) => maySign(key, now))
  if (counting.length === 0) return refuse('keyNotValid')
  for (const { key, sig } of counting) {
    const fits = await fitsOrNull(verify, key, bytes, sig)
    if (fits === null) return refuse('cannotVerify')
    if (!fits) return refuse('badSignature', key.kid)
  }
  return ok(counting.map(({ key }) => key))
}

async function fitsOrNull(
  verify: Verify,
  { key }: FeedKey,
  bytes: Uint8Array,
  sig: Uint8Array,
): Promise<boolean | null> {
  const raw = fromBase64(key)
  if (raw === null || !isInOrder(sig)) return false
  try {
    // Nothing but true is true: a verifier that answers something else has not verified.
    return (await verify(raw, bytes, sig)) === true
  } catch {
    return null
  }
}
