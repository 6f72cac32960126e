import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aJpeg } from '#tests/support/a-jpeg.ts'
import { jpegParts, withoutNotes } from './jpeg-parts.ts'

const HOME: readonly [number, number] = [130.1234, 33.1037]
const markers = (file: Uint8Array) => jpegParts(file)?.map(({ marker }) => marker)
const text = (file: Uint8Array) => String.fromCharCode(...file)

describe('a JPEG', () => {
  it('is taken apart into all its parts, and together they are the file', () => {
    const file = aJpeg({ at: HOME })
    const parts = jpegParts(file) ?? []
    expect(parts.map(({ marker }) => marker)).toEqual([0xd8, 0xe0, 0xe1, 0xfe, 0xc0, 0xda, 0xd9])
    expect(parts.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(file.length - 1)
  })

  it('keeps no position, no note and nothing after its end', () => {
    const file = aJpeg({ at: HOME, after: [...aJpeg({ at: HOME })] })
    expect(text(file)).toContain('Exif')
    const bare = withoutNotes(file) ?? new Uint8Array()
    expect(markers(bare)).toEqual([0xd8, 0xe0, 0xc0, 0xda, 0xd9])
    expect(text(bare)).not.toMatch(/Exif|taken/)
    expect(bare.slice(-2)).toEqual(new Uint8Array([0xff, 0xd9]))
  })

  it('is kept as it is where nothing was noted', () => {
    const bare = withoutNotes(aJpeg()) ?? new Uint8Array()
    expect(withoutNotes(bare)).toEqual(bare)
  })

  it('keeps the part that says how colours are coded', () => {
    const bare = withoutNotes(aJpeg()) ?? new Uint8Array()
    const adobe = [0xff, 0xee, 0, 4, 1, 2]
    expect(
      markers(withoutNotes(new Uint8Array([...bare.slice(0, 2), ...adobe, ...bare.slice(2)])) ?? bare),
    ).toContain(0xee)
  })

  it('is refused when it is cut anywhere, and whatever else it is given', () => {
    const file = aJpeg({ at: HOME })
    for (let end = 0; end < file.length; end += 1) expect(jpegParts(file.subarray(0, end))).toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const bare = withoutNotes(bytes)
        if (bare !== null) expect(markers(bare)?.some((one) => one === 0xe1 || one === 0xfe)).toBe(false)
      }),
    )
  })

  it('with any one byte changed never lets a note through', () => {
    const file = aJpeg({ at: HOME })
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (where, value) => {
        const changed = file.slice()
        changed[where] = value
        const bare = withoutNotes(changed)
        if (bare !== null)
          expect(markers(bare)?.some((one) => (one >= 0xe1 && one <= 0xed) || one === 0xfe)).toBe(false)
      }),
    )
  })
})
