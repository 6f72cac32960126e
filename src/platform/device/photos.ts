// oxlint-disable-next-line typescript/triple-slash-reference -- whoever checks the types of this file needs it, the tests too
/// <reference path="./exifr.d.ts" />
import { isLngLat, type LngLat } from '#domain/geo/lng-lat.ts'
import type { PhotoFailure, Photos, SmallPhoto } from '../ports.ts'
import { withoutNotes } from './jpeg-parts.ts'
import { browserPainter, type Painter, type Picture } from './painter.ts'
import { pictureSize } from './picture-size.ts'
import { randomId } from './random-id.ts'

/** What is taken in at most: bytes and pixels. Own choice: above what phones take, below what they cannot unfold. */
const MOST_BYTES = 40_000_000
const MOST_PIXELS = 100_000_000

/** What is kept at most (`Photos` in ports.ts): pixels on the longer side, bytes. */
const LONGEST_SIDE = 1280
const SMALL_ENOUGH = 300_000

/** Tried in turn until the picture is small enough, then again with fewer pixels. Own choice. */
const QUALITIES = [0.85, 0.75, 0.65, 0.55, 0.45] as const
const SCALES = [1, 0.75, 0.5, 0.35] as const

/** Far enough into a picture for its size to be found: a camera's notes before it have at most some hundred kilobytes. */
const HEAD = 1_000_000

type Shrunk = Awaited<ReturnType<Photos['shrink']>>
const no = (why: PhotoFailure): Shrunk => ({ ok: false, why })

/**
 * Makes photos small on the device, whatever kind of picture the browser can show, and reads where they were taken.
 * @param painter handed in by tests, as is `newId`
 */
export function createPhotos(painter: Painter = browserPainter, newId: () => string = randomId): Photos {
  return {
    async shrink(file, signal) {
      if (file.size > MOST_BYTES) return no('tooLarge')
      try {
        const size = pictureSize(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()))
        if (size !== null && size.width * size.height > MOST_PIXELS) return no('tooLarge')
        if (signal.aborted) return no('notMade')
        const picture = await painter.open(file)
        if (picture === null) return no('notAPicture')
        try {
          return await shrunk(picture, newId, signal)
        } finally {
          picture.close()
        }
      } catch {
        return no('notMade')
      }
    },
    placeOf,
  }
}

/** The picture as a JPEG within the limits: first less exact, then smaller. */
async function shrunk(picture: Picture, newId: () => string, signal: AbortSignal): Promise<Shrunk> {
  const { width, height } = picture
  if (!(width >= 1 && height >= 1)) return no('notAPicture')
  if (width * height > MOST_PIXELS) return no('tooLarge')
  const fit = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  for (const scale of SCALES) {
    const size = {
      width: Math.max(1, Math.round(width * fit * scale)),
      height: Math.max(1, Math.round(height * fit * scale)),
    }
    const paint = picture.paint(size)
    for (const quality of QUALITIES) {
      if (signal.aborted) return no('notMade')
      const bare = await bareJpeg(await paint(quality))
      if (bare === null) return no('notMade')
      if (bare.size <= SMALL_ENOUGH && !signal.aborted)
        return { ok: true, photo: { id: newId(), blob: bare, ...size } satisfies SmallPhoto }
    }
  }
  return no('notMade')
}

/** Some browsers write notes of their own into what they paint: they are taken out like the camera's. */
async function bareJpeg(painted: Blob | null): Promise<Blob | null> {
  if (painted === null) return null
  const bare = withoutNotes(new Uint8Array(await painted.arrayBuffer()))
  return bare === null ? null : new Blob([bare], { type: 'image/jpeg' })
}

/**
 * Where the photo was taken, as the camera noted. The program that reads it is loaded only now.
 * A position of 0°, 0° is what broken cameras write: in the sea, and never a place of a plan.
 */
async function placeOf(file: Blob): Promise<LngLat | null> {
  if (file.size > MOST_BYTES) return null
  try {
    const { gps } = await import('exifr/dist/lite.esm.mjs')
    const found = await gps(await file.arrayBuffer())
    const at = [found?.longitude, found?.latitude]
    return isLngLat(at) && (at[0] !== 0 || at[1] !== 0) ? at : null
  } catch {
    return null
  }
}
