import * as v from 'valibot'
import { FEED_NAMES, type FeedName } from '../feeds/feed-trust.ts'
import { parseSignatures, writeSignatures, type Signature } from '../feeds/signature-file.ts'
import { fromBase64, toBase64 } from '../plan/base64.ts'
import { readJson } from '../plan/read-json.ts'
import { encodeUtf8 } from '../closures/read-feed.ts'
import { ok, refuse, type Result } from '../result.ts'

/** A file on its way from the first officer to the second, byte for byte, with the signatures it has. Nothing in it is secret. */
export type Handover = {
  readonly feed: FeedName
  readonly bytes: Uint8Array
  readonly signatures: readonly Signature[]
}

/** Two million bytes of closures in Base64, and the rest. */
const CAP = 2_800_000

const File = v.strictObject({
  format: v.literal('minna-handover'),
  version: v.literal(1),
  feed: v.picklist(FEED_NAMES),
  file: v.string(),
  signatures: v.string(),
})

/** The text of a handover file. */
export const writeHandover = ({ feed, bytes, signatures }: Handover): string =>
  `${JSON.stringify({
    format: 'minna-handover',
    version: 1,
    feed,
    file: toBase64(bytes),
    signatures: toBase64(encodeUtf8(writeSignatures(signatures))),
  })}\n`

/** Reads a handover file. Whether its signatures fit is asked later: see `addSignature`. */
export function parseHandover(text: Uint8Array): Result<Handover, 'notHandover'> {
  const json = readJson(text, { bytes: CAP, depth: 2, values: 20 })
  const parsed = json.ok ? v.safeParse(File, json.value) : null
  if (parsed?.success !== true) return refuse('notHandover')
  const bytes = fromBase64(parsed.output.file)
  const signatureBytes = fromBase64(parsed.output.signatures)
  const signatures = signatureBytes === null ? null : parseSignatures(signatureBytes)
  if (bytes === null || signatures?.ok !== true) return refuse('notHandover')
  return ok({ feed: parsed.output.feed, bytes, signatures: signatures.value })
}
