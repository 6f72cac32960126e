import { readPixels } from './count-colours.ts'

/** A channel that differs by less is smoothing, not another colour. */
const NOTICEABLE = 8

/** The share of the pixels of two PNGs of one size whose colours differ noticeably, 0…1. Throws when the sizes differ. */
export function shareChanged(before: Buffer, after: Buffer): number {
  const [one, other] = [readPixels(before), readPixels(after)]
  if (one.width !== other.width || one.height !== other.height || one.channels !== other.channels)
    throw new Error('pictures of two sizes cannot be compared')
  let changed = 0
  for (let at = 0; at < one.bytes.length; at += one.channels)
    if ([0, 1, 2].some((channel) => differs(one.bytes[at + channel], other.bytes[at + channel]))) changed += 1
  return changed / (one.width * one.height)
}

const differs = (a = 0, b = 0): boolean => Math.abs(a - b) >= NOTICEABLE
