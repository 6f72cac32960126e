import { describe, expect, it } from 'vitest'
import { luminance } from './colour.ts'
import { DEPTH_RANKS } from '#domain/hazards/depth-band.ts'
import { DEFAULT_ZONE_OPACITY, DEPTH_LOOKS, NOT_ASSESSED_PATTERN } from './depth-colours.ts'
import { inkShare, rasterisePattern } from './symbols/rasterise-pattern.ts'

const patterns = DEPTH_RANKS.map((rank) => DEPTH_LOOKS.day[rank].pattern)

describe('how the depths look', () => {
  it('has the official fills by day', () => {
    expect(DEPTH_RANKS.map((rank) => DEPTH_LOOKS.day[rank].fill)).toEqual([
      '#F7F5A9',
      '#FFD8C0',
      '#FFB7B7',
      '#FF9191',
      '#F285C9',
      '#DC7ADC',
    ])
  })

  it('begins with zones that can be told apart', () => {
    expect(DEFAULT_ZONE_OPACITY).toBeGreaterThanOrEqual(0.7)
  })

  it('gets darker the deeper the water, by day and in high contrast', () => {
    for (const theme of ['day', 'contrast'] as const) {
      const light = DEPTH_RANKS.map((rank) => luminance(DEPTH_LOOKS[theme][rank].fill))
      expect(light).toEqual([...light].sort((a, b) => b - a))
    }
  })

  it('has clearly more ink in the pattern of each deeper rank, so that the order is seen without colour', () => {
    const shares = patterns.map(inkShare)
    for (const [i, share] of shares.entries())
      if (i > 0) expect(share).toBeGreaterThan((shares[i - 1] ?? 1) * 1.25)
    expect(shares.at(-1)).toBeLessThan(0.6)
  })

  it('uses a diagonal for "never studied" and for nothing else', () => {
    const isDiagonal = ([x1, y1, x2, y2]: readonly number[]) => x1 !== x2 && y1 !== y2
    expect(NOT_ASSESSED_PATTERN.lines.every(isDiagonal)).toBe(true)
    expect(patterns.flatMap(({ lines }) => lines).some(isDiagonal)).toBe(false)
  })
})

describe('rasterisePattern', () => {
  const alphaAt = (pixels: ReturnType<typeof rasterisePattern>, x: number, y: number) =>
    pixels.data[(y * pixels.width + x) * 4 + 3]

  it('inks what lies on a line and leaves what lies away from it', () => {
    const pixels = rasterisePattern({ size: 8, stroke: 2, lines: [[0, 4, 8, 4]], dots: [] }, '#102030', 2)
    expect([pixels.width, pixels.height]).toEqual([16, 16])
    expect(alphaAt(pixels, 5, 8)).toBe(255)
    expect(alphaAt(pixels, 5, 1)).toBe(0)
    expect(Array.from(pixels.data.slice(0, 3))).toEqual([0x10, 0x20, 0x30])
  })

  it('joins without a seam: what leaves on one side comes in on the other', () => {
    const pixels = rasterisePattern({ size: 8, stroke: 1, lines: [], dots: [[0, 0, 2]] }, '#000000', 2)
    expect([
      alphaAt(pixels, 0, 0),
      alphaAt(pixels, 15, 0),
      alphaAt(pixels, 0, 15),
      alphaAt(pixels, 15, 15),
    ]).toEqual([255, 255, 255, 255])
  })

  it('lays a thin colour under the ink when it is given one', () => {
    const band = { size: 8, stroke: 2, lines: [[0, 4, 8, 4]], dots: [] } as const
    const pixels = rasterisePattern(band, '#000000', 2, { colour: '#FF0000', opacity: 0.5 })
    expect(Array.from(pixels.data.slice(0, 4))).toEqual([255, 0, 0, 128])
    expect(Array.from(pixels.data.slice((8 * 16 + 5) * 4, (8 * 16 + 5) * 4 + 4))).toEqual([0, 0, 0, 255])
  })

  it('measures the share of ink: a band of 2 in 8 pixels is a quarter', () => {
    expect(inkShare({ size: 8, stroke: 2, lines: [[0, 4, 8, 4]], dots: [] })).toBeCloseTo(0.25, 2)
  })
})
