/** Why files could not be put to the store. `offline` no answer · `slow` none in time · `denied` it wants a name and password, or forbids · `noPut` it takes no files this way · `full` too large · `serverError`. */
export type PutFailure = 'offline' | 'slow' | 'denied' | 'noPut' | 'full' | 'serverError'

/** What became of a publication. `half` = the file is there and its signatures are not: phones keep what they have, and it must be tried again. */
export type PutOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: PutFailure; readonly status: number | null; readonly half: boolean }

/** How far a publication has come: 1 the file, 2 its signatures. */
export type PutStep = 1 | 2

export type PutOptions = {
  readonly fetch?: typeof globalThis.fetch
  /** Until the store has answered, milliseconds. */
  readonly patienceMs?: number
  /** Name and password for the store (HTTP Basic); null = what the browser knows itself. */
  readonly login?: { readonly name: string; readonly password: string } | null
  readonly onStep?: (step: PutStep) => void
}

/** A clerk on a telephone line may need a while; after this a second try is better than waiting. */
const PATIENCE_MS = 20_000
/** The signatures are tried so often before it is told: a half publication is the one thing to avoid. */
const TRIES = 3

/**
 * Puts a file and its signatures to a static store by plain HTTP PUT. The file goes first and its small `.sig` right after, so that the
 * moment in which the two do not fit is as short as can be; phones that look in that moment look again (`fetch-pair.ts`).
 * @param address of the file
 */
export async function putPair(
  address: string,
  pair: { readonly bytes: Uint8Array; readonly signatures: Uint8Array },
  options: PutOptions = {},
): Promise<PutOutcome> {
  const { onStep } = options
  onStep?.(1)
  const file = await put(address, pair.bytes, options)
  if (!file.ok) return { ...file, half: false }
  onStep?.(2)
  for (let tried = 1; ; tried += 1) {
    const signatures = await put(`${address}.sig`, pair.signatures, options)
    if (signatures.ok) return signatures
    if (tried === TRIES) return { ...signatures, half: true }
  }
}

type Put =
  { readonly ok: true } | { readonly ok: false; readonly why: PutFailure; readonly status: number | null }

async function put(address: string, bytes: Uint8Array, options: PutOptions): Promise<Put> {
  const fetch =
    options.fetch ?? ((...given: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...given))
  const login = options.login ?? null
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (login !== null) headers['Authorization'] = `Basic ${basic(login)}`
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), options.patienceMs ?? PATIENCE_MS)
  try {
    const { status } = await fetch(address, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: control.signal,
    })
    if (status === 200 || status === 201 || status === 204) return { ok: true }
    return { ok: false, why: failureOf(status), status }
  } catch {
    return { ok: false, why: control.signal.aborted ? 'slow' : 'offline', status: null }
  } finally {
    clearTimeout(timer)
  }
}

function failureOf(status: number): PutFailure {
  if (status === 401 || status === 403 || status === 407) return 'denied'
  if (status === 404 || status === 405 || status === 501) return 'noPut'
  if (status === 413 || status === 507) return 'full'
  return 'serverError'
}

/** RFC 7617: UTF-8, then Base64. */
const basic = ({ name, password }: { readonly name: string; readonly password: string }): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(`${name}:${password}`)))
