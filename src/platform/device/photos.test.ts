import { describe, expect, it, vi } from 'vitest'
import { aJpeg } from '#tests/support/a-jpeg.ts'
import { jpegParts } from './jpeg-parts.ts'
import type { Painter, Picture } from './painter.ts'
import { createPhotos } from './photos.ts'
import type { PictureSize } from './picture-size.ts'

const HOME: readonly [number, number] = [130.1234, 33.1037]
const never = new AbortController().signal
const file = (bytes: Uint8Array<ArrayBuffer> = aJpeg({ at: HOME })) =>
  new Blob([bytes], { type: 'image/jpeg' })

type Painted = PictureSize & { readonly quality: number }

/** A browser in which what is painted has as many bytes as `bytesOf` says, and bears a position like the camera's. */
function aPainter(size: PictureSize | null, bytesOf: (painted: Painted) => number = () => 1000) {
  const painted: Painted[] = []
  const close = vi.fn()
  const picture: Picture | null = size && {
    ...size,
    close,
    paint: (to) => (quality) => {
      painted.push({ ...to, quality })
      return Promise.resolve(file(aJpeg({ at: HOME, length: bytesOf({ ...to, quality }) })))
    },
  }
  const painter: Painter = { open: vi.fn(() => Promise.resolve(picture)) }
  return { photos: createPhotos(painter, () => 'photo00000000001'), painter, painted, close }
}

describe('a photo', () => {
  it('is made to fit into 1280 pixels, as an upright JPEG', async () => {
    const { photos, painted, close } = aPainter({ width: 3000, height: 4000 })
    const made = await photos.shrink(file(), never)
    expect(made).toMatchObject({ ok: true, photo: { id: 'photo00000000001', width: 960, height: 1280 } })
    expect(painted).toEqual([{ width: 960, height: 1280, quality: 0.85 }])
    expect(close).toHaveBeenCalledOnce()
  })

  it('is never made larger than it was', async () => {
    const { photos } = aPainter({ width: 40, height: 30 })
    expect(await photos.shrink(file(), never)).toMatchObject({ ok: true, photo: { width: 40, height: 30 } })
  })

  it('keeps nothing that the camera or the browser noted', async () => {
    const made = await aPainter({ width: 40, height: 30 }).photos.shrink(file(), never)
    if (!made.ok) throw new Error(made.why)
    const bytes = new Uint8Array(await made.photo.blob.arrayBuffer())
    expect(jpegParts(bytes)?.map(({ marker }) => marker)).toEqual([0xd8, 0xe0, 0xc0, 0xda, 0xd9])
    expect(String.fromCharCode(...bytes)).not.toContain('Exif')
    expect(made.photo.blob.type).toBe('image/jpeg')
    expect(await createPhotos().placeOf(made.photo.blob)).toBeNull()
  })

  it('becomes less exact, then smaller, until it has at most 300 kB', async () => {
    const { photos, painted } = aPainter(
      { width: 4000, height: 3000 },
      ({ width, quality }) => width * 400 * quality,
    )
    const made = await photos.shrink(file(), never)
    expect(made).toMatchObject({ ok: true })
    if (made.ok) expect(made.photo.blob.size).toBeLessThanOrEqual(300_000)
    expect(painted.map(({ quality }) => quality)).toEqual([0.85, 0.75, 0.65, 0.55])
    const stubborn = aPainter({ width: 4000, height: 3000 }, ({ width }) => width * 400)
    expect(await stubborn.photos.shrink(file(), never)).toMatchObject({
      ok: true,
      photo: { width: 640, height: 480 },
    })
    const hopeless = aPainter({ width: 4000, height: 3000 }, () => 300_001)
    expect(await hopeless.photos.shrink(file(), never)).toEqual({ ok: false, why: 'notMade' })
    expect(hopeless.close).toHaveBeenCalledOnce()
  })

  it('is refused when it is too large, before it is unfolded where its head tells', async () => {
    const { photos, painter } = aPainter({ width: 1, height: 1 })
    expect(await photos.shrink(file(aJpeg({ width: 10_001, height: 10_000 })), never)).toEqual({
      ok: false,
      why: 'tooLarge',
    })
    const heavy = { size: 40_000_001 } as Blob
    expect(await photos.shrink(heavy, never)).toEqual({ ok: false, why: 'tooLarge' })
    expect(await photos.placeOf(heavy)).toBeNull()
    expect(painter.open).not.toHaveBeenCalled()
    const unknownKind = aPainter({ width: 10_001, height: 10_000 })
    expect(await unknownKind.photos.shrink(new Blob(['heic']), never)).toEqual({ ok: false, why: 'tooLarge' })
    expect(unknownKind.close).toHaveBeenCalledOnce()
  })

  it('is refused when the browser sees no picture in it, or cannot paint one', async () => {
    expect(await aPainter(null).photos.shrink(new Blob(['hello']), never)).toEqual({
      ok: false,
      why: 'notAPicture',
    })
    expect(await aPainter({ width: 0, height: 0 }).photos.shrink(file(), never)).toEqual({
      ok: false,
      why: 'notAPicture',
    })
    for (const painted of [
      () => Promise.resolve(null),
      () => Promise.resolve(new Blob(['PNG'])),
      () => Promise.reject(new Error()),
    ]) {
      const painter: Painter = {
        open: () => Promise.resolve({ width: 9, height: 9, close: () => undefined, paint: () => painted }),
      }
      expect(await createPhotos(painter).shrink(file(), never)).toEqual({ ok: false, why: 'notMade' })
    }
  })

  it('is let go when the person stops waiting', async () => {
    const control = new AbortController()
    const { photos, painted, close } = aPainter({ width: 4000, height: 3000 }, () => {
      control.abort()
      return 1000
    })
    expect(await photos.shrink(file(), control.signal)).toEqual({ ok: false, why: 'notMade' })
    expect(painted).toHaveLength(1)
    expect(close).toHaveBeenCalledOnce()
  })
})

describe('where a photo was taken', () => {
  it('is read when it is asked for', async () => {
    const at = await createPhotos().placeOf(file())
    expect(at?.[0]).toBeCloseTo(HOME[0], 4)
    expect(at?.[1]).toBeCloseTo(HOME[1], 4)
    const south = await createPhotos().placeOf(file(aJpeg({ at: [-70.5, -33.25] })))
    expect(south?.map((one) => Math.round(one * 100) / 100)).toEqual([-70.5, -33.25])
  })

  it('is not known of a photo without it, of a position that cannot be, and of no photo', async () => {
    for (const bytes of [aJpeg(), aJpeg({ at: [0, 0] }), aJpeg({ at: [200, 33] }), new Uint8Array([1, 2, 3])])
      expect(await createPhotos().placeOf(file(bytes))).toBeNull()
  })
})
