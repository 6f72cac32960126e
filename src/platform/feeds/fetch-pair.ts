import { SIGNATURES_CAP } from '#domain/feeds/signature-file.ts'
import type { Fetch } from '../packs/download.ts'
import { askHost, type FeedPatience, type HostAnswer } from './ask-host.ts'
import type { KeptFile } from './feed-shelf.ts'

/** A file with its signatures. They are two files, so one can be newer than the other for a moment. */
export type Pair = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly signatures: Uint8Array<ArrayBuffer>
  readonly etag: string | null
  readonly signaturesEtag: string | null
  readonly hostDate: number | null
  /** True when the host says that both are what we have. Nobody signs that: only the age of the file shows a host that lies. */
  readonly isUnchanged: boolean
}

const nobody = new AbortController().signal

/**
 * Fetches a file and its `.sig` side by side; the host may say of each that it is unchanged. Rejects with a `HostError`.
 * @param options.known what we have; null = fetch both whatever we have
 */
export async function fetchPair(
  address: string,
  options: {
    readonly fetch: Fetch
    readonly patience: FeedPatience
    readonly cap: number
    readonly known: KeptFile | null
  },
): Promise<Pair> {
  const { fetch, patience, cap, known } = options
  const ask = (name: string, most: number, etag: string | null): Promise<HostAnswer> =>
    askHost(name, { fetch, patience, cap: most, etag, signal: nobody })
  const [file, signatures] = await Promise.all([
    ask(address, cap, known?.etag ?? null),
    ask(`${address}.sig`, SIGNATURES_CAP, known?.signaturesEtag ?? null),
  ])
  return {
    ...(file.is === 'bytes' ? { bytes: file.bytes, etag: file.etag } : keptOf(known)),
    ...(signatures.is === 'bytes'
      ? { signatures: signatures.bytes, signaturesEtag: signatures.etag }
      : keptSignaturesOf(known)),
    hostDate: file.hostDate ?? signatures.hostDate,
    isUnchanged: file.is === 'unchanged' && signatures.is === 'unchanged',
  }
}

const NOTHING = new Uint8Array(0)
const keptOf = (known: KeptFile | null) => ({ bytes: known?.bytes ?? NOTHING, etag: known?.etag ?? null })
const keptSignaturesOf = (known: KeptFile | null) => ({
  signatures: known?.signatures ?? NOTHING,
  signaturesEtag: known?.signaturesEtag ?? null,
})
