import { ok, refuse, type Result } from '../result.ts'
import { checkSigners, type Verify } from './check-signers.ts'
import { KEY_ROLES, type KeyRing, type KeyRole } from './key-ring.ts'
import type { Signature } from './signature-file.ts'

/** Why a signature is not added. `doesNotFit` names (as detail) the key whose signature is not of these bytes, or does not count. */
export type CoSignRefusal = 'alreadySigned' | 'doesNotFit'

/**
 * Signatures with one more. Those that are there are verified first, because one that does not fit would spoil them all.
 * @param mine the new one, made over the same bytes
 */
export async function addSignature(
  file: { readonly bytes: Uint8Array; readonly signatures: readonly Signature[] },
  mine: Signature,
  { ring, verify, now }: { readonly ring: KeyRing; readonly verify: Verify; readonly now: number },
): Promise<Result<readonly Signature[], CoSignRefusal>> {
  const { bytes, signatures } = file
  if (signatures.some(({ kid }) => kid === mine.kid)) return refuse('alreadySigned', mine.kid)
  for (const signature of signatures) {
    const roles = await rolesOf({ bytes, signature, ring, verify, now })
    if (roles.length === 0) return refuse('doesNotFit', signature.kid)
  }
  return ok([...signatures, mine])
}

/**
 * For which work a signature stands, whenever its key may be used: a key that begins next week signs its list today. A list of keys
 * is signed by its new keys too, so both roles may stand in one file.
 */
async function rolesOf({
  bytes,
  signature,
  ring,
  verify,
  now,
}: {
  readonly bytes: Uint8Array
  readonly signature: Signature
  readonly ring: KeyRing
  readonly verify: Verify
  readonly now: number
}): Promise<readonly KeyRole[]> {
  const always = ring.keys.map((key) => ({ ...key, from: 0, till: Number.MAX_SAFE_INTEGER }))
  const roles: KeyRole[] = []
  for (const role of KEY_ROLES) {
    const checked = await checkSigners({
      bytes,
      signatures: [signature],
      ring: { ...ring, keys: always },
      role,
      now,
      verify,
    })
    if (checked.ok) roles.push(role)
  }
  return roles
}
