import { join } from './gunzip.ts'
import { orAbort } from './linked-abort.ts'

/**
 * Reads the body of an answer, and gives up as soon as more comes than may.
 * @param options.tooLarge makes what is thrown then
 * @returns its bytes; none where there is no body. Rejects with the reason of `signal`, with what broke it off, or with `tooLarge`.
 */
export async function readBody(
  response: Response,
  options: {
    readonly signal: AbortSignal
    /** Most bytes that are accepted. */
    readonly cap: number
    readonly tooLarge: () => Error
    readonly onBytes?: ((bytes: number) => void) | undefined
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader()
  if (reader === undefined) return new Uint8Array(0)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await orAbort(reader.read(), options.signal)
      if (done) return join(parts, length)
      length += value.length
      if (length > options.cap) throw options.tooLarge()
      parts.push(value)
      options.onBytes?.(value.length)
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/** How a file begins, without a byte order mark and spaces: sign-in and error pages come as 200 and under any type, but begin with `<`. */
export const beginningOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, 64)).replace(/^(\u00ef\u00bb\u00bf)?\s*/, '')
