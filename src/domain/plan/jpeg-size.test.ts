import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpegSize } from './jpeg-size.ts'

const two = (number: number) => [number >> 8, number & 255]
const segment = (marker: number, data: readonly number[]) => [0xff, marker, ...two(data.length + 2), ...data]
const frame = (marker: number, width: number, height: number) =>
  segment(marker, [8, ...two(height), ...two(width), 1, 1, 0x11, 0])

const SIZE = fc.integer({ min: 1, max: 65_535 })
const anyFrame = fc.constantFrom(0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf)
/** Tables, notes of the camera (with whole pictures in them), fill bytes, and rubbish that decoders skip. */
const anyBefore = fc.oneof(
  fc
    .tuple(fc.constantFrom(0xc4, 0xcc, 0xdb, 0xdd, 0xe0, 0xe1, 0xfe), fc.array(fc.nat({ max: 255 })))
    .map(([marker, data]) => segment(marker, data)),
  fc.constant(segment(0xe1, frame(0xc0, 7, 7))),
  fc.array(fc.integer({ min: 0, max: 254 })),
  fc.constant([0xff, ...segment(0xdb, [1])]),
  fc.constant([0xff, 0xff, 0x00]),
  fc.constant([0xff, 0xd0]),
)

describe('the size of a JPEG', () => {
  it('is that of its frame, whatever stands before', () => {
    fc.assert(
      fc.property(SIZE, SIZE, anyFrame, fc.array(anyBefore), (width, height, marker, before) => {
        const bytes = new Uint8Array([
          0xff,
          0xd8,
          ...before.flat(),
          ...frame(marker, width, height),
          0xff,
          0xd9,
        ])
        expect(jpegSize(bytes)).toEqual({ width, height })
      }),
    )
  })

  it('is not known without a frame', () => {
    expect(jpegSize(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeNull()
    expect(jpegSize(new Uint8Array([0xff, 0xd8, ...segment(0xda, [1, 2]), ...frame(0xc0, 5, 5)]))).toBeNull()
    expect(jpegSize(new Uint8Array([]))).toBeNull()
  })

  it('is looked for in any bytes without end or error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const size = jpegSize(bytes)
        if (size !== null) expect(Math.max(size.width, size.height)).toBeLessThan(65_536)
      }),
      { numRuns: 1000 },
    )
  })
})
