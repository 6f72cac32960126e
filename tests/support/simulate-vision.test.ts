import { describe, expect, it } from 'vitest'
import { DICHROMACIES, difference, labOf, simulate } from './simulate-vision.ts'

const lab = (lightness: number, a: number, b: number) => ({ lightness, a, b })

describe('the simulated vision', () => {
  it('leaves white, black and grey as they are', () => {
    for (const kind of DICHROMACIES)
      for (const part of [0, 128, 255])
        for (const seen of simulate([part, part, part], kind)) expect(Math.abs(seen - part)).toBeLessThan(1)
  })

  it('makes alike what the eye confuses: red and olive for the protan eye, and not for the tritan one', () => {
    const far = (kind: 'protanopia' | 'tritanopia') =>
      difference(labOf(simulate([200, 60, 40], kind)), labOf(simulate([104, 92, 40], kind)))
    expect(far('protanopia')).toBeLessThan(8)
    expect(far('tritanopia')).toBeGreaterThan(20)
  })
})

describe('the difference of colours', () => {
  // Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula, Color Res. Appl. 30 (2005), table 1.
  it.each([
    [lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485), 2.0425],
    [lab(50, -1, 2), lab(50, 0, 0), 2.3669],
    [lab(50, 2.5, 0), lab(50, 0, -2.5), 4.3065],
    [lab(50, 2.5, 0), lab(73, 25, -18), 27.1492],
    [lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387), 1.2644],
    [lab(2.0776, 0.0795, -1.135), lab(0.9033, -0.0636, -0.5514), 0.9082],
  ])('is that of the published pairs', (one, other, published) => {
    expect(difference(one, other)).toBeCloseTo(published, 4)
    expect(difference(other, one)).toBeCloseTo(published, 4)
  })

  it('knows the lightness of white, black and middle grey', () => {
    expect(labOf([255, 255, 255]).lightness).toBeCloseTo(100, 3)
    expect(labOf([0, 0, 0]).lightness).toBeCloseTo(0, 3)
    expect(labOf([119, 119, 119]).lightness).toBeCloseTo(50, 0)
  })
})
