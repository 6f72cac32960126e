import { ok, refuse, type Result } from '../result.ts'
import { checkSigners, type SignerRefusal, type Verify } from './check-signers.ts'
import { CLOCK_SLACK_MS } from './clock-slack.ts'
import { KEYS_CAP, parseKeyRing, type KeyRing } from './key-ring.ts'
import { parseSignatures } from './signature-file.ts'

/**
 * Why a new list of keys is refused. `notSignedByOld` no root key of the list in use signed it · `notSignedByNew` a key that is
 * new in it did not sign: nobody has shown that its secret exists · `sameSequenceOtherBytes` two lists under one number, an alarm.
 */
export type RotationRefusal =
  | 'tooLarge'
  | 'badSignatureFile'
  | SignerRefusal
  | 'notKeys'
  | 'notSignedByOld'
  | 'notSignedByNew'
  | 'wrongArea'
  | 'older'
  | 'sameSequenceOtherBytes'
  | 'issuedInFuture'

/** A list of keys and the bytes that it was read from. */
export type KeyList = { readonly ring: KeyRing; readonly bytes: Uint8Array }

export type RotationCheck = {
  readonly bytes: Uint8Array
  readonly signatures: Uint8Array
  readonly area: string
  /** The list in use. */
  readonly list: KeyList
  readonly now: number
  readonly verify: Verify
}

/**
 * Decides whether a list of keys may take the place of the one in use: signed by a root key of the former list, by a root key of
 * the new one, and by every key that is new in it. A stolen key for feeds signs no list.
 */
export async function checkRotation(
  check: RotationCheck,
): Promise<Result<{ readonly list: KeyList; readonly isNew: boolean }, RotationRefusal>> {
  const { bytes, now } = check
  const { ring } = check.list
  if (bytes.length > KEYS_CAP) return refuse('tooLarge', String(bytes.length))
  const signatures = parseSignatures(check.signatures)
  if (!signatures.ok) return signatures
  const by = (list: KeyRing, role: 'root' | 'feed') =>
    checkSigners({ ...check, signatures: signatures.value, ring: list, role })
  const old = await by(ring, 'root')
  if (!old.ok) return refuse(old.reason === 'unknownKey' ? 'notSignedByOld' : old.reason, old.detail)
  const parsed = parseKeyRing(bytes)
  if (!parsed.ok) return refuse('notKeys', parsed.detail)
  const next = parsed.value
  if (next.area !== check.area) return refuse('wrongArea')
  if (next.sequence < ring.sequence) return refuse('older')
  if (next.sequence === ring.sequence)
    return areSame(bytes, check.list.bytes)
      ? ok({ list: check.list, isNew: false })
      : refuse('sameSequenceOtherBytes')
  if (next.issued > now + CLOCK_SLACK_MS) return refuse('issuedInFuture')
  const proven = await checkNewKeys(next, ring, by)
  return proven.ok ? ok({ list: { ring: next, bytes }, isNew: true }) : proven
}

async function checkNewKeys(
  next: KeyRing,
  ring: KeyRing,
  by: (list: KeyRing, role: 'root' | 'feed') => ReturnType<typeof checkSigners>,
): Promise<Result<null, RotationRefusal>> {
  const roots = await by(next, 'root')
  if (!roots.ok) return refuse(roots.reason === 'unknownKey' ? 'notSignedByNew' : roots.reason, roots.detail)
  // A key that begins next week signs today to show that it is there: its time is not asked for here.
  const fresh = next.keys.filter(({ key, revoked }) => !revoked && !ring.keys.some((one) => one.key === key))
  for (const key of fresh) {
    const alone: KeyRing = { ...next, keys: [{ ...key, from: 0, till: Number.MAX_SAFE_INTEGER }] }
    const signed = await by(alone, key.role)
    if (!signed.ok) return refuse(signed.reason === 'unknownKey' ? 'notSignedByNew' : signed.reason, key.kid)
  }
  return ok(null)
}

const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])

/**
 * Of the list that the app was built with and the one that the device keeps, the newer: a new version of the app can rotate
 * keys too. What is kept and cannot be read, or is another area's, does not count.
 */
export function newerList(pinned: KeyList, kept: Uint8Array | null): KeyList {
  const read = kept === null ? null : parseKeyRing(kept)
  if (kept === null || read?.ok !== true) return pinned
  const isNewer = read.value.area === pinned.ring.area && read.value.sequence > pinned.ring.sequence
  return isNewer ? { ring: read.value, bytes: kept } : pinned
}
