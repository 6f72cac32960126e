import * as v from 'valibot'
import { fromBase64, toBase64 } from '../plan/base64.ts'
import { readJson } from '../plan/read-json.ts'
import { ok, refuse, type Result } from '../result.ts'
import { SIGNATURE_BYTES } from './ed25519-bounds.ts'
import { Kid, MOST_KEYS } from './key-ring.ts'

/** A signature over the raw bytes of a file, and the name of the key that made it. */
export type Signature = { readonly kid: string; readonly sig: Uint8Array }

/** More bytes than a full file of signatures has. */
export const SIGNATURES_CAP = 4_096

const Signatures = v.pipe(
  v.array(v.strictObject({ kid: Kid, sig: v.pipe(v.string(), v.length(88)) })),
  v.minLength(1),
  v.maxLength(MOST_KEYS),
  v.check((all) => new Set(all.map(({ kid }) => kid)).size === all.length, 'a key signs once'),
)

/** Reads a `.sig` file: `[{"kid":"city-2026a","sig":"<Base64 of 64 bytes>"}]`, each key once. */
export function parseSignatures(bytes: Uint8Array): Result<readonly Signature[], 'badSignatureFile'> {
  const json = readJson(bytes, { bytes: SIGNATURES_CAP, depth: 2, values: 8 * MOST_KEYS })
  const parsed = json.ok ? v.safeParse(Signatures, json.value) : null
  if (parsed?.success !== true) return refuse('badSignatureFile')
  const signatures: Signature[] = []
  for (const { kid, sig } of parsed.output) {
    const signature = fromBase64(sig)
    if (signature?.length !== SIGNATURE_BYTES) return refuse('badSignatureFile', kid)
    signatures.push({ kid, sig: signature })
  }
  return ok(signatures)
}

/** The text of a `.sig` file: one line, so that the same signatures are always the same bytes. */
export const writeSignatures = (signatures: readonly Signature[]): string =>
  `${JSON.stringify(signatures.map(({ kid, sig }) => ({ kid, sig: toBase64(sig) })))}\n`
