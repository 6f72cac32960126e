import { describe, expect, it } from 'vitest'
import { SITE_SIZES, siteSizeAt } from './site-size.ts'

describe('the size of a site', () => {
  it('is that of the stops, in a straight line between them, and stays outside of them', () => {
    for (const [zoom, size] of SITE_SIZES) expect(siteSizeAt(zoom)).toBeCloseTo(size)
    expect(siteSizeAt(8)).toBe(0.26)
    expect(siteSizeAt(18)).toBe(1)
    expect(siteSizeAt(11)).toBeCloseTo(0.34)
  })
})
