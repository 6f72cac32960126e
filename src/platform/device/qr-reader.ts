import type { QrReader, ScanFailure } from '../ports.ts'
import { thisQrDevice, type NativeDetector, type PixelSource, type QrDevice } from './qr-device.ts'

/** Between two frames: five a second find a code as fast as a hand is held still, and spare the battery. Milliseconds. */
const FRAME_EVERY = 200
/** A code that was out of sight for so many frames is told anew. */
const GONE_AFTER = 5
/**
 * The longer sides at which a picture is read, in pixels, until one gives a code: a photo of a whole page has small squares
 * and needs many pixels, a close one with unrest in it is read better when it is small.
 */
const PICTURE_SIDES = [1_600, 900, 3_200] as const
const FRAME_SIDE = 1_000

/** The camera at the back, with enough pixels for a code of version 25 that fills half of the picture. */
const CAMERA: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
}

type Scan = { readonly ok: true } | { readonly ok: false; readonly why: ScanFailure }

/** Reads with the browser's own detector where it has one, else with ours. Never rejects. */
export function createQrReader(device: QrDevice = thisQrDevice()): QrReader {
  const eye = createEye(device)
  return {
    async readPicture(file) {
      const picture = await device.openPicture(file)
      if (picture === null) return { ok: false, why: 'notAPicture' }
      const text = await eye.look(picture, PICTURE_SIDES)
      picture.close()
      return text === null ? { ok: false, why: 'noCode' } : { ok: true, text }
    },
    async watch(video, onText, signal) {
      const opened = await openCamera(device, signal)
      if (!('stream' in opened)) return opened
      const stop = () => closeCamera(opened.stream, video)
      // At once, and not only after the frame that is being read: a light that stays on frightens people.
      signal.addEventListener('abort', stop, { once: true })
      try {
        await play(video, opened.stream)
        return await watchFrames(eye, () => device.frameOf(video), opened.stream, onText, signal)
      } finally {
        signal.removeEventListener('abort', stop)
        stop()
      }
    },
  }
}

type Eye = {
  /** The text of the code in a picture, tried at each of the sizes; null = none is seen. Never rejects. */
  look(source: PixelSource, sides: readonly number[]): Promise<string | null>
}

/** Two readers: the browser's, until it fails (it may need a service that is not installed), and ours. */
function createEye(device: QrDevice): Eye {
  let native: Promise<NativeDetector | null> | null = null
  let own: ReturnType<QrDevice['decoder']> | null = null
  const detect = async (source: PixelSource): Promise<string | null> => {
    native ??= device.detector()
    try {
      const found = await (await native)?.detect(source.image)
      return found?.find(({ rawValue }) => rawValue !== '')?.rawValue ?? null
    } catch {
      native = Promise.resolve(null)
      return null
    }
  }
  const decode = async (source: PixelSource, side: number): Promise<string | null> => {
    own ??= device.decoder()
    const decoder = await own.catch(() => null)
    // It could not be loaded: the next frame tries again.
    if (decoder === null) own = null
    try {
      const pixels = decoder === null ? null : source.pixels(side)
      return pixels === null ? null : (decoder?.(pixels) ?? null)
    } catch {
      return null
    }
  }
  return {
    async look(source, sides) {
      let text = await detect(source)
      const distinct = new Set(sides.map((side) => Math.min(side, source.longest)))
      for (const side of distinct) text ??= await decode(source, side)
      return text
    },
  }
}

type Opened = { readonly stream: MediaStream } | Scan

async function openCamera({ camera }: QrDevice, signal: AbortSignal): Promise<Opened> {
  if (signal.aborted) return { ok: true }
  if (camera === null) return { ok: false, why: 'noCamera' }
  try {
    const stream = await camera(CAMERA)
    if (!signal.aborted) return { stream }
    closeCamera(stream, null)
    return { ok: true }
  } catch (error) {
    return { ok: false, why: isRefusal(error) ? 'denied' : 'noCamera' }
  }
}

/** Refused by the person, or by the headers of the page. https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const isRefusal = (error: unknown): boolean =>
  ['NotAllowedError', 'SecurityError'].includes(String((error as { name?: unknown } | null)?.name))

function closeCamera(stream: MediaStream, video: HTMLVideoElement | null): void {
  for (const track of stream.getTracks()) track.stop()
  if (video?.srcObject === stream) video.srcObject = null
}

/** Inline and silent, else iOS opens its own player over the page. */
async function play(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  try {
    await video.play()
  } catch {
    // Interrupted by the end, or it starts by itself a moment later: the frames tell.
  }
}

async function watchFrames(
  eye: Eye,
  frame: () => PixelSource | null,
  stream: MediaStream,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<Scan> {
  let [last, unseen] = ['', 0]
  while (!signal.aborted) {
    if (!isLive(stream)) return { ok: false, why: 'noCamera' }
    const source = frame()
    const text = source === null ? null : await eye.look(source, [FRAME_SIDE])
    if (signal.aborted) break
    unseen = text === null ? unseen + 1 : 0
    if (unseen >= GONE_AFTER) last = ''
    if (text !== null && text !== last) {
      last = text
      onText(text)
    }
    await pause(FRAME_EVERY, signal)
  }
  return { ok: true }
}

/** Unplugged, or taken by another app for good. */
const isLive = (stream: MediaStream): boolean =>
  stream.getTracks().some(({ readyState }) => readyState === 'live')

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
  })
