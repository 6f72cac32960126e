/**
 * A number from 0 to less than 1 for a participant and an inject of a drill: always the same for the same, evenly spread over the
 * participants, and without connection from inject to inject. By the finaliser of MurmurHash3 (A. Appleby, public domain).
 * @param seed of the scenario, 0…2^32 − 1
 * @param number of the participant, 0…65535
 */
export function drawShare(seed: number, number: number, inject: string): number {
  const begun = mix(mix(seed) ^ number)
  return [...inject].reduce((hash, sign) => mix(hash ^ (sign.codePointAt(0) ?? 0)), begun) / 2 ** 32
}

function mix(seed: number): number {
  let hash = (seed + 0x9e37_79b9) | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
