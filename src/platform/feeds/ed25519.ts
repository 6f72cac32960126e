import type { Verify } from '#domain/feeds/check-signers.ts'

/** RFC 8032 §7.1, TEST 2: what every right verifier says yes to, and no to one bit beside it. */
const PROBE = {
  key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  bytes: '72',
}

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))

/** The part of Web Crypto that is used. */
export type Subtle = Pick<SubtleCrypto, 'importKey' | 'verify'>

/** A probe that takes longer is no answer. Milliseconds. */
const PROBE_MS = 3_000

/**
 * The verifier of the browser's own Web Crypto (Safari 17, Firefox 129, Chrome 137), tried out once. null = this browser cannot
 * verify, or does it wrong: then no feed is believed, and the person is told so.
 * @param subtle the browser's; null stands for one without it, or an insecure page
 */
export async function findVerifier(
  subtle: Subtle | null = (globalThis as { crypto?: Crypto }).crypto?.subtle ?? null,
): Promise<Verify | null> {
  if (subtle === null) return null
  const verify = verifierOf(subtle)
  const [key, bytes, signature] = [fromHex(PROBE.key), fromHex(PROBE.bytes), fromHex(PROBE.signature)]
  const otherBytes = bytes.map((byte) => byte ^ 1)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), PROBE_MS)))
  const probe = async () =>
    (await verify(key, bytes, signature)) === true && (await verify(key, otherBytes, signature)) === false
  try {
    return (await Promise.race([probe(), late])) ? verify : null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

function verifierOf(subtle: Subtle): Verify {
  return async (key, bytes, signature) => {
    // Copies, because Web Crypto takes no bytes that another thread may share.
    const own = (some: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(some)
    const imported = await subtle.importKey('raw', own(key), { name: 'Ed25519' }, false, ['verify'])
    return subtle.verify({ name: 'Ed25519' }, imported, own(signature), own(bytes))
  }
}
