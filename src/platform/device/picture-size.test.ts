import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aJpeg } from '#tests/support/a-jpeg.ts'
import { pictureSize } from './picture-size.ts'

const head = (...bytes: readonly number[]) =>
  new Uint8Array([...bytes, ...Array.from({ length: 40 }, () => 0)])
const ascii = (text: string) => [...text].map((one) => one.charCodeAt(0))
const side = fc.integer({ min: 1, max: 16_000 })

it('reads the size of a JPEG, also behind what the camera noted', () => {
  fc.assert(
    fc.property(side, side, (width, height) => {
      expect(pictureSize(aJpeg({ width, height, at: [130, 33] }))).toEqual({ width, height })
    }),
  )
})

it('reads the size of PNG, GIF and the three kinds of WebP', () => {
  const png = head(
    0x89,
    ...ascii('PNG'),
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    ...ascii('IHDR'),
    0,
    1,
    0,
    2,
    0,
    0,
    3,
    4,
  )
  expect(pictureSize(png)).toEqual({ width: 65538, height: 772 })
  expect(pictureSize(head(...ascii('GIF89a'), 2, 1, 4, 3))).toEqual({ width: 258, height: 772 })
  const riff = (kind: string, ...rest: number[]) =>
    head(...ascii('RIFF'), 9, 9, 9, 9, ...ascii('WEBP'), ...ascii(kind), ...rest)
  expect(pictureSize(riff('VP8X', 0, 0, 0, 10, 0, 0, 0, 0, 255, 15, 0, 1, 1, 0))).toEqual({
    width: 4096,
    height: 258,
  })
  expect(pictureSize(riff('VP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 1, 1, 2, 1))).toEqual({
    width: 257,
    height: 258,
  })
  // 14 bits each, less one: 100 × 50.
  const bits = 99 + 49 * 16384
  const packed = [0, 8, 16, 24].map((shift) => (bits >>> shift) & 255)
  expect(pictureSize(riff('VP8L', 0, 0, 0, 0, 0x2f, ...packed))).toEqual({ width: 100, height: 50 })
})

it('says nothing of what is damaged or of another kind, and never throws', () => {
  expect(pictureSize(new Uint8Array(ascii('hello')))).toBeNull()
  expect(pictureSize(aJpeg().subarray(0, 30))).toBeNull()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void pictureSize(bytes)))
})
