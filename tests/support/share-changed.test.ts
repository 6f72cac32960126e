import { describe, expect, it } from 'vitest'
import { aPng } from './a-png.ts'
import { shareChanged } from './share-changed.ts'

/** A picture of 4 × 2 pixels, all grey, but for the given ones. */
const picture = (others: Readonly<Record<number, readonly [number, number, number]>> = {}) =>
  aPng({
    width: 4,
    height: 2,
    colour: 2,
    depth: 8,
    samples: Array.from({ length: 8 }, (_, index) => others[index] ?? [100, 100, 100]).flat(),
    filters: [4, 2],
  })

describe('shareChanged', () => {
  it('counts the pixels that look different, in whichever channel', () => {
    expect(shareChanged(picture(), picture())).toBe(0)
    expect(shareChanged(picture(), picture({ 0: [100, 100, 150] }))).toBe(1 / 8)
    expect(shareChanged(picture({ 7: [0, 100, 100] }), picture({ 3: [100, 0, 100] }))).toBe(2 / 8)
  })

  it('passes over a difference that nobody sees', () => {
    expect(shareChanged(picture(), picture({ 5: [107, 93, 100] }))).toBe(0)
    expect(shareChanged(picture(), picture({ 5: [108, 100, 100] }))).toBe(1 / 8)
  })

  it('refuses pictures of two sizes', () => {
    const other = aPng({ width: 1, height: 1, colour: 2, depth: 8, samples: [0, 0, 0] })
    expect(() => shareChanged(picture(), other)).toThrow('two sizes')
  })
})
