import { strToU8 } from 'fflate'
import { toBase64Url } from '../plan/code/base64url.ts'
import type { DrillInvitation } from './scenario.ts'
import { writeScenario } from './write-scenario.ts'

/** FNV-1a of 64 bits (Fowler, Noll, Vo; www.isthe.com/chongo/tech/comp/fnv). */
const OFFSET = 0xcbf2_9ce4_8422_2325n
const PRIME = 0x100_0000_01b3n

/**
 * The token of a drill, for reports: 16 hexadecimal signs of an invitation with the whole of its scenario, of a shipped one its id, so that
 * phones with different versions of the app stay in one drill. The same invitation always gives the same token, however it came.
 *
 * Not a secret, nor proof against somebody who wants two alike. By chance two of n drills have one token with odds of n² in
 * 3.7 · 10¹⁹: of a million drills 1 in 37 million.
 */
export function drillTokenOf({ area, scenario, begins, group }: DrillInvitation): string {
  const what = typeof scenario === 'string' ? scenario : writeScenario(scenario)
  const bytes = strToU8(JSON.stringify(['drill', 1, area, what, begins, group]))
  let hash = OFFSET
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
  return hash.toString(16).padStart(16, '0')
}

const LEAST_BYTES = 8
const MOST_BYTES = 24

/** The nonce of a run in the alphabet of links, from so many random bytes of the device: 8 at least, 24 at most; 12 give 16 signs. */
export function nonceFrom(bytes: Uint8Array): string {
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES)
    throw new RangeError(`no nonce of ${bytes.length} bytes`)
  return toBase64Url(bytes)
}
